using System.Buffers.Binary;
using System.IO.Compression;

namespace PolicyArchive.Sharing.Drawing;

/// <summary>A sheet as a PNG file of indexed colours, 8 bits a pixel (PNG third edition, 11.2).</summary>
internal static class PalettePng
{
    private const byte IndexedColour = 3;

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Remainder((uint)value))];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(Sheet sheet, Colour[] palette)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, sheet.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), sheet.Height);
        (header[8], header[9]) = (8, IndexedColour);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "PLTE"u8, [.. palette.SelectMany(colour => (byte[])[colour.Red, colour.Green, colour.Blue])]);
        Chunk(file, "IDAT"u8, Compressed(sheet));
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    // Rows of few colours pack best as they are, without a filter (12.7). A higher level takes longer and saves next to nothing.
    private static byte[] Compressed(Sheet sheet)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, new ZLibCompressionOptions { CompressionLevel = 5 }, leaveOpen: true))
        {
            deflate.Write(sheet.Rows);
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, type), data));
        file.Write(number);
    }

    // Annex D.
    private static uint Check(uint check, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            check = Remainders[(byte)(check ^ value)] ^ (check >> 8);
        }

        return check;
    }

    private static uint Remainder(uint value)
    {
        for (var bit = 0; bit < 8; bit++)
        {
            value = (value & 1) == 1 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
        }

        return value;
    }
}

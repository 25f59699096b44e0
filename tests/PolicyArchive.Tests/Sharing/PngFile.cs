using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PolicyArchive.Tests.Sharing;

/// <summary>A PNG file of indexed colours as a viewer reads it, every check sum looked at.</summary>
internal sealed record PngFile(int Width, int Height, byte[] Palette, byte[] Pixels)
{
    public static PngFile Read(ReadOnlySpan<byte> file)
    {
        Assert.Equal("\u0089PNG\r\n\u001a\n", Encoding.Latin1.GetString(file[..8]));
        var (width, height) = (0, 0);
        byte[] palette = [];
        using var data = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var type = Encoding.ASCII.GetString(file.Slice(at + 4, 4));
            var body = file.Slice(at + 8, length);
            Assert.Equal(Crc(file.Slice(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            switch (type)
            {
                case "IHDR":
                    (width, height) = (BinaryPrimitives.ReadInt32BigEndian(body), BinaryPrimitives.ReadInt32BigEndian(body[4..]));
                    Assert.Equal<byte>([8, 3, 0, 0, 0], body[8..].ToArray());
                    break;
                case "PLTE":
                    palette = body.ToArray();
                    break;
                case "IDAT":
                    data.Write(body);
                    break;
            }

            at += length + 12;
        }

        data.Position = 0;
        using var rows = new MemoryStream();
        using (var inflate = new ZLibStream(data, CompressionMode.Decompress))
        {
            inflate.CopyTo(rows);
        }

        var all = rows.ToArray();
        Assert.Equal((width + 1) * height, all.Length);
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            Assert.Equal(0, all[y * (width + 1)]);
            all.AsSpan(y * (width + 1) + 1, width).CopyTo(pixels.AsSpan(y * width));
        }

        Assert.All(pixels, pixel => Assert.True(pixel * 3 < palette.Length));
        return new PngFile(width, height, palette, pixels);
    }

    /// <summary>The first and the last column of a band that is printed on.</summary>
    public (int Left, int Right) Extent(int top, int bottom)
    {
        var printed = Enumerable.Range(top, bottom - top).SelectMany(y => Enumerable.Range(0, Width).Where(x => Pixels[y * Width + x] != 0)).ToArray();
        return (printed.Min(), printed.Max());
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}

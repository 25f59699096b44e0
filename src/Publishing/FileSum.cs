using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>The SHA-256 of a file.</summary>
internal readonly record struct FileSum(UInt128 Head, UInt128 Tail)
{
    public const int Length = SHA256.HashSizeInBytes;

    private const int HalfLength = Length / 2;
    private const int ReadAtOnce = 1 << 20;

    /// <param name="bytes">The first <see cref="Length"/> of them are the sum itself.</param>
    public static FileSum Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[HalfLength..]));

    public static FileSum Of(RenderedFile file)
    {
        Span<byte> sum = stackalloc byte[Length];
        if (file.Parts is [var whole])
        {
            SHA256.HashData(whole.Span, sum);
            return Read(sum);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in file.Parts)
        {
            hash.AppendData(part.Span);
        }

        hash.GetHashAndReset(sum);
        return Read(sum);
    }

    /// <param name="source">Open for reading; it is not closed.</param>
    public static FileSum Of(SafeFileHandle source)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var chunk = new byte[Math.Clamp(RandomAccess.GetLength(source), 1, ReadAtOnce)];
        for (var offset = 0L; RandomAccess.Read(source, chunk, offset) is > 0 and var read; offset += read)
        {
            hash.AppendData(chunk, 0, read);
        }

        Span<byte> sum = stackalloc byte[Length];
        hash.GetHashAndReset(sum);
        return Read(sum);
    }

    public void Write(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Head);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[HalfLength..], Tail);
    }
}

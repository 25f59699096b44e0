using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyArchive.Keeping;

/// <summary>The hash of all that something is made from: each part with its length, so that no two lists of parts are one.</summary>
public sealed class KeptKey : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public KeptKey With(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        _hash.AppendData(length);
        _hash.AppendData(part);
        return this;
    }

    public KeptKey With(string part) => With(Encoding.UTF8.GetBytes(part));

    /// <summary>64 hexadecimal digits.</summary>
    public string Text() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}

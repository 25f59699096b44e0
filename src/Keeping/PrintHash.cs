using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PolicyArchive.Keeping;

/// <summary>
/// The print of all that something is made from: 128 bits of XXH3 over each part with its length, so that no two lists of
/// parts are one. For work of the user's own, not against anyone who means harm.
/// </summary>
public sealed class PrintHash
{
    private readonly XxHash128 _hash = new();

    public PrintHash With(ReadOnlySpan<byte> part)
    {
        With((long)part.Length);
        _hash.Append(part);
        return this;
    }

    /// <param name="part">Null is another part than an empty text.</param>
    public PrintHash With(string? part)
    {
        With(part is null ? -1L : part.Length);
        _hash.Append(MemoryMarshal.AsBytes(part.AsSpan()));
        return this;
    }

    /// <param name="part">Its bytes; one that does not exist has none.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public PrintHash With(FileInfo part)
    {
        if (!part.Exists)
        {
            return With(0L);
        }

        With(part.Length);
        using var bytes = new FileStream(part.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        _hash.Append(bytes);
        return this;
    }

    public PrintHash With(long part) => Append(part);

    public PrintHash With(int part) => Append((long)part);

    public PrintHash With(bool part) => Append(part ? 1L : 0L);

    public PrintHash With(UInt128 part) => Append(part);

    public UInt128 Value() => _hash.GetCurrentHashAsUInt128();

    private PrintHash Append<T>(T value)
        where T : unmanaged
    {
        _hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));
        return this;
    }
}

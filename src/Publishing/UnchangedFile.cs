using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>
/// A file that the published site already has, byte for byte: the new site takes it over by a hard link. It keeps its
/// time of change, so that what copies the site onward sees what is new, and a small edit writes little to the disk.
/// </summary>
internal static partial class UnchangedFile
{
    private const int ChunkBytes = 64 * 1024;

    /// <summary>False where the published file is another one, or there is none; then nothing is at <paramref name="staged"/>.</summary>
    public static bool TryKeep(string published, string staged, RenderedFile file)
    {
        var (part, at) = (0, 0);
        return TryKeep(published, staged, file.Length, (chunk, _) =>
        {
            while (!chunk.IsEmpty)
            {
                var rest = file.Parts[part].Span[at..];
                var length = Math.Min(rest.Length, chunk.Length);
                if (!chunk[..length].SequenceEqual(rest[..length]))
                {
                    return false;
                }

                chunk = chunk[length..];
                (part, at) = length == rest.Length ? (part + 1, 0) : (part, at + length);
            }

            return true;
        });
    }

    /// <inheritdoc cref="TryKeep(string, string, RenderedFile)"/>
    public static bool TryKeep(string published, string staged, SafeFileHandle source)
    {
        var other = new byte[ChunkBytes];
        return TryKeep(published, staged, RandomAccess.GetLength(source), (chunk, offset) =>
            RandomAccess.Read(source, other.AsSpan(0, chunk.Length), offset) == chunk.Length && chunk.SequenceEqual(other.AsSpan(0, chunk.Length)));
    }

    /// <summary>Gives a published file a second name.</summary>
    public static bool TryLink(string published, string staged) => (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) && Link(published, staged) == 0;

    // Called with one chunk after the other.
    private delegate bool Comparison(ReadOnlySpan<byte> chunk, long offset);

    // Linked first and compared then: what is compared is what stays, even if another run publishes in between.
    private static bool TryKeep(string published, string staged, long length, Comparison isSame)
    {
        if (!TryLink(published, staged))
        {
            return false;
        }

        try
        {
            if (Holds(staged, length, isSame))
            {
                return true;
            }
        }
        catch (UnauthorizedAccessException)
        {
            // Someone closed it to reading, so it is written anew.
        }

        File.Delete(staged);
        return false;
    }

    private static bool Holds(string path, long length, Comparison isSame)
    {
        // A pipe has no length, and to open it is to wait; a link has one, and may lead to another file as long.
        var file = new FileInfo(path);
        if (length == 0 || file.Length != length || file.LinkTarget is not null)
        {
            return false;
        }

        // No lock: no one else has this name.
        using var handle = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);

        var chunk = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            for (var offset = 0L; offset < length;)
            {
                var read = RandomAccess.Read(handle, chunk.AsSpan(0, (int)Math.Min(ChunkBytes, length - offset)), offset);
                if (read == 0 || !isSame(chunk.AsSpan(0, read), offset))
                {
                    return false;
                }

                offset += read;
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string name);
}

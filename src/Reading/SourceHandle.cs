using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyArchive.Reading;

/// <summary>
/// Opens and reads what the listing of the folder found to be a file. It may have become something else since: a pipe,
/// for which the system would wait for ever.
/// </summary>
public static partial class SourceHandle
{
    // open(2): the same on every Linux that .NET runs on.
    private const int NonBlocking = 0x800;
    private const int CloseOnExecute = 0x80000;

    /// <exception cref="IOException">There is no such file any more, or it is none.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read, or is a folder.</exception>
    public static SafeFileHandle Open(string path)
    {
        if (!OperatingSystem.IsLinux() || Open(path, NonBlocking | CloseOnExecute) is var number && number < 0)
        {
            // Where it failed the runtime fails too, and says why.
            return File.OpenHandle(path);
        }

        var handle = new SafeFileHandle(number, ownsHandle: true);
        if (FileKind.IsRegular(handle))
        {
            return handle;
        }

        handle.Dispose();
        throw new IOException($"{path} is no longer a file");
    }

    /// <summary>Its bytes as of one reading; null when there are more than <paramref name="most"/>.</summary>
    /// <exception cref="IOException">There is no such file any more, or someone keeps writing to it.</exception>
    public static byte[]? Read(string path, int most)
    {
        using var handle = Open(path);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var changed = File.GetLastWriteTimeUtc(handle);
            var length = RandomAccess.GetLength(handle);
            if (length > most)
            {
                return null;
            }

            var bytes = new byte[length];
            if (Fill(handle, bytes) && RandomAccess.GetLength(handle) == length && File.GetLastWriteTimeUtc(handle) == changed)
            {
                return bytes;
            }
        }

        throw new IOException($"{path} is being written to; build again when that is done");
    }

    private static bool Fill(SafeFileHandle handle, Span<byte> bytes)
    {
        for (var offset = 0; offset < bytes.Length;)
        {
            var read = RandomAccess.Read(handle, bytes[offset..], offset);
            if (read == 0)
            {
                return false;
            }

            offset += read;
        }

        return true;
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}

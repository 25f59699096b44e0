using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyArchive.Reading;

/// <summary>Tells files from pipes, sockets and devices, which the runtime shows as files: to open a pipe is to wait for ever.</summary>
internal static partial class FileKind
{
    // statx(2): the mode stands at byte 28 of struct statx on every Linux; inode(7): its upper bits are the type.
    private const int CurrentFolder = -100;
    private const int OfHandle = 0x1000;
    private const uint WantType = 1;
    private const int StructBytes = 256;
    private const int ModeAt = 28;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <param name="length">Pipes, sockets and devices have none, so a file with one needs no second look.</param>
    public static bool IsRegular(string path, long length, bool isLink)
    {
        if ((length > 0 && !isLink) || !OperatingSystem.IsLinux())
        {
            return true;
        }

        return IsRegular(CurrentFolder, path, 0);
    }

    /// <summary>Whether what was opened, on Linux, is a file.</summary>
    public static bool IsRegular(SafeFileHandle handle) => IsRegular(checked((int)handle.DangerousGetHandle()), "", OfHandle);

    private static bool IsRegular(int folder, string path, int flags)
    {
        var status = new byte[StructBytes];
        try
        {
            return StatX(folder, path, flags, WantType, status) != 0
                || (BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(ModeAt)) & TypeMask) == Regular;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than statx.
            return true;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, byte[] status);
}

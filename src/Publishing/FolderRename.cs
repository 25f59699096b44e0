using System.Runtime.InteropServices;

namespace PolicyArchive.Publishing;

/// <summary>The renames of Linux and macOS that the runtime does not offer. Each returns 0 or the number of an error.</summary>
internal static partial class FolderRename
{
    // errno: these are the same on every Linux that .NET runs on and on macOS, but for the last.
    public const int NoEntry = 2;
    public const int Busy = 16;
    public const int Exists = 17;
    public const int CrossDevice = 18;
    public const int Unsupported = 22;
    private const int LinuxNotImplemented = 38;
    private const int MacNotSupported = 45;

    // renameat2(2), and its number for C libraries that do not have it yet, such as musl before 1.2.6.
    private const int CurrentFolder = -100;
    private const uint LinuxNoReplace = 1;
    private const uint LinuxExchange = 2;
    private const nint NumberOnX64 = 316;
    private const nint NumberOnArm64 = 276;

    // renamex_np(2) of macOS
    private const uint MacSwap = 2;
    private const uint MacExclusive = 4;

    /// <summary>Both stand, and change places in one step.</summary>
    public static int Exchange(string one, string other) => Rename(one, other, LinuxExchange, MacSwap);

    /// <summary>To a place where nothing stands.</summary>
    public static int ToNew(string from, string to) => Rename(from, to, LinuxNoReplace, MacExclusive);

    private static int Rename(string from, string to, uint linux, uint mac)
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsMacOS())
        {
            return Unsupported;
        }

        try
        {
            var isDone = OperatingSystem.IsMacOS() ? RenameX(from, to, mac) == 0 : RenameAt2(CurrentFolder, from, CurrentFolder, to, linux) == 0;
            return isDone ? 0 : LastError();
        }
        catch (EntryPointNotFoundException)
        {
            return RuntimeInformation.ProcessArchitecture switch
            {
                Architecture.X64 => SystemCall(NumberOnX64, CurrentFolder, from, CurrentFolder, to, (nint)linux) == 0 ? 0 : LastError(),
                Architecture.Arm64 => SystemCall(NumberOnArm64, CurrentFolder, from, CurrentFolder, to, (nint)linux) == 0 ? 0 : LastError(),
                _ => Unsupported,
            };
        }
    }

    private static int LastError() =>
        Marshal.GetLastPInvokeError() is var error && error is LinuxNotImplemented or MacNotSupported ? Unsupported : error;

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint SystemCall(nint number, nint fromFolder, string from, nint toFolder, string to, nint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameX(string from, string to, uint flags);
}

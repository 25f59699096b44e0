using System.Runtime.InteropServices;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>What a user may have limited with <c>ulimit</c>.</summary>
public static partial class ProcessLimits
{
    // signal(2): SIGXFSZ and SIG_IGN, the same on Linux and macOS.
    private const int FileTooLarge = 25;
    private const nint Ignore = 1;

    // getrlimit(2): RLIMIT_NOFILE
    private const int OpenFilesOfLinux = 7;
    private const int OpenFilesOfMac = 8;

    // The runtime keeps its libraries open, a hundred or so; and one that it cannot open is the end of it, without a word.
    private const ulong FewestOpenFiles = 128;

    private static bool AreKnown => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    /// <summary>A file that grows over its limit is an error of its writing, not the death of the program.</summary>
    public static void MakeFileSizeAnError()
    {
        if (AreKnown)
        {
            _ = Signal(FileTooLarge, Ignore);
        }
    }

    /// <exception cref="MachineFailure">So few files may be open that a build would fail somewhere in its middle.</exception>
    public static void RefuseFewOpenFiles()
    {
        if (AreKnown && GetLimit(OperatingSystem.IsLinux() ? OpenFilesOfLinux : OpenFilesOfMac, out var limit) == 0 && limit.Now < FewestOpenFiles)
        {
            throw new MachineFailure($"only {limit.Now} files may be open at once, and at least {FewestOpenFiles} are needed; raise the limit with `ulimit -n`");
        }
    }

    private struct Limit
    {
        public ulong Now;
        public ulong Most;
    }

    [LibraryImport("libc", EntryPoint = "signal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Signal(int signal, nint handler);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetLimit(int resource, out Limit limit);
}

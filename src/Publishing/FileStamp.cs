using System.Runtime.InteropServices;

namespace PolicyArchive.Publishing;

/// <summary>What the file system says of something without opening it: two stamps of one path are the same while nothing was changed there.</summary>
/// <param name="Time">Of the last change, in nanoseconds since 1970.</param>
/// <param name="Mode">Its kind and permissions, as <c>st_mode</c> of POSIX.</param>
/// <param name="Node">Its number on the file system, where that is told; otherwise 0.</param>
internal readonly partial record struct FileStamp(long Length, long Time, int Mode, ulong Node)
{
    // st_mode: S_IFMT, S_IFDIR and S_IFREG are the same on Linux and macOS.
    private const int KindMask = 0xF000;
    private const int KindFolder = 0x4000;
    private const int KindFile = 0x8000;

    // statx(2), whose structure is the same on every Linux: AT_FDCWD, AT_SYMLINK_NOFOLLOW, and the fields that are asked for.
    private const int CurrentFolder = -100;
    private const int NotFollowed = 0x100;
    private const uint TypeModeTimeNodeSize = 0x1 | 0x2 | 0x40 | 0x100 | 0x200;

    private const long NanosecondsOfSecond = 1_000_000_000;

    private static readonly bool HasStatX = OperatingSystem.IsLinux() && CanStatX();

    public bool IsFile => (Mode & KindMask) == KindFile;

    public bool IsFolder => (Mode & KindMask) == KindFolder;

    /// <summary>The time of now as <see cref="Time"/> has it.</summary>
    public static long Now => Nanoseconds(DateTime.UtcNow);

    /// <summary>Of what stands there, itself where it is a link; null where nothing does that can be asked.</summary>
    public static FileStamp? Of(string path)
    {
        if (HasStatX)
        {
            return StatX(CurrentFolder, path, NotFollowed, TypeModeTimeNodeSize, out var told) == 0
                ? new FileStamp((long)told.Size, told.Seconds * NanosecondsOfSecond + told.Nanoseconds, told.Mode, told.Node)
                : null;
        }

        var entry = new FileInfo(path);
        var attributes = entry.Attributes;
        if ((int)attributes == -1)
        {
            return null;
        }

        var kind = attributes.HasFlag(FileAttributes.ReparsePoint) ? 0 : attributes.HasFlag(FileAttributes.Directory) ? KindFolder : KindFile;
        return new FileStamp(kind == KindFile ? entry.Length : 0, Nanoseconds(entry.LastWriteTimeUtc), (int)entry.UnixFileMode | kind, 0);
    }

    private static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private static bool CanStatX()
    {
        try
        {
            return StatX(CurrentFolder, "/", NotFollowed, TypeModeTimeNodeSize, out _) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Told
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Node;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(112)]
        public long Seconds;

        [FieldOffset(120)]
        public uint Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Told told);
}

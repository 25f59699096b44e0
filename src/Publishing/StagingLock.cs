using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>
/// A staging folder beside the output, and the lock file beside that. The lock is held as long as its process lives, so
/// what a killed run left behind can be told from what a running one is writing.
/// </summary>
internal sealed partial class StagingLock
{
    private const string Suffix = ".lock";

    // flock(2). The runtime's own locks are switched off for speed, see StatiqSite.csproj.
    private const int Exclusive = 2;
    private const int WithoutWaiting = 4;

    private readonly SafeFileHandle _lock;

    private StagingLock(string folder, SafeFileHandle held) => (Folder, _lock) = (folder, held);

    public string Folder { get; }

    /// <summary>Makes a staging folder: a sibling, so that a rename stays within one file system.</summary>
    /// <param name="moveTo">Moves a folder that is there already to that place; false where there is none.</param>
    public static StagingLock Take(string output, Func<string, bool>? moveTo = null)
    {
        var parent = Path.GetDirectoryName(output)!;
        Directory.CreateDirectory(parent);
        for (var attempt = 0; ; attempt++)
        {
            var folder = Path.Join(parent, string.Create(CultureInfo.InvariantCulture, $"{Head(output)}{Environment.ProcessId}-{Path.GetRandomFileName()[..8]}"));
            var held = File.OpenHandle(folder + Suffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);

            // Another run may have taken the file for a dead one's between its making and its locking, and removed it.
            if ((TryLock(held) && File.Exists(folder + Suffix)) || attempt == 8)
            {
                if (moveTo?.Invoke(folder) != true)
                {
                    Directory.CreateDirectory(folder);
                }

                return new StagingLock(folder, held);
            }

            held.Dispose();
        }
    }

    /// <summary>
    /// Finishes what runs that were killed left beside the output: brings back a site that was between two steps, and
    /// removes the rest.
    /// </summary>
    /// <returns>What could not be removed, and why.</returns>
    public static IEnumerable<Leftover> RemoveDead(string output)
    {
        var parent = Path.GetDirectoryName(output)!;
        var head = Path.Join(parent, Head(output));
        if (!Directory.Exists(parent))
        {
            yield break;
        }

        // No pattern: the name of the output may hold a star.
        foreach (var path in Directory.GetFiles(parent).Where(f => f.StartsWith(head, StringComparison.Ordinal) && f.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            if (TryHold(path) is { } held && new StagingLock(path[..^Suffix.Length], held).Remove(output) is { } leftover)
            {
                yield return leftover;
            }
        }
    }

    /// <summary>Removes the folder, then the lock, whose file stays for the next run where that fails.</summary>
    /// <param name="threads">How many delete at most; as many as there are, for -1.</param>
    /// <returns>What could not be removed, and why.</returns>
    public Leftover? Remove(string output, int threads = -1)
    {
        using var held = _lock;
        try
        {
            // A run that was stopped between the two steps of an exchange left no output, and the old site aside.
            var aside = FolderExchange.Aside(Folder);
            if (Directory.Exists(aside) && !Directory.Exists(output))
            {
                Directory.Move(aside, output);
            }

            if ((PublishedFolder.Delete(aside, threads) ?? PublishedFolder.Delete(Folder, threads)) is { } leftover)
            {
                return leftover;
            }

            // Windows deletes no file that is open; and no one else makes one of this name.
            held.Dispose();
            File.Delete(Folder + Suffix);
            return null;
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return new Leftover(Folder + Suffix, e);
        }
    }

    private static SafeFileHandle? TryHold(string path)
    {
        try
        {
            var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            if (TryLock(file))
            {
                return file;
            }

            file.Dispose();
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // On Windows held by a run that lives; removed meanwhile; or another user's: not ours to clear.
        }

        return null;
    }

    // Windows locks what is opened without sharing.
    private static bool TryLock(SafeFileHandle file) => OperatingSystem.IsWindows() || Lock(file, Exclusive | WithoutWaiting) == 0;

    private static string Head(string output) => $".{Path.GetFileName(output)}.staging-";

    [LibraryImport("libc", EntryPoint = "flock")]
    private static partial int Lock(SafeFileHandle file, int operation);
}

using System.Globalization;

namespace PolicyArchive.Publishing;

/// <summary>
/// A staging folder beside the output, and the lock file beside that. The lock is held as long as its process lives, so
/// what a killed run left behind can be told from what a running one is writing.
/// </summary>
internal sealed class StagingLock : IDisposable
{
    private const string Suffix = ".lock";

    private readonly FileStream _lock;

    private StagingLock(string folder, FileStream held) => (Folder, _lock) = (folder, held);

    public string Folder { get; }

    /// <summary>Makes a staging folder: a sibling, so that a rename stays within one file system.</summary>
    public static StagingLock Take(string output)
    {
        var parent = Path.GetDirectoryName(output)!;
        Directory.CreateDirectory(parent);
        for (var attempt = 0; ; attempt++)
        {
            var folder = Path.Join(parent, string.Create(CultureInfo.InvariantCulture, $"{Head(output)}{Environment.ProcessId}-{Path.GetRandomFileName()[..8]}"));
            FileStream held;
            try
            {
                held = new FileStream(folder + Suffix, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            }
            catch (IOException) when (attempt < 3 && File.Exists(folder + Suffix))
            {
                // Another run looked whether this lock was dead in the moment between its making and its locking.
                continue;
            }

            Directory.CreateDirectory(folder);
            return new StagingLock(folder, held);
        }
    }

    /// <summary>Removes what runs that were killed left beside the output.</summary>
    public static void RemoveDead(string output)
    {
        var parent = Path.GetDirectoryName(output)!;
        if (!Directory.Exists(parent))
        {
            return;
        }

        foreach (var path in Directory.GetFiles(parent, Head(output) + "*" + Suffix))
        {
            if (TryHold(path) is { } held)
            {
                var dead = new StagingLock(path[..^Suffix.Length], held);
                FinishTwoSteps(dead.Folder, output);
                dead.Dispose();
            }
        }
    }

    public void Dispose()
    {
        PublishedFolder.Delete(Folder);
        File.Delete(_lock.Name);
        _lock.Dispose();
    }

    // A run that was killed between the two steps of an exchange left the output empty and the old site aside.
    private static void FinishTwoSteps(string folder, string output)
    {
        var aside = FolderExchange.Aside(folder);
        if (!Directory.Exists(aside))
        {
            return;
        }

        if (Directory.Exists(output))
        {
            PublishedFolder.Delete(aside);
        }
        else
        {
            Directory.Move(aside, output);
        }
    }

    private static FileStream? TryHold(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // Held by a run that lives, removed meanwhile, or another user's: not ours to clear.
            return null;
        }
    }

    private static string Head(string output) => $".{Path.GetFileName(output)}.staging-";
}

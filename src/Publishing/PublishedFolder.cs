using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>A folder of this program's own that has had its day.</summary>
internal static class PublishedFolder
{
    private const UnixFileMode Accessible = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Deletes it. Of one that was once published only the files of its mark go, in case someone put a file there in the
    /// last moment. Only what is found below the folder is touched, whatever the mark says; links go and are not followed.
    /// </summary>
    /// <param name="threads">How many work at it at most; as many as there are, for -1.</param>
    /// <returns>What is left, and why; null when nothing is.</returns>
    public static Leftover? Delete(string folder, int threads = -1)
    {
        if (!Directory.Exists(folder) || new DirectoryInfo(folder).LinkTarget is not null)
        {
            return null;
        }

        try
        {
            if (!Empty(folder, "", With(folder, () => OwnershipMark.Read(folder)), new ParallelOptions { MaxDegreeOfParallelism = threads }))
            {
                return new Leftover(folder, new IOException("files of someone else were put there while it was published"));
            }

            // The mark goes last: while it is there, the next run can finish what a killed one began.
            With(folder, () => File.Delete(Path.Join(folder, OwnershipMark.FileName)));
            Directory.Delete(folder);
            return null;
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return new Leftover(folder, e);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.All(MachineFailure.Is))
        {
            return new Leftover(folder, e.Flatten().InnerExceptions[0]);
        }
    }

    // Whether nothing but the mark is left in it. By folder, since two deletions in one folder wait for each other.
    private static bool Empty(string folder, string head, HashSet<string>? mark, ParallelOptions threads)
    {
        var isEmpty = true;
        var entries = With(folder, () => FilePath.EntriesOf(folder));
        Parallel.ForEach(entries.Where(e => e.IsFolder), threads, entry =>
        {
            var inner = Path.Join(folder, entry.Name);
            if (Empty(inner, $"{head}{entry.Name}/", mark, threads))
            {
                With(folder, () => Directory.Delete(inner));
            }
            else
            {
                isEmpty = false;
            }
        });
        foreach (var (name, _) in entries.Where(e => !e.IsFolder && !(head.Length == 0 && e.Name == OwnershipMark.FileName)))
        {
            if (mark?.Contains(head + name) != false || FilePath.IsLitter(name))
            {
                With(folder, () => File.Delete(Path.Join(folder, name)));
            }
            else
            {
                isEmpty = false;
            }
        }

        return isEmpty;
    }

    private static void With(string folder, Action act) => With(folder, () =>
    {
        act();
        return true;
    });

    // A folder that someone closed to writing or reading is opened, when that is what stands in the way.
    private static T With<T>(string folder, Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (MachineFailure.Is(e) && !OperatingSystem.IsWindows())
        {
            // The runtime says so in two ways: of a folder in one, of a file in the other.
            File.SetUnixFileMode(folder, Accessible);
            return act();
        }
    }
}

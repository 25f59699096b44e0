namespace PolicyArchive.Publishing;

/// <summary>A folder of this program's own that has had its day.</summary>
internal static class PublishedFolder
{
    /// <summary>
    /// Deletes it. Of one that was once published only the files of its mark go, in case someone put a file there in the
    /// last moment; that file, and the folders it lies in, stay.
    /// </summary>
    public static void Delete(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        if (OwnershipMark.Read(folder) is { } paths)
        {
            // By folder, since two deletions in one folder wait for each other.
            Parallel.ForEach(paths.GroupBy(path => Path.GetDirectoryName(path)!, StringComparer.Ordinal), files => Empty(Path.Join(folder, files.Key), files));
            if (OutputRules.FirstForeignFile(folder) is not null)
            {
                return;
            }
        }

        // The mark goes with the rest, last: while it is there, the next run can finish what a killed one began.
        Directory.Delete(folder, recursive: true);
    }

    // A folder that has others inside stays for later; most have none.
    private static void Empty(string folder, IEnumerable<string> files)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in files)
        {
            File.Delete(Path.Join(folder, Path.GetFileName(path)));
        }

        if (!Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
        }
    }
}

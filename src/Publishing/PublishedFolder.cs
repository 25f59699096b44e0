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

        if (OwnershipMark.Read(folder) is not { } paths)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        var files = FilePath.FilesBelow(folder).ToArray();
        var foreign = files.Where(path => path != OwnershipMark.FileName && !paths.Contains(path) && !FilePath.IsLitter(path)).ToHashSet(StringComparer.Ordinal);
        Parallel.ForEach(files, path =>
        {
            if (!foreign.Contains(path) && path != OwnershipMark.FileName)
            {
                File.Delete(Path.Join(folder, path));
            }
        });

        // The mark goes last: while it is there, a run that was killed here can be taken up by the next.
        if (foreign.Count == 0)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>A published folder with the record of what it held.</summary>
internal sealed record RecordedSite(string Root, SiteRecord Record)
{
    /// <summary>Whether it has no file and no folder but its own: someone may have put theirs there since.</summary>
    public bool HoldsNothingElse()
    {
        try
        {
            return Parallel.ForEach(Record.Folders, (folder, loop) =>
            {
                if (!HoldsNothingElse(folder.Key, folder.Value))
                {
                    loop.Stop();
                }
            }).IsCompleted;
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.All(MachineFailure.Is))
        {
            return false;
        }
    }

    /// <summary>What is recorded of a file; null where it is none of that unit's, or is of none.</summary>
    public FileRecord? Find(string? unit, string path)
    {
        if (unit is null)
        {
            return Record.Loose.TryGetValue(path, out var loose) ? loose : null;
        }

        if (Record.Units.TryGetValue(unit, out var known))
        {
            foreach (var file in known.Files)
            {
                if (file.Path == path)
                {
                    return file;
                }
            }
        }

        return null;
    }

    private bool HoldsNothingElse(string path, FolderRecord folder)
    {
        var full = Path.Join(Root, path);

        // The site itself keeps what permissions someone gave it.
        return FileStamp.Of(full) is { IsFolder: true } now && (path.Length == 0 || now.Mode == folder.Stamp.Mode) && (Record.IsSame(folder, now) || FolderNames.In(full) == folder.Names);
    }
}

using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>Takes files of earlier sites over into the new one, as far as the records of them hold.</summary>
/// <param name="published">Null where there is no record of it.</param>
internal sealed class EarlierSites(StagedFolder staged, RecordedSite? published)
{
    private readonly RecordedSite? _twin = staged.Twin?.Site;

    /// <summary>The files of a unit, which are in the new site then; null where not all of them are to be had.</summary>
    public FileRecord[]? Keep(WorkUnit unit)
    {
        staged.Twin?.Follow(unit.Folder);
        if (UnitIn(_twin, unit) is { } stays && stays.Files.All(file => FileStamp.Of(staged.At(unit.Folder + file.Path)) == file.Stamp))
        {
            return stays.Files;
        }

        return UnitIn(published, unit) is { } known && TryKeep(known, unit.Folder) ? known.Files : null;
    }

    /// <summary>The stamp of a file that is in the new site then; null where it is not to be had.</summary>
    /// <param name="unit">That it is made with, if any.</param>
    /// <param name="path">Below the site.</param>
    /// <param name="isOther">Whether the published file is known to be another one.</param>
    public FileStamp? Keep(WorkUnit? unit, string path, FileSum sum, out bool isOther)
    {
        var (name, folder) = (unit?.Name, unit?.Folder ?? "");
        var known = published?.Find(name, path[folder.Length..]);
        isOther = known is { } other && other.Sum != sum;
        if (_twin?.Find(name, path[folder.Length..]) is { } stays && stays.Sum == sum && FileStamp.Of(staged.At(path)) == stays.Stamp)
        {
            return stays.Stamp;
        }

        return known is { } same && same.Sum == sum && TryKeep(FolderIn(published, name) + same.Path, path, same.Stamp) ? same.Stamp : null;
    }

    private static UnitRecord? UnitIn(RecordedSite? site, WorkUnit unit) =>
        site is not null && site.Record.Units.TryGetValue(unit.Name, out var known) && known.Print == unit.Print ? known : null;

    private static string FolderIn(RecordedSite? site, string? unit) => unit is null ? "" : site!.Record.Units[unit].Folder;

    private bool TryKeep(UnitRecord known, string folder)
    {
        for (var file = 0; file < known.Files.Length; file++)
        {
            if (!TryKeep(known.Folder + known.Files[file].Path, folder + known.Files[file].Path, known.Files[file].Stamp))
            {
                foreach (var linked in known.Files.AsSpan(0, file))
                {
                    staged.RemoveFile(folder + linked.Path);
                }

                return false;
            }
        }

        return true;
    }

    // Linked first and looked at then: what is seen is what stays, even if another run publishes in between.
    private bool TryKeep(string from, string to, FileStamp stamp)
    {
        var path = staged.At(to);
        if (_twin is not null && FileStamp.Of(path) == stamp)
        {
            return true;
        }

        staged.MakeRoom(to);
        if (UnchangedFile.TryLink(Path.Join(published!.Root, from), path))
        {
            if (FileStamp.Of(path) == stamp)
            {
                return true;
            }

            staged.RemoveFile(to);
        }

        return false;
    }
}

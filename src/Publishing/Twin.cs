using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>
/// The site before the published one. Most of it is what the next site is, so it becomes that one, by the changes of two
/// builds: what did not change costs no more than a look.
/// </summary>
internal sealed class Twin
{
    private readonly RecordedSite _site;

    // As they are named now, as far as is known.
    private readonly HashSet<string> _unitFolders;
    private readonly Lock _moving = new();

    // Where folders of units are now, by where they were.
    private readonly Dictionary<string, string> _moved = new(StringComparer.Ordinal);

    private Twin(RecordedSite site)
    {
        _site = site;
        _unitFolders = site.Record.Units.Values.Select(unit => unit.Folder).Where(folder => folder.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    public RecordedSite Site => _site;

    /// <summary>Opens the one in a folder to changes; null where it is not as it was when it was published.</summary>
    public static Twin? Open(string folder, SiteMemory memory)
    {
        try
        {
            if (memory.Find(folder) is not { } site || !site.HoldsNothingElse())
            {
                return null;
            }

            // Without it no record speaks of this folder any more, and all that is in it is ours to delete.
            File.Delete(Path.Join(folder, OwnershipMark.FileName));
            return new Twin(site);
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return null;
        }
    }

    /// <summary>
    /// Called before anything is put into the folder of a unit. When the twin has that folder under another name, it is
    /// renamed, so that the files in it need not be, each by itself.
    /// </summary>
    public void Follow(string folder)
    {
        if (folder.Length == 0)
        {
            return;
        }

        lock (_moving)
        {
            if (_unitFolders.Contains(folder))
            {
                return;
            }

            string[] before = [.. _unitFolders.Where(other => Parent(other).SequenceEqual(Parent(folder)))];
            if (before is [var only])
            {
                _unitFolders.Remove(only);
                _unitFolders.Add(folder);
                try
                {
                    Directory.Move(Path.Join(_site.Root, only), Path.Join(_site.Root, folder));
                    _moved[only] = folder;
                }
                catch (Exception e) when (MachineFailure.Is(e))
                {
                    // It is not there any more, or something else is where it would be: its files come from elsewhere.
                }
            }
        }
    }

    /// <summary>Removes the files and folders that the new site does not have.</summary>
    /// <param name="folders">Those of the new site.</param>
    public void RemoveAllBut(SiteInMaking site, IReadOnlyDictionary<string, ulong> folders, StagedFolder staged)
    {
        foreach (var unit in _site.Record.Units)
        {
            foreach (var file in site.HasKept(unit.Key, unit.Value.Files) ? [] : unit.Value.Files)
            {
                RemoveUnlessIn(site, unit.Value.Folder + file.Path, staged);
            }
        }

        foreach (var path in _site.Record.Loose.Keys)
        {
            RemoveUnlessIn(site, path, staged);
        }

        // The innermost first.
        foreach (var folder in _site.Record.Folders.Keys.Select(Place).Where(folder => !folders.ContainsKey(folder)).OrderDescending(StringComparer.Ordinal))
        {
            if (FileStamp.Of(Path.Join(_site.Root, folder.TrimEnd('/'))) is { IsFolder: true })
            {
                Directory.Delete(Path.Join(_site.Root, folder));
            }
        }
    }

    /// <summary>Whether every folder that was touched holds what it should, and nothing else.</summary>
    public bool Became(SiteRecord site)
    {
        var before = _site.Record.Folders.ToDictionary(folder => Place(folder.Key), folder => folder.Value, StringComparer.Ordinal);
        return site.Folders.AsParallel().All(folder => (before.TryGetValue(folder.Key, out var old) && old == folder.Value) || FolderNames.In(Path.Join(_site.Root, folder.Key)) == folder.Value.Names);
    }

    private void RemoveUnlessIn(SiteInMaking site, string recorded, StagedFolder staged)
    {
        var path = Place(recorded);
        if (!site.Has(path))
        {
            staged.RemoveFile(path);
        }
    }

    // Where something is now that was recorded there.
    private string Place(string recorded)
    {
        foreach (var (from, to) in _moved)
        {
            if (recorded.StartsWith(from, StringComparison.Ordinal))
            {
                return to + recorded[from.Length..];
            }
        }

        return recorded;
    }

    private static ReadOnlySpan<char> Parent(string folder) => folder.AsSpan(0, folder.AsSpan(..^1).LastIndexOf('/') + 1);
}

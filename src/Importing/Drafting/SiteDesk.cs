using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites;

namespace PolicyArchive.Importing.Drafting;

/// <summary>A whole site that another generator made: its texts, its files, and what is listed of its topics and people.</summary>
public sealed partial class DraftDesk
{
    /// <summary>Writes everything that is new, and says what became of each text to <paramref name="placed"/>.</summary>
    /// <returns>The files that were copied.</returns>
    public int Place(SiteMove move, List<Finding> findings, Action<string, Func<Arrival>> placed)
    {
        findings.AddRange(move.Site.Findings);
        var pieces = move.Pieces(Settle);
        foreach (var arranged in pieces.AsParallel().AsOrdered().Select(Arrange))
        {
            placed(arranged.Piece.Place.File, () => Place(arranged, findings));
        }

        var report = SiteReport.PathOf(move.Site.Folder.Name);
        var earlier = _folder.Read(report) ?? "";
        var (topics, people) = (move.Listings.TopicsText, move.Listings.PeopleText);
        PlaceListing("topics.yml", topics, earlier, IsSaid(move.Listings.Topics.SelectMany(t => t.Addresses), Taxonomy.Topics), findings);
        PlaceListing("people.yml", people, earlier, move.Listings.People.All(p => _manuscripts.People.Any(known => known.Name == p.Name)), findings);
        if (!_folder.Has("settings.yml") && move.Listings.SettingsText is { Length: > 0 } settings)
        {
            _folder.Write("settings.yml", settings);
        }

        var (files, copied) = CopyFiles(move, findings);
        _folder.Write(report, SiteReport.Write(move, earlier, _folder.ReadBytes, files));
        return copied;
    }

    // What an editor changed is never written over, here as elsewhere.
    private void PlaceListing(string name, string? text, string earlier, bool isSaid, List<Finding> findings)
    {
        if (text is null)
        {
            return;
        }

        var bytes = _folder.ReadBytes(name);
        if (bytes is null || SiteReport.WrittenHash(earlier, name) == DraftFolder.Hash(bytes))
        {
            _folder.Write(name, text);
        }
        else if (!isSaid && DraftFolder.Hash(bytes) != DraftFolder.Hash(text))
        {
            var beside = $"_{Path.GetFileNameWithoutExtension(name)}.new.yml";
            _folder.Write(beside, text);
            findings.Add(Finding.Warning("IMPORT024", _folder.PlaceOf(name), $"the file is there already, so what the old site adds to it is {_folder.PlaceOf(beside)}", "take it over, then delete that file"));
        }
    }

    private bool IsSaid(IEnumerable<string> addresses, Taxonomy taxonomy)
    {
        var known = _manuscripts.Terms.Where(t => t.Taxonomy == taxonomy).SelectMany(t => t.RedirectFrom).Select(r => OldAddresses.Key(r.Text)).ToHashSet(StringComparer.Ordinal);
        return addresses.All(a => known.Contains(OldAddresses.Key(a)));
    }

    private (List<string> Files, int Copied) CopyFiles(SiteMove move, List<Finding> findings)
    {
        var (files, copied) = (new List<string>(), 0);
        foreach (var (path, address) in move.Kept)
        {
            var (source, target) = (move.Site.Folder.OnDisk(path), OldAddresses.Unescaped(address).Trim('/'));
            if (target.Split('/').Any(step => step is "" or "." or "..") || Path.GetExtension(target) is ".yml" or ".yaml" or ".md")
            {
                continue;
            }

            var isThere = _folder.Has(target);
            if (isThere && !_folder.IsSame(source, target))
            {
                findings.Add(Finding.Warning("IMPORT024", _folder.PlaceOf(target), $"the file is there already, and that of the old site, {move.Site.Folder.Display}/{path}, is another", "keep the one that is meant"));
                continue;
            }

            if (!isThere)
            {
                _folder.Copy(source, target);
                copied++;
            }

            files.Add(target);
        }

        return (files, copied);
    }
}

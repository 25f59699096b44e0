using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Arranging;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Drafting;

/// <summary>What became of one piece.</summary>
public enum Arrival { Imported, Updated, Unchanged, Kept }

/// <summary>Puts pieces into the writers' folder: a file a source, and never over what an editor changed.</summary>
public sealed partial class DraftDesk
{
    private readonly DraftFolder _folder;
    private readonly Provenances _provenances;
    private readonly Vocabulary _vocabulary;
    private readonly Names _topics;
    private readonly Names _authors;
    private readonly DraftKeys _keys;
    private readonly HashSet<string> _redirects;
    private readonly Manuscripts _manuscripts;

    // The lines that change with the day and the file, and not with the text.
    [GeneratedRegex(@"^  (?:sha256|imported): .*\n", RegexOptions.Multiline)]
    private static partial Regex Stamp { get; }

    [GeneratedRegex(@"^  imported: (?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})$", RegexOptions.Multiline)]
    private static partial Regex Imported { get; }

    /// <param name="root">The input folder on disk.</param>
    /// <param name="display">As findings name it.</param>
    public DraftDesk(string root, string display, Manuscripts manuscripts, DraftKeys keys)
    {
        (_folder, _provenances, _vocabulary, _keys) = (new DraftFolder(root, display), new Provenances(manuscripts), Vocabulary.Of(manuscripts), keys);
        _manuscripts = manuscripts;
        (_topics, _authors) = (Names.OfTopics(manuscripts), Names.OfAuthors(manuscripts));
        _redirects = manuscripts.Briefs.Where(b => b.Provenance is null).SelectMany(b => b.RedirectFrom).Select(r => r.Text).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The drafts that were written, each with its report, as findings name them.</summary>
    public List<(string Draft, string Report)> Written { get; } = [];

    /// <summary>May be called in parallel: it only asks.</summary>
    public Arrangement Arrange(Piece piece) => Arranger.Arrange(piece, _vocabulary, _keys.Today);

    /// <summary>The slug that a piece will have, before its text is known: texts of one site link to each other.</summary>
    public Slug Settle(Piece piece)
    {
        var wanted = Wanted(piece, piece.Claims.Title?.Text ?? "");
        if (_provenances.Of(piece, wanted) is { } earlier)
        {
            return earlier.Slug;
        }

        if (_provenances.Twin(piece) is not null)
        {
            return wanted;
        }

        return (_settled[piece.Name] = Reserve(piece, wanted)).Slug;
    }

    /// <summary>Writes the draft and its report, or says why it does not. Findings go to <paramref name="findings"/>.</summary>
    public Arrival Place(Arrangement piece, List<Finding> findings)
    {
        findings.AddRange(piece.Findings);
        var wanted = Wanted(piece.Piece, piece.Title);
        if (_provenances.Twin(piece.Piece) is var (other, where) && other is not null && _provenances.Of(piece.Piece, wanted) is null)
        {
            findings.Add(Finding.Warning("IMPORT021", piece.Piece.Place, $"the same file was imported as `{other}`, and is {_folder.PlaceOf(where)}", "there is nothing to do"));
            return Arrival.Unchanged;
        }

        if (piece.Piece.Claims.IsPage)
        {
            return PlacePage(piece, wanted, findings);
        }

        if (_provenances.Of(piece.Piece, wanted) is { } earlier)
        {
            return Replace(piece, earlier.SourcePath, earlier.Slug.Text, earlier.Provenance!.Sha256, findings);
        }

        var (slug, holder) = _settled.Remove(piece.Piece.Name, out var settled) ? settled : Reserve(piece.Piece, wanted);
        if (holder is not null)
        {
            findings.Add(Finding.Warning("IMPORT020", piece.Piece.Place, $"the slug `{wanted}` is already that of {holder}, so this is `{slug}`", "if they are one piece, delete one; else give this one a better `slug`"));
        }

        var path = piece.Piece.Pictures.IsEmpty ? $"briefs/{slug}.md" : $"briefs/{slug}/index.md";
        _provenances.Add(piece.Piece, slug, path);
        Write(piece, path, slug.Text, Draft(piece, slug.Text, _keys.Today));
        return Arrival.Imported;
    }

    private static Slug Wanted(Piece piece, string title) =>
        (piece.Claims.Slug is { } said ? Slug.FromTitle(said.Text) : null) ?? Slug.FromTitle(title) ?? Slug.FromTitle(piece.Name) ?? Slug.FromTitle("piece-" + piece.Sha256[..8])!.Value;

    private (Slug Slug, string? Holder) Reserve(Piece piece, Slug wanted)
    {
        var (slug, holder) = _provenances.Free(wanted);
        while (_folder.Has($"briefs/{slug}.md") || _folder.Has($"briefs/{slug}"))
        {
            holder ??= $"briefs/{slug}";
            _provenances.Add(piece, slug, holder);
            (slug, _) = _provenances.Free(wanted);
        }

        _provenances.Add(piece, slug, $"briefs/{slug}.md");
        return (slug, holder);
    }

    /// <summary>An account of what a source of many pieces holds besides them.</summary>
    /// <returns>Its path below the input folder.</returns>
    public string WriteSkipped(SourcePath source, IReadOnlyList<Dropped> skipped)
    {
        var path = ImportReport.PathOf("briefs/x", "of-" + (Slug.FromTitle(Path.GetFileNameWithoutExtension(source.Name))?.Text ?? "export"));
        _folder.Write(path, ImportReport.WriteSkipped(source.Name, skipped));
        return path;
    }

    private Arrival PlacePage(Arrangement piece, Slug wanted, List<Finding> findings)
    {
        var own = piece.Piece.Claims.PagePath ?? wanted.Text;
        for (var number = 1; ; number++)
        {
            var stem = number == 1 ? own : $"{own}-{number}";
            var path = piece.Piece.Pictures.IsEmpty ? $"pages/{stem}.md" : $"pages/{stem}/index.md";
            var slug = stem[(stem.LastIndexOf('/') + 1)..];
            if (!_folder.Has($"pages/{stem}.md") && !_folder.Has($"pages/{stem}/index.md"))
            {
                Write(piece, path, slug, Draft(piece, stem, _keys.Today, number == 1 ? null : $"/{own}/"));
                return Arrival.Imported;
            }

            if (_folder.Has(path) && _folder.Read(ImportReport.PathOf(path, slug)) is { } report && ImportReport.SourceOf(report) == piece.Piece.Name)
            {
                return Replace(piece, path, stem, "", findings);
            }

            if (number == 1)
            {
                findings.Add(Finding.Warning("IMPORT020", piece.Piece.Place, $"the page `{path}` is there already, so this one has a number", "if they are one page, delete one"));
            }
        }
    }

    private Arrival Replace(Arrangement piece, string path, string slug, string lastSha, List<Finding> findings)
    {
        var bytes = _folder.ReadBytes(path) ?? [];
        var now = System.Text.Encoding.UTF8.GetString(bytes);
        var imported = Imported.Match(now) is { Success: true } match && DateOnly.TryParseExact(match.Groups["day"].Value, "yyyy-MM-dd", out var day) ? day : _keys.Today;
        var draft = Draft(piece, slug, imported);
        if (Stamp.Replace(now, "") == Stamp.Replace(draft.Text, ""))
        {
            return Arrival.Unchanged;
        }

        var name = slug[(slug.LastIndexOf('/') + 1)..];
        if (_folder.Read(ImportReport.PathOf(path, name)) is { } report && ImportReport.WrittenHash(report) == DraftFolder.Hash(bytes))
        {
            Write(piece, path, name, Draft(piece, slug, _keys.Today));
            return Arrival.Updated;
        }

        if (lastSha != piece.Piece.Sha256)
        {
            var beside = $"{path[..(path.LastIndexOf('/') + 1)]}_{name}.new.md";
            _folder.Write(beside, draft.Text);
            findings.Add(Finding.Warning("IMPORT022", _folder.PlaceOf(path), $"the brief was edited since it was imported, and its source has changed; the new text is {_folder.PlaceOf(beside)}", "take over what you want, then delete that file"));
        }

        return Arrival.Kept;
    }

    // A page that keeps its address needs no redirect; neither does one whose address another page has.
    private (string Text, IReadOnlyList<string> Left) Draft(Arrangement piece, string slug, DateOnly imported, string? taken = null)
    {
        var writer = new DraftText(piece, _keys, _topics, _authors);
        var own = piece.Piece.Claims.IsPage ? $"/{slug}/" : $"/briefs/{slug}/";
        var asked = piece.Piece.Claims.RedirectFrom.Where(r => !IsAt(r, own)).ToList();
        var redirects = asked.Where(r => SiteUrl.TryParse(r, out var url) && url.Value != SiteUrl.Home && !r.Any(char.IsWhiteSpace) && (taken is null || !IsAt(r, taken))).ToList();
        var free = redirects.Where(r => !_redirects.Contains(r) || _given.GetValueOrDefault(r) == piece.Piece.Name).ToList();
        foreach (var redirect in free)
        {
            _redirects.Add(redirect);
            _given[redirect] = piece.Piece.Name;
        }

        var text = writer.Write(imported, free);
        return (text, [.. writer.Left, .. asked.Except(free).Select(r => $"The old address `{r}` is not redirected: it is another's, or no address that can be.")]);
    }

    private static bool IsAt(string redirect, string address) => SiteUrl.TryParse(redirect, out var url) && url.Value.Path.TrimEnd('/') + "/" == address;

    private readonly Dictionary<string, (Slug Slug, string? Holder)> _settled = new(StringComparer.Ordinal);

    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);

    private void Write(Arrangement piece, string path, string slug, (string Text, IReadOnlyList<string> Left) draft)
    {
        foreach (var picture in piece.Piece.Pictures)
        {
            _folder.Write($"{path[..(path.LastIndexOf('/') + 1)]}{picture.Name}", picture.Read());
        }

        _folder.Write(path, draft.Text);
        Written.Add((_folder.PlaceOf(path).File, _folder.PlaceOf(ImportReport.PathOf(path, slug)).File));
        _folder.Write(ImportReport.PathOf(path, slug), ImportReport.Write(piece, path, DraftFolder.Hash(draft.Text), _keys.Today, draft.Left));
    }
}

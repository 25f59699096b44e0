using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>What probably became of an address that has vanished, and who should be given a <c>redirect_from</c>.</summary>
internal sealed class Successors(Archive archive, Manuscripts manuscripts, IReadOnlyCollection<SiteUrl> files)
{
    private const int MostAnswers = 100;

    private readonly Lazy<NameIndex> _slugs = new(() => new NameIndex(archive.BySlug.Keys.Select(s => s.Text)));
    private readonly Lazy<ILookup<string, Entry>> _byOldName = new(() => archive.Entries
        .SelectMany(e => ((string?[])[Slug.FromTitle(NameOf(e.Brief.SourcePath))?.Text, Slug.FromTitle(e.Brief.Title)?.Text]).OfType<string>().Distinct().Select(name => (name, e)))
        .ToLookup(p => p.name, p => p.e, StringComparer.Ordinal));

    private int _answers;

    /// <returns>What is known of it, to follow "is no longer there"; and what to do.</returns>
    public (string What, string Cure) Of(SiteUrl url)
    {
        var parts = url.Path.Trim('/').Split('/');
        if (url.IsPage && parts is [.. var list, "page", var number] && number.All(char.IsAsciiDigit))
        {
            return ($", since the list /{string.Concat(list.Select(p => p + "/"))} has fewer pages now", "remove this line: pages of a list change with every brief and are not recorded");
        }

        // No more are shown of one code, and each answer takes time.
        var (what, cure) = ++_answers > MostAnswers ? ("", "give what took its place a `redirect_from`") : Of(url, parts);
        return (what, cure + ", or list it in retired.yml with the reason");
    }

    private (string What, string Cure) Of(SiteUrl url, string[] parts) => parts switch
    {
        ["briefs", var slug] when url.IsPage => Brief(slug, url),
        [("topics" or "regions" or "series" or "kinds") and var folder, var slug] when url.IsPage => Shelf(folder, slug, url),
        ["authors", var slug] when url.IsPage => Author(slug, url),
        ["years", _] when url.IsPage => (", since no brief is of that year now", "restore one of its briefs"),
        _ when url.IsPage => Page(url),
        _ => File(url),
    };

    private (string, string) Brief(string slug, SiteUrl url)
    {
        if (archive.Unpublished.FirstOrDefault(b => b.Slug.Text == slug) is { } hidden)
        {
            var why = hidden.Draft ? "is a draft" : string.Create(CultureInfo.InvariantCulture, $"is kept back until {hidden.Published.AsKnown?.Day:yyyy-MM-dd}");
            return ($": its brief {hidden.Place.File} {why}", "publish that");
        }

        var entry = _byOldName.Value[slug].FirstOrDefault()
            ?? (_slugs.Value.Nearest(slug) is { } near ? archive.BySlug.Values.FirstOrDefault(e => e.Brief.Slug.Text == near) : null)
            ?? MostWordsOf(slug);
        return entry is null ? ("", "restore its brief") : ($"; its piece may be {entry.Url}", Give(entry.Brief.Place.File, url));
    }

    // A slug that was lengthened, shortened or turned round has most of its long words still.
    private Entry? MostWordsOf(string slug)
    {
        var words = LongWords(slug).ToHashSet(StringComparer.Ordinal);
        var (best, most) = ((Entry?)null, 1);
        foreach (var entry in archive.Entries)
        {
            var others = LongWords(entry.Brief.Slug.Text);
            var shared = others.Count(words.Contains);
            (best, most) = shared > most && shared * 5 >= Math.Min(words.Count, others.Length) * 3 ? (entry, shared) : (best, most);
        }

        return best;
    }

    private static string[] LongWords(string slug) => [.. slug.Split('-').Where(w => w.Length > 3)];

    private (string, string) Shelf(string folder, string slug, SiteUrl url)
    {
        var shelves = archive.Shelves.Where(s => Term.Folder(s.Key) == folder).SelectMany(s => s.Value).Select(s => s.Term).ToArray();
        if (manuscripts.Terms.FirstOrDefault(t => t.Url == url) is { } idle)
        {
            return ($", since \u201c{idle.Name}\u201d has no briefs now", $"give a brief that name again, or the entry that took its place in {folder}.yml `redirect_from: {url}`");
        }

        var near = Nearest.To(slug, shelves.Select(t => t.Slug.Text));
        return near is null ? ("", $"give the entry that took its place in {folder}.yml `redirect_from: {url}`") : ($"; it may be {SiteUrl.Home / folder / near}", Give($"its entry in {folder}.yml", url));
    }

    private (string, string) Author(string slug, SiteUrl url)
    {
        var near = Nearest.To(slug, archive.Authors.Select(a => a.Person.Slug.Text));
        return near is null ? ("", $"give the person in people.yml `redirect_from: {url}`") : ($"; it may be {SiteUrl.Home / "authors" / near}", Give("that person in people.yml", url));
    }

    private (string, string) Page(SiteUrl url)
    {
        if (manuscripts.Prose.FirstOrDefault(p => p.Url == url) is { } draft)
        {
            return ($": its page {draft.Place.File} is a draft", "publish that");
        }

        var near = Nearest.To(url.Path, manuscripts.Prose.Select(p => p.Url.Path).Concat(archive.Entries.Select(e => e.Url.Path)));
        var file = manuscripts.Prose.FirstOrDefault(p => p.Url.Path == near)?.Place.File ?? archive.Entries.FirstOrDefault(e => e.Url.Path == near)?.Brief.Place.File;
        return file is null ? ("", "restore its page, or give the page that took its place a `redirect_from`") : ($"; it may be {near}", Give(file, url));
    }

    private (string, string) File(SiteUrl url)
    {
        var name = LinkPath.Name(url.Path);
        var like = files.FirstOrDefault(f => TextFold.Key(f.Path) == TextFold.Key(url.Path)) is { Path.Length: > 1 } same ? same
            : files.FirstOrDefault(f => LinkPath.Name(f.Path).Equals(name, StringComparison.OrdinalIgnoreCase));
        var owner = archive.Entries.FirstOrDefault(e => url.Path.StartsWith(e.Url.Path, StringComparison.Ordinal));
        return (like == default ? "" : $"; it may be {like}", owner is null ? "put the file back" : $"put the file back, or give {owner.Brief.Place.File} `redirect_from: {url}`");
    }

    private static string Give(string whom, SiteUrl url) => $"if so, give {whom} `redirect_from: {url}`";

    // The name of the file or, for x/index.md, of its folder, less a leading date.
    private static string NameOf(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        name = name.Equals("index", StringComparison.OrdinalIgnoreCase) && LinkPath.Folder(path) is { Length: > 0 } folder ? LinkPath.Name(folder) : name;
        return name.Length > 11 && DateOnly.TryParseExact(name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? name[11..] : name;
    }
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;
using PolicyArchive.Wording;

namespace PolicyArchive.Pages;

/// <summary>The lists of links by which readers find their way.</summary>
internal static class Navigation
{
    public static string Title(Taxonomy taxonomy, Words words) => taxonomy switch
    {
        Taxonomy.Topics => words.Topics,
        Taxonomy.Regions => words.Regions,
        Taxonomy.Series => words.Series,
        Taxonomy.Kinds => words.Kinds,
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };

    public static ImmutableArray<NavLink> Header(Archive archive, Manuscripts manuscripts)
    {
        var words = manuscripts.Settings.Words;
        var links = new List<NavLink> { new(words.Briefs, SiteUrl.Home / "briefs") };
        foreach (var taxonomy in (Taxonomy[])[Taxonomy.Topics, Taxonomy.Regions, Taxonomy.Series])
        {
            if (!archive.Shelves[taxonomy].IsEmpty)
            {
                links.Add(new(Title(taxonomy, words), SiteUrl.Home / Term.Folder(taxonomy)));
            }
        }

        links.Add(new(words.Authors, SiteUrl.Home / "authors"));
        links.AddRange(manuscripts.Prose.Where(p => p.Url == SiteUrl.Home / "about" && !p.Draft).Select(p => new NavLink(words.About, p.Url)));
        return [.. links];
    }

    public static ImmutableArray<NavLink> Footer(Manuscripts manuscripts) =>
    [
        new(manuscripts.Settings.Words.Kinds, SiteUrl.Home / "kinds"),
        new(manuscripts.Settings.Words.Years, SiteUrl.Home / "years"),
        .. manuscripts.Prose.Where(p => !p.Draft && p.SourcePath.StartsWith("pages/", StringComparison.Ordinal)).OrderBy(p => p.Url).Select(p => new NavLink(p.Title, p.Url)),
    ];

    public static ImmutableArray<NavLink> Terms(Archive archive, Taxonomy taxonomy) =>
        [.. archive.Shelves[taxonomy].Where(s => s.Parent is null).Select(s => new NavLink(s.Term.Name, s.Term.Url, s.Entries.Length))];

    public static ImmutableArray<NavLink> Years(Archive archive, Words words) =>
        [.. archive.Years.Select(y => new NavLink(words.Year(y.Year), y.Url, y.Entries.Length))];

    /// <summary>Links under their first letters, accents folded; names that begin with no letter under <c>#</c>.</summary>
    public static ImmutableArray<LetterGroup> Letters(IEnumerable<NavLink> links) =>
    [
        .. links.Select(link => (Link: link, Name: TextFold.FoldLatin(link.Name).ToUpperInvariant()))
            .GroupBy(l => l.Name.EnumerateRunes().FirstOrDefault() is var first && System.Text.Rune.IsLetter(first) ? first.ToString() : "#")
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new LetterGroup(g.Key, [.. g.OrderBy(l => l.Name, StringComparer.Ordinal).ThenBy(l => l.Link.Url).Select(l => l.Link)])),
    ];
}

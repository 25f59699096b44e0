using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Charting;
using PolicyArchive.Naming;
using PolicyArchive.Wording;

namespace PolicyArchive.Pages;

/// <summary>The pages from which readers set out: the home page, and the indexes of terms, authors and years.</summary>
internal static class IndexPlan
{
    private const int NewestOnHome = 8;

    public static IEnumerable<Page> Of(Archive archive, Settings settings)
    {
        var words = settings.Words;
        yield return Home(archive, settings);
        foreach (var (taxonomy, shelves) in archive.Shelves.OrderBy(s => s.Key))
        {
            yield return Terms(archive, taxonomy, shelves, words);
        }

        yield return new AuthorIndexPage
        {
            Url = SiteUrl.Home / "authors",
            Title = words.Authors,
            Breadcrumbs = [new(words.Home, SiteUrl.Home)],
            Letters = Navigation.Letters(archive.Authors.Select(a => new NavLink(a.Person.Name, a.Person.Page, a.Entries.Length))),
        };
        yield return new YearIndexPage
        {
            Url = SiteUrl.Home / "years",
            Title = words.Years,
            Breadcrumbs = [new(words.Home, SiteUrl.Home)],
            Years = Navigation.Years(archive, settings.Words),
        };
        yield return new SearchPage { Url = SiteUrl.Home / "search", Title = words.Search, Description = words.SearchOf(settings.Title), Breadcrumbs = [new(words.Home, SiteUrl.Home)] };
    }

    private static TermIndexPage Terms(Archive archive, Taxonomy taxonomy, ImmutableArray<Shelf> shelves, Words words)
    {
        var shown = shelves.Select(s => s.Term.Slug).ToHashSet();
        return new TermIndexPage
        {
            Url = SiteUrl.Home / Term.Folder(taxonomy),
            Title = Navigation.Title(taxonomy, words),
            Breadcrumbs = [new(words.Home, SiteUrl.Home)],
            Taxonomy = taxonomy,
            Roots = [.. shelves.Where(s => s.Parent is null || !shown.Contains(s.Parent.Slug))],
            Letters = Navigation.Letters(shelves.Select(s => new NavLink(s.Term.Name, s.Term.Url, s.Entries.Length))),
            Map = taxonomy == Taxonomy.Topics ? TopicMap.Of(archive.Entries, shelves) : null,
        };
    }

    private static HomePage Home(Archive archive, Settings settings) => new()
    {
        Url = SiteUrl.Home,
        Title = settings.Title,
        Description = settings.Description,
        Newest = [.. archive.Entries.Take(NewestOnHome)],
        Featured = [.. settings.Featured.Select(m => Slug.TryParse(m.Text, out var slug) ? archive.BySlug.GetValueOrDefault(slug) : null).OfType<Entry>()],
        Topics = [.. archive.Shelves[Taxonomy.Topics].Where(s => s.Parent is null)],
        Regions = Navigation.Terms(archive, Taxonomy.Regions),
        Series = Navigation.Terms(archive, Taxonomy.Series),
        Years = Navigation.Years(archive, settings.Words),
        BriefCount = archive.Entries.Length,
        Columns = YearColumns.Of(archive.Entries),
    };
}

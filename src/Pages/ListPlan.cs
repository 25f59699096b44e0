using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Charting;
using PolicyArchive.Wording;

namespace PolicyArchive.Pages;

/// <summary>The lists of briefs: all of them, and those of each term, author and year, page by page.</summary>
internal sealed class ListPlan
{
    private readonly Settings _settings;
    private readonly Words _words;
    private readonly Crumb _home;
    private readonly ImmutableArray<ListPage>.Builder _pages = ImmutableArray.CreateBuilder<ListPage>();
    private readonly ImmutableArray<BriefList>.Builder _lists = ImmutableArray.CreateBuilder<BriefList>();

    private ListPlan(Settings settings) => (_settings, _words, _home) = (settings, settings.Words, new Crumb(settings.Words.Home, SiteUrl.Home));

    /// <summary>Every page of every list, and every list that has feeds, the whole archive first.</summary>
    public static (ImmutableArray<ListPage> Pages, ImmutableArray<BriefList> Lists) Of(Archive archive, Settings settings)
    {
        var plan = new ListPlan(settings);
        plan._lists.Add(new BriefList(SiteUrl.Home, settings.Title, settings.Description, archive.Entries));
        plan.AddBriefs(archive.Entries);
        foreach (var (taxonomy, shelves) in archive.Shelves.OrderBy(s => s.Key))
        {
            foreach (var shelf in shelves)
            {
                plan.AddTerm(taxonomy, shelf);
            }
        }

        foreach (var author in archive.Authors)
        {
            plan.AddAuthor(author);
        }

        foreach (var year in archive.Years)
        {
            plan.AddYear(year);
        }

        return (plan._pages.ToImmutable(), plan._lists.ToImmutable());
    }

    private void AddBriefs(ImmutableArray<Entry> entries) =>
        Add(new BriefList(SiteUrl.Home / "briefs", _words.AllBriefs, _settings.Description, entries), part => new BriefListPage
        {
            Url = part.Url, Title = part.Title, Description = _settings.Description, Breadcrumbs = [_home], Feeds = part.Feeds,
            Entries = part.Entries, Total = entries.Length, Number = part.Number, PageCount = part.Count, Columns = part.Columns, List = SiteUrl.Home / "briefs",
        });

    private void AddTerm(Taxonomy taxonomy, Shelf shelf)
    {
        var term = shelf.Term;
        var crumbs = ImmutableArray.Create(_home, new Crumb(Navigation.Title(taxonomy, _words), SiteUrl.Home / Term.Folder(taxonomy)));
        crumbs = shelf.Parent is { } parent ? crumbs.Add(new Crumb(parent.Name, parent.Url)) : crumbs;
        Add(new BriefList(term.Url, term.Name, term.Description ?? "", shelf.Entries), part => new TermPage
        {
            Url = part.Url, Title = part.Title, Description = term.Description ?? "", Breadcrumbs = crumbs, Feeds = part.Feeds,
            Entries = part.Entries, Total = shelf.Entries.Length, Number = part.Number, PageCount = part.Count, Columns = part.Columns, List = term.Url, Shelf = shelf,
            Timeline = taxonomy == Taxonomy.Series && part.Number == 1 ? Timeline.Of(shelf.Entries) : null,
        });
    }

    private void AddAuthor(AuthorShelf author)
    {
        var person = author.Person;
        Add(new BriefList(person.Page, person.Name, person.Bio ?? "", author.Entries), part => new AuthorPage
        {
            Url = part.Url, Title = part.Title, Description = person.Bio ?? "", Breadcrumbs = [_home, new(_words.Authors, SiteUrl.Home / "authors")], Feeds = part.Feeds,
            Entries = part.Entries, Total = author.Entries.Length, Number = part.Number, PageCount = part.Count, Columns = part.Columns, List = person.Page, Person = person,
        });
    }

    private void AddYear(YearShelf year) =>
        Add(new BriefList(year.Url, _words.Year(year.Year), "", year.Entries), part => new YearPage
        {
            Url = part.Url, Title = part.Title, Breadcrumbs = [_home, new(_words.Years, SiteUrl.Home / "years")], Feeds = part.Feeds,
            Entries = part.Entries, Total = year.Entries.Length, Number = part.Number, PageCount = part.Count, Columns = part.Columns, List = year.Url, Year = year.Year,
        });

    private sealed record Part(SiteUrl Url, string Title, FeedLinks Feeds, ImmutableArray<Entry> Entries, int Number, int Count, YearColumns? Columns);

    private void Add(BriefList list, Func<Part, ListPage> page)
    {
        _lists.Add(list);
        var feeds = new FeedLinks(list.Title, list.Url);
        var count = Math.Max(1, (list.Entries.Length + _settings.PageSize - 1) / _settings.PageSize);
        for (var number = 1; number <= count; number++)
        {
            var from = (number - 1) * _settings.PageSize;
            var entries = list.Entries.Slice(from, Math.Min(_settings.PageSize, list.Entries.Length - from));
            var title = number == 1 ? list.Title : _words.TitleWithPage(list.Title, number);
            _pages.Add(page(new Part(list.Url.Page(number), title, feeds, entries, number, count, number == 1 ? YearColumns.Of(list.Entries) : null)));
        }
    }
}

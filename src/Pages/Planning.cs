using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>From an archive to every page, list, file and redirect of the site. Reads as the site map does.</summary>
public sealed class Planning
{
    private static readonly string[] FeedNames = ["feed.xml", "atom.xml", "feed.json"];

    private readonly Archive _archive;
    private readonly Manuscripts _manuscripts;
    private readonly Settings _settings;
    private readonly List<Finding> _findings = [];
    private readonly Addresses _addresses;
    private readonly List<Page> _pages = [];
    private readonly List<BriefList> _lists = [];

    private Planning(Archive archive, Manuscripts manuscripts)
    {
        (_archive, _manuscripts, _settings) = (archive, manuscripts, manuscripts.Settings);
        _addresses = new Addresses(_findings);
    }

    public static SitePlan Plan(Archive archive, Manuscripts manuscripts) => new Planning(archive, manuscripts).Plan();

    private SitePlan Plan()
    {
        _lists.Add(new BriefList(SiteUrl.Home, _settings.Title, _settings.Description, _archive.Entries));
        ClaimBriefsAndProse();
        AddLists();
        AddIndexes();
        var files = FilePlan.Of(_archive, _manuscripts);
        foreach (var (file, url) in files)
        {
            _addresses.Claim(url, new Place(file.FullPath));
        }

        ClaimOwnFiles();
        var redirects = RedirectPlan.Of(_archive, _manuscripts, _addresses, _findings);
        var resolver = new LinkResolver(_addresses, _archive, _manuscripts, files);
        var briefPages = new BriefPagePlan(_archive, _settings, resolver).Plan(_findings);
        _pages.AddRange(briefPages);
        AddProse(resolver);
        _pages.Add(Home());
        _pages.Add(new NotFoundPage { Url = SiteUrl.Home.File("404.html"), Title = "Page not found" });
        _pages.AddRange(redirects.Where(r => r.HasPage).Select(r => new RedirectPage { Url = r.Redirect.From, Title = "Moved", Target = r.Redirect.To }));
        return new SitePlan
        {
            Settings = _settings,
            Archive = _archive,
            Pages = [.. _pages.OrderBy(p => p.Url)],
            Lists = [.. _lists.OrderBy(l => l.Url)],
            Files = [.. files.Select(f => new CopiedFile(f.File.FullPath, f.Url)).Concat(AttachmentCopies(briefPages, files)).DistinctBy(f => f.Url).OrderBy(f => f.Url)],
            Redirects = [.. redirects.Select(r => r.Redirect).OrderBy(r => r.From)],
            Navigation = Navigation.Header(_archive, _manuscripts),
            FooterLinks = Navigation.Footer(_archive, _manuscripts),
            Findings = [.. _findings],
            BriefPages = briefPages.ToFrozenDictionary(p => p.Entry.Brief.Slug),
        };
    }

    private void ClaimBriefsAndProse()
    {
        foreach (var entry in _archive.Entries)
        {
            _addresses.Claim(entry.Url, entry.Brief.Place, [.. entry.Brief.Body.Anchors]);
        }

        foreach (var prose in VisibleProse)
        {
            _addresses.Claim(prose.Url, prose.Place, [.. prose.Body.Anchors]);
        }
    }

    private IEnumerable<Prose> VisibleProse => _manuscripts.Prose.Where(p => !p.Draft || _settings.ShowDrafts);

    private void AddLists()
    {
        var briefs = SiteUrl.Home / "briefs";
        AddList(briefs, "All briefs", _settings.Description, _archive.Entries, hasFeeds: false, (head, part) => new BriefListPage
        {
            Url = head.Url, Title = head.Title, Description = head.Description, Breadcrumbs = [new("Home", SiteUrl.Home)], Feeds = new FeedLinks(_settings.Title, SiteUrl.Home),
            Entries = part, Total = _archive.Entries.Length, Number = head.Number, PageCount = head.Count, List = briefs,
        });
        foreach (var (taxonomy, shelves) in _archive.Shelves.OrderBy(s => s.Key))
        {
            foreach (var shelf in shelves)
            {
                var url = shelf.Term.Url;
                var crumbs = TermCrumbs(taxonomy, shelf);
                var description = shelf.Term.Description ?? "";
                AddList(url, shelf.Term.Name, description, shelf.Entries, hasFeeds: true, (head, part) => new TermPage
                {
                    Url = head.Url, Title = head.Title, Description = head.Description, Breadcrumbs = crumbs, Feeds = new FeedLinks(shelf.Term.Name, url),
                    Entries = part, Total = shelf.Entries.Length, Number = head.Number, PageCount = head.Count, List = url, Shelf = shelf,
                });
            }
        }

        foreach (var author in _archive.Authors)
        {
            var url = author.Person.Page;
            AddList(url, author.Person.Name, author.Person.Bio ?? "", author.Entries, hasFeeds: true, (head, part) => new AuthorPage
            {
                Url = head.Url, Title = head.Title, Description = head.Description, Breadcrumbs = [new("Home", SiteUrl.Home), new("Authors", SiteUrl.Home / "authors")], Feeds = new FeedLinks(author.Person.Name, url),
                Entries = part, Total = author.Entries.Length, Number = head.Number, PageCount = head.Count, List = url, Person = author.Person,
            });
        }

        foreach (var year in _archive.Years)
        {
            var name = Navigation.Text(year.Year);
            AddList(year.Url, name, "", year.Entries, hasFeeds: true, (head, part) => new YearPage
            {
                Url = head.Url, Title = head.Title, Description = head.Description, Breadcrumbs = [new("Home", SiteUrl.Home), new("Years", SiteUrl.Home / "years")], Feeds = new FeedLinks(name, year.Url),
                Entries = part, Total = year.Entries.Length, Number = head.Number, PageCount = head.Count, List = year.Url, Year = year.Year,
            });
        }
    }

    private static ImmutableArray<Crumb> TermCrumbs(Taxonomy taxonomy, Shelf shelf)
    {
        var crumbs = ImmutableArray.Create(new Crumb("Home", SiteUrl.Home), new Crumb(Navigation.Title(taxonomy), SiteUrl.Home / Term.Folder(taxonomy)));
        return shelf.Parent is { } parent ? crumbs.Add(new Crumb(parent.Name, parent.Url)) : crumbs;
    }

    private sealed record Head(SiteUrl Url, string Title, string Description, int Number, int Count);

    private void AddList(SiteUrl url, string title, string description, ImmutableArray<Entry> entries, bool hasFeeds, Func<Head, ImmutableArray<Entry>, Page> page)
    {
        var count = Math.Max(1, (entries.Length + _settings.PageSize - 1) / _settings.PageSize);
        for (var number = 1; number <= count; number++)
        {
            var from = (number - 1) * _settings.PageSize;
            var part = entries.Slice(from, Math.Min(_settings.PageSize, entries.Length - from));
            var head = new Head(url.Page(number), number == 1 ? title : $"{title}, page {Navigation.Text(number)}", description, number, count);
            _addresses.Claim(head.Url, default);
            _pages.Add(page(head, part));
        }

        if (hasFeeds)
        {
            _lists.Add(new BriefList(url, title, description, entries));
        }
    }

    private void AddIndexes()
    {
        foreach (var (taxonomy, shelves) in _archive.Shelves.OrderBy(s => s.Key))
        {
            AddIndex(new TermIndexPage
            {
                Url = SiteUrl.Home / Term.Folder(taxonomy),
                Title = Navigation.Title(taxonomy),
                Breadcrumbs = [new("Home", SiteUrl.Home)],
                Taxonomy = taxonomy,
                Roots = [.. shelves.Where(s => s.Parent is null || shelves.All(other => other.Term.Slug != s.Parent.Slug))],
                Letters = Navigation.Letters(shelves.Select(s => new NavLink(s.Term.Name, s.Term.Url, s.Entries.Length))),
            });
        }

        AddIndex(new AuthorIndexPage
        {
            Url = SiteUrl.Home / "authors",
            Title = "Authors",
            Breadcrumbs = [new("Home", SiteUrl.Home)],
            Letters = Navigation.Letters(_archive.Authors.Select(a => new NavLink(a.Person.Name, a.Person.Page, a.Entries.Length))),
        });
        AddIndex(new YearIndexPage
        {
            Url = SiteUrl.Home / "years",
            Title = "Years",
            Breadcrumbs = [new("Home", SiteUrl.Home)],
            Years = Navigation.Years(_archive),
        });
    }

    private void AddIndex(Page page)
    {
        _addresses.Claim(page.Url, default);
        _pages.Add(page);
    }

    private void AddProse(LinkResolver resolver)
    {
        foreach (var prose in VisibleProse)
        {
            _pages.Add(new ProsePage
            {
                Url = prose.Url,
                Title = prose.Title,
                Description = prose.Description ?? prose.Body.Lead,
                Breadcrumbs = [new("Home", SiteUrl.Home)],
                Body = prose.Body,
                Language = prose.Language ?? _settings.Language,
                Links = resolver.Resolve(prose.Body, prose.SourcePath, prose.Url, _findings),
            });
        }
    }

    private HomePage Home() => new()
    {
        Url = SiteUrl.Home,
        Title = _settings.Title,
        Description = _settings.Description,
        Newest = [.. _archive.Entries.Take(8)],
        Featured = [.. _settings.Featured.Select(m => Slug.TryParse(m.Text, out var slug) ? _archive.BySlug.GetValueOrDefault(slug) : null).OfType<Entry>()],
        Topics = [.. _archive.Shelves[Taxonomy.Topics].Where(s => s.Parent is null)],
        Regions = Navigation.Terms(_archive, Taxonomy.Regions),
        Series = Navigation.Terms(_archive, Taxonomy.Series),
        Years = Navigation.Years(_archive),
        BriefCount = _archive.Entries.Length,
    };

    private void ClaimOwnFiles()
    {
        foreach (var list in _lists)
        {
            foreach (var name in FeedNames)
            {
                _addresses.Claim(list.Url.File(name), default);
            }
        }

        _addresses.Claim(SiteUrl.Home, default);
        foreach (var name in (string[])["404.html", "feeds.opml", "sitemap.xml", "robots.txt", "_headers", "_redirects"])
        {
            _addresses.Claim(SiteUrl.Home.File(name), default);
        }
    }

    private static IEnumerable<CopiedFile> AttachmentCopies(IEnumerable<BriefPage> pages, IEnumerable<(InputFile File, SiteUrl Url)> files)
    {
        var known = files.Select(f => f.Url).ToHashSet();
        return pages.SelectMany(p => p.Attachments).Where(a => !known.Contains(a.Url)).Select(a => new CopiedFile(a.SourcePath, a.Url));
    }
}

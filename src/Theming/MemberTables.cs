using System.Collections.Immutable;
using Fluid.Values;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>Everything that templates may use, type by type. Addresses are ready to print.</summary>
internal sealed class MemberTables
{
    private readonly BaseUrl _site;
    private readonly string _language;
    private readonly IReadOnlySet<SiteUrl> _menu;
    private readonly Words _words;

    /// <param name="language">The site's.</param>
    /// <param name="menu">The pages to which header and footer link.</param>
    /// <param name="words">Those of the page.</param>
    public MemberTables(BaseUrl site, string language, IReadOnlySet<SiteUrl> menu, Words words)
    {
        (_site, _language, _menu, _words) = (site, language, menu, words);
        var page = Page<Pages.Page>();
        var list = List<ListPage>(page);
        All =
        [
            page, Site(), Crumb(), Nav(), Feeds(), Date(), Brief(), PersonTable(), TermTable(), ShelfTable(), Headings(), Attachment(), Image(), LicenceTable(), SourceTable(), CorrectionTable(), ProvenanceTable(), Letters(), Social(), Meta(), Links(), Citation(), CitationRuns(), CitationFiles(), .. ChartMembers.All(words), WordsTable(words), PhraseTable(), PhraseForms(),
            new Members<HomePage>().With(page)
                .Many("newest", p => p.Newest).Many("featured", p => p.Featured).Many("topics", p => p.Topics)
                .Many("regions", p => p.Regions).Many("series", p => p.Series).Many("years", p => p.Years).One("brief_count", p => p.BriefCount).One("columns", p => p.Columns),
            BriefTable(page),
            new Members<BriefListPage>().With(list),
            new Members<TermPage>().With(list)
                .One("term", p => p.Shelf.Term).One("parent", p => p.Shelf.Parent).Many("children", p => p.Shelf.Children).Many("related", p => p.Shelf.Related).One("timeline", p => p.Timeline),
            new Members<AuthorPage>().With(list).One("person", p => p.Person),
            new Members<YearPage>().With(list).One("year", p => p.Year),
            new Members<TermIndexPage>().With(page).Many("roots", p => p.Roots).Many("letters", p => p.Letters).One("map", p => p.Map),
            new Members<AuthorIndexPage>().With(page).Many("letters", p => p.Letters),
            new Members<YearIndexPage>().With(page).Many("years", p => p.Years),
            new Members<ProsePage>().With(page).One("body", p => Body(p.Body, p.Links)),
            new Members<SearchPage>().With(page).One("index", p => Link(p.Index)),
            new Members<NotFoundPage>().With(page),
            new Members<RedirectPage>().With(page).One("target", p => Link(p.Target)).One("absolute_target", p => _site.Absolute(p.Target)),
            new Members<RetiredPage>().With(page).One("reason", p => p.Reason),
        ];
    }

    public ImmutableArray<Members> All { get; }

    private string Link(SiteUrl url) => _site.Link(url);

    private Members<T> Page<T>()
        where T : Pages.Page => new Members<T>()
        .One("kind", p => TemplateNames.Of(p)).One("title", p => p.Title).One("description", p => p.Description).One("url", p => Link(p.Url))
        .One("menu_url", p => _menu.Contains(p.Url) ? Link(p.Url) : "")
        .One("canonical", p => p is BriefPage brief ? brief.Canonical : _site.Absolute(p.Url))
        .One("language", p => LanguageOf(p)).One("direction", p => Direction.Of(LanguageOf(p)))
        .Many("breadcrumbs", p => p.Breadcrumbs).One("feeds", p => p.Feeds)
        .Many("meta", p => p.Record.Meta).Many("links", p => p.Record.Links).One("structured_data", p => p.Record.StructuredData.IsEmpty ? null : new TrustedData(p.Record.StructuredData))
        .One("citation_files", p => p.Record.Files)
        .Many("alternates", p => p is BriefPage { Translations.IsEmpty: false } brief ? brief.Translations.Add(brief.Entry) : []);

    private string LanguageOf(Page page) => page switch
    {
        BriefPage brief => brief.Entry.Language,
        ProsePage prose => prose.Language,
        // Nothing stands on them but words of the interface, which are another language's where the site's has none.
        SearchPage or NotFoundPage or YearIndexPage => _words.Language,
        _ => _language,
    };

    private Members<T> List<T>(Members<Page> page)
        where T : ListPage => new Members<T>().With(page)
        .Many("briefs", p => p.Entries).Many("coins", p => p.Record.Coins).One("total", p => p.Total).One("number", p => p.Number).One("page_count", p => p.PageCount)
        .One("list_url", p => Link(p.List)).One("previous", p => p.Previous is { } u ? Link(u) : null).One("next", p => p.Next is { } u ? Link(u) : null)
        .One("columns", p => p.Columns);

    private Members<BriefPage> BriefTable(Members<Page> page) => new Members<BriefPage>().With(page)
        .One("brief", p => p.Entry).One("body", p => Body(p.Entry.Brief.Body, p.Links)).Many("contents", p => p.Contents)
        .One("disclaimer", p => p.Disclaimer).One("licence", p => p.Licence).Many("attachments", p => p.Attachments).One("image", p => p.Image)
        .Many("citations", p => p.Record.Citations)
        .Many("related", p => p.Related).Many("translations", p => p.Translations).One("original", p => p.Original)
        .Many("supersedes", p => p.Supersedes).One("superseded_by", p => p.SupersededBy)
        .One("previous", p => p.PreviousInSeries).One("next", p => p.NextInSeries).One("reading_minutes", p => p.ReadingMinutes);

    private Members<SiteModel> Site() => new Members<SiteModel>()
        .One("title", s => s.Settings.Title).One("description", s => s.Settings.Description).One("language", s => s.Settings.Language)
        .One("direction", s => Direction.Of(s.Settings.Language))
        .One("url", s => Link(SiteUrl.Home)).One("publisher", s => s.Settings.Publisher.Name).One("publisher_url", s => s.Settings.Publisher.Url?.Text)
        .One("email", s => s.Settings.Publisher.Email).One("copyright", s => s.Settings.Copyright).One("disclaimer", s => s.Settings.Disclaimer)
        .Many("navigation", s => s.Navigation).Many("footer", s => s.FooterLinks).One("feeds", s => s.Feeds)
        .One("search", s => Link(SiteUrl.Home / "search")).One("opensearch", s => Link(SiteUrl.Home.File("opensearch.xml")))
        .One("opml", s => Link(SiteUrl.Home.File("feeds.opml"))).One("corrections", s => Link(FeedLinks.Corrections)).Many("social", s => s.Settings.Social)
        .One("words", s => s.Settings.Words);

    private Members<Crumb> Crumb() => new Members<Crumb>().One("name", c => c.Name).One("url", c => Link(c.Url));

    private Members<NavLink> Nav() => new Members<NavLink>().One("name", n => n.Name).One("url", n => Link(n.Url)).One("count", n => n.Count);

    private static Members<SocialLink> Social() => new Members<SocialLink>().One("name", s => s.Name).One("url", s => s.Url.Text);

    private Members<FeedLinks> Feeds() => new Members<FeedLinks>()
        .One("title", f => f.Title).One("rss", f => Link(f.Rss)).One("atom", f => Link(f.Atom)).One("json", f => Link(f.Json));

    private static Members<DateText> Date() => new Members<DateText>().One("iso", d => d.Iso).One("text", d => d.Text).One("month", d => d.Month).One("year", d => d.Year);

    private Members<Entry> Brief() => new Members<Entry>()
        .One("title", e => e.Brief.Title).One("url", e => Link(e.Url)).One("absolute_url", e => _site.Absolute(e.Url))
        .One("summary", e => e.Brief.Summary).One("lead", e => e.Brief.Summary ?? e.Brief.Body.Lead).Many("key_points", e => e.Brief.KeyPoints)
        .One("published", e => DateText.Of(e.Brief.Published, _words)).One("updated", e => e.Brief.Updated is { } u ? DateText.Of(u, _words) : null)
        .Many("authors", e => e.Authors).Many("topics", e => e.Topics).Many("regions", e => e.Regions)
        .One("kind", e => e.Kind).One("series", e => e.Series).One("number", e => e.Brief.Number).One("language", e => e.Language).One("language_name", e => _words.NameOf(e.Language))
        .One("not_before", e => (e.Brief.Published as PublicationDate.Unknown)?.NotBefore is { } day ? DateText.Of(new PublicationDate.Known(day), _words) : null)
        .One("source", e => e.Brief.Source).One("provenance", e => e.Brief.Provenance).Many("corrections", e => e.Brief.Corrections.OrderBy(c => c.Date.Instant))
        .One("doi", e => e.Brief.Doi?.Text).One("doi_url", e => e.Brief.Doi?.Url).One("isbn", e => e.Brief.Isbn?.Text)
        .One("is_unpublished", e => e.IsUnpublished).One("words", e => e.Brief.Body.Words);

    private Members<Person> PersonTable() => new Members<Person>()
        .One("name", p => p.Name).One("url", p => Link(p.Page)).One("affiliation", p => p.Affiliation).One("orcid", p => p.Orcid?.Text)
        .One("orcid_url", p => p.Orcid?.Url).One("website", p => p.Url?.Text).One("bio", p => p.Bio).One("is_organization", p => p.IsOrganization);

    private Members<Term> TermTable() => new Members<Term>().One("name", NameOf).One("url", t => Link(t.Url)).One("description", t => t.Description);

    private Members<Shelf> ShelfTable() => new Members<Shelf>()
        .One("name", s => NameOf(s.Term)).One("url", s => Link(s.Term.Url)).One("description", s => s.Term.Description)
        .One("count", s => s.Entries.Length).Many("children", s => s.Children);

    private static Members<Heading> Headings() => new Members<Heading>().One("level", h => h.Level).One("id", h => h.Id).One("text", h => h.Text);

    private Members<AttachmentFile> Attachment() => new Members<AttachmentFile>()
        .One("title", a => a.Title).One("url", a => Link(a.Url)).One("file", a => a.FileName).One("size", a => _words.Size(a.Bytes));

    private Members<PictureFile> Image() => new Members<PictureFile>()
        .One("url", i => Link(i.Url)).One("alt", i => i.Alt).One("credit", i => i.Credit).One("width", i => i.Width).One("height", i => i.Height);

    private static Members<Licence> LicenceTable() => new Members<Licence>().One("name", l => l.Name).One("url", l => l.Url?.Text);

    private static Members<Source> SourceTable() => new Members<Source>()
        .One("name", s => s.Name).One("url", s => s.Url?.Text).One("title", s => s.Title).One("permission", s => s.Permission);

    private Members<Correction> CorrectionTable() => new Members<Correction>().One("date", c => DateText.Of(c.Date, _words)).One("text", c => c.Text);

    private static Members<MetaTag> Meta() => new Members<MetaTag>().One("attribute", m => m.Attribute).One("name", m => m.Name).One("content", m => m.Content);

    private static Members<TypedLink> Links() => new Members<TypedLink>().One("rel", l => l.Relation).One("url", l => l.Url).One("type", l => l.MediaType);

    private static Members<StyledCitation> Citation() => new Members<StyledCitation>().One("style", c => c.Style).Many("runs", c => c.Runs);

    private static Members<CitationRun> CitationRuns() => new Members<CitationRun>().One("text", r => r.Text).One("is_italic", r => r.IsItalic);

    private Members<CitationLinks> CitationFiles() => new Members<CitationLinks>()
        .One("bibtex", c => Link(c.BibTeX)).One("ris", c => Link(c.Ris)).One("csl_json", c => Link(c.CslJson));

    private Members<Provenance> ProvenanceTable() => new Members<Provenance>()
        .One("file", p => p.File).One("sha256", p => p.Sha256).One("imported", p => p.Imported is { } day ? DateText.Of(new PublicationDate.Known(day), _words) : null);

    private static Members<LetterGroup> Letters() => new Members<LetterGroup>().One("letter", l => l.Letter).Many("links", l => l.Links);

    private TrustedMarkup Body(Article article, ImmutableArray<LinkTarget> links) => new(article.Html, links, _site);

    // A page in another language than the site's calls the usual kinds in its own words.
    private string NameOf(Term term) => term.KindName is not null ? _words.KindOf(term.Slug.Text) : term.Name;

    private static Members<Words> WordsTable(Words words)
    {
        var table = new Members<Words>().One("language", w => w.Language).One("direction", w => Direction.Of(w.Language));
        foreach (var (key, phrase) in words.Phrases)
        {
            FluidValue ready = phrase.IsPlain ? new StringValue(phrase.Text) : new ObjectValue(phrase);
            table = table.Ready(key, phrase.IsPlain ? Kind.Text : new Kind(typeof(Phrase)), w => ReferenceEquals(w, words) ? ready : phrase.IsPlain ? new StringValue(w[key]) : new ObjectValue(w.Phrases[key]));
        }

        return table;
    }

    private static Members<Phrase> PhraseTable() => new Members<Phrase>().Many("forms", p => p.Forms);

    private static Members<PhraseForm> PhraseForms() => new Members<PhraseForm>().One("category", f => f.Category).One("text", f => f.Text);
}

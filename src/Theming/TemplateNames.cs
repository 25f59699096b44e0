using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>Which template each kind of page has: one each.</summary>
internal static class TemplateNames
{
    public const string Layout = "layout";

    /// <summary>Every template, with the type of its <c>page</c>; what all pages have, for the layout.</summary>
    public static IReadOnlyDictionary<string, Type> All { get; } = new SortedDictionary<string, Type>(StringComparer.Ordinal)
    {
        [Layout] = typeof(Page),
        ["home"] = typeof(HomePage), ["brief"] = typeof(BriefPage), ["briefs"] = typeof(BriefListPage),
        ["topic"] = typeof(TermPage), ["region"] = typeof(TermPage), ["series"] = typeof(TermPage), ["kind"] = typeof(TermPage),
        ["author"] = typeof(AuthorPage), ["year"] = typeof(YearPage),
        ["topics"] = typeof(TermIndexPage), ["regions"] = typeof(TermIndexPage), ["series-index"] = typeof(TermIndexPage), ["kinds"] = typeof(TermIndexPage),
        ["authors"] = typeof(AuthorIndexPage), ["years"] = typeof(YearIndexPage),
        ["page"] = typeof(ProsePage), ["search"] = typeof(SearchPage), ["not-found"] = typeof(NotFoundPage), ["redirect"] = typeof(RedirectPage),
        ["retired"] = typeof(RetiredPage),
    };

    public static string Of(Page page) => page switch
    {
        HomePage => "home",
        BriefPage => "brief",
        BriefListPage => "briefs",
        TermPage { Shelf.Term.Taxonomy: var taxonomy } => taxonomy switch { Taxonomy.Topics => "topic", Taxonomy.Regions => "region", Taxonomy.Series => "series", _ => "kind" },
        AuthorPage => "author",
        YearPage => "year",
        TermIndexPage { Taxonomy: var taxonomy } => taxonomy switch { Taxonomy.Topics => "topics", Taxonomy.Regions => "regions", Taxonomy.Series => "series-index", _ => "kinds" },
        AuthorIndexPage => "authors",
        YearIndexPage => "years",
        ProsePage => "page",
        SearchPage => "search",
        NotFoundPage => "not-found",
        RedirectPage => "redirect",
        RetiredPage => "retired",
        _ => throw new ArgumentOutOfRangeException(nameof(page)),
    };
}

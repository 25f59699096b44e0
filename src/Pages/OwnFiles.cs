using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>The addresses of what the site writes for other programs: no file of a writer may stand there.</summary>
internal static class OwnFiles
{
    private static readonly string[] OfLists = ["feed.xml", "atom.xml", "feed.json"];

    private static readonly string[] OfSite =
    [
        "404.html", "opensearch.xml", "feeds.opml", "sitemap.xml", "robots.txt", "_headers", "_redirects",
        "corrections.xml", "oai.xml", "linkset.json", "catalogue.json", "catalogue.csv", "SHA256SUMS",
    ];

    public static IEnumerable<SiteUrl> Of(Archive archive, Settings settings, IEnumerable<BriefList> lists) =>
    [
        .. lists.SelectMany(list => OfLists.Select(list.Url.File)),
        .. FeedArchive.Of(archive, settings.FeedSize).Parts.SelectMany(part => (SiteUrl[])[part.Rss, .. part.IsInAtom ? [part.Atom] : (SiteUrl[])[]]),
        .. OfSite.Select(SiteUrl.Home.File),
        .. settings.HasLlmsText ? [SiteUrl.Home.File("llms.txt")] : (SiteUrl[])[],
        .. settings.Security is null ? [] : (SiteUrl[])[WellKnown.SecurityText],
        .. RepecPlan.Of(archive, settings) is { } repec ? repec.Files : [],
    ];
}

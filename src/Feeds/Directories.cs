using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>What tells machines where things are: OPML of all feeds, sitemap, robots.txt.</summary>
internal static class Directories
{
    private const string SitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>Addresses in one sitemap (sitemaps.org protocol).</summary>
    private const int SitemapLimit = 50_000;

    public static RenderedFile Opml(SitePlan plan) => XmlFile.Write(SiteUrl.Home.File("feeds.opml"), xml =>
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", plan.Settings.Title);
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var list in plan.Lists)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", list.Title);
            xml.WriteAttributeString("xmlUrl", plan.Settings.BaseUrl.Absolute(list.Url.File("feed.xml")));
            xml.WriteAttributeString("htmlUrl", plan.Settings.BaseUrl.Absolute(list.Url));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    });

    public static IEnumerable<RenderedFile> Sitemaps(SitePlan plan)
    {
        var pages = plan.Pages.Where(IsIndexed).ToArray();
        if (pages.Length <= SitemapLimit)
        {
            yield return Sitemap(SiteUrl.Home.File("sitemap.xml"), pages, plan.Settings);
            yield break;
        }

        var parts = pages.Chunk(SitemapLimit).Select((part, i) => (Url: SiteUrl.Home.File(string.Create(CultureInfo.InvariantCulture, $"sitemap-{i + 1}.xml")), Pages: part)).ToArray();
        foreach (var (url, part) in parts)
        {
            yield return Sitemap(url, part, plan.Settings);
        }

        yield return XmlFile.Write(SiteUrl.Home.File("sitemap.xml"), xml =>
        {
            xml.WriteStartElement("sitemapindex", SitemapNamespace);
            foreach (var (url, _) in parts)
            {
                xml.WriteStartElement("sitemap", SitemapNamespace);
                xml.WriteElementString("loc", SitemapNamespace, plan.Settings.BaseUrl.Absolute(url));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        });
    }

    public static RenderedFile Robots(SitePlan plan) => RenderedFile.At(
        SiteUrl.Home.File("robots.txt"),
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {plan.Settings.BaseUrl.Absolute(SiteUrl.Home.File("sitemap.xml"))}\n"));

    // A republished piece is indexed where it first appeared.
    private static bool IsIndexed(Page page) => page is not (RedirectPage or NotFoundPage or BriefPage { Entry.Brief.Source.Url: not null });

    private static RenderedFile Sitemap(SiteUrl url, IEnumerable<Page> pages, Settings settings) => XmlFile.Write(url, xml =>
    {
        xml.WriteStartElement("urlset", SitemapNamespace);
        foreach (var page in pages)
        {
            xml.WriteStartElement("url", SitemapNamespace);
            xml.WriteElementString("loc", SitemapNamespace, settings.BaseUrl.Absolute(page.Url));
            if (LastChange(page) is { } last)
            {
                xml.WriteElementString("lastmod", SitemapNamespace, last.Iso);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    });

    private static PublicationDate.Known? LastChange(Page page) => page switch
    {
        BriefPage brief => brief.Entry.Brief.LastChanged,
        ListPage list => list.Entries.Select(e => e.Brief.LastChanged).OfType<PublicationDate.Known>().MaxBy(k => k.Instant),
        HomePage home => home.Newest.Select(e => e.Brief.LastChanged).OfType<PublicationDate.Known>().MaxBy(k => k.Instant),
        _ => null,
    };
}

using System.Collections.Immutable;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>Every address that a search engine should know (sitemaps.org, schema 0.9).</summary>
internal static class Sitemap
{
    /// <summary>The most addresses that the protocol allows in one file.</summary>
    private const int Largest = 50_000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private sealed record Address(SiteUrl Url, PublicationDate.Known? LastChanged);

    public static ImmutableArray<PlannedFile> Of(SitePlan plan) => Of(plan, Largest);

    internal static ImmutableArray<PlannedFile> Of(SitePlan plan, int largest)
    {
        var addresses = plan.Pages.Where(page => IsIndexed(page, plan.Settings)).Select(page => new Address(page.Url, LastChanged(page, plan))).ToArray();
        var index = SiteUrl.Home.File("sitemap.xml");
        if (addresses.Length <= largest)
        {
            return [new PlannedFile(index, () => Write("urlset", "url", addresses, plan.Settings))];
        }

        var parts = addresses.Chunk(largest).Select((part, i) => (Url: SiteUrl.Home.File($"sitemap-{XmlConvert.ToString(i + 1)}.xml"), Addresses: part)).ToArray();
        var heads = parts.Select(part => new Address(part.Url, part.Addresses.Select(a => a.LastChanged).OfType<PublicationDate.Known>().MaxBy(d => d.Instant))).ToArray();
        return
        [
            new PlannedFile(index, () => Write("sitemapindex", "sitemap", heads, plan.Settings)),
            .. parts.Select(part => new PlannedFile(part.Url, () => Write("urlset", "url", part.Addresses, plan.Settings))),
        ];
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Write(string root, string element, Address[] addresses, Settings settings) => FeedXml.Document(xml =>
    {
        xml.WriteStartElement(root, Namespace);
        foreach (var address in addresses)
        {
            xml.WriteStartElement(element);
            xml.WriteElementString("loc", settings.BaseUrl.Absolute(address.Url));
            if (address.LastChanged is { } changed)
            {
                xml.WriteElementString("lastmod", W3cDate(changed));
            }

            xml.WriteEndElement();
        }
    });

    // A republished piece belongs to its first publisher, whose address its page names as canonical.
    private static bool IsIndexed(Page page, Settings settings) => page switch
    {
        BriefPage brief => !brief.Entry.IsUnpublished && brief.Canonical == settings.BaseUrl.Absolute(brief.Url),
        NotFoundPage or RedirectPage or RetiredPage or SearchPage => false,
        _ => true,
    };

    /// <summary>The true last change of what the page shows; null where nobody can know it.</summary>
    private static PublicationDate.Known? LastChanged(Page page, SitePlan plan) => page switch
    {
        BriefPage brief => brief.Entry.Brief.LastChanged,
        ListPage list => FeedDate.Latest(list.Entries.Where(e => !e.IsUnpublished)),
        HomePage => FeedDate.Latest(plan.Archive.Entries.Where(e => !e.IsUnpublished)),
        _ => null,
    };

    // W3C date and time formats: a day alone where only the day is known.
    private static string W3cDate(PublicationDate.Known date) => date.Time is null ? date.Iso : FeedDate.Rfc3339(date);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>What was corrected, in Atom: an entry for each correction, newest first, so that who has read a piece can learn what was wrong in it.</summary>
internal static class CorrectionsFeed
{
    private const int Most = 100;

    private sealed record Corrected(BriefPage Page, Correction Correction, string Id);

    public static string Title(Settings settings) => FeedXml.Clean($"{settings.Words.Corrections} – {settings.Title}");

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Feed feed, SitePlan plan) => FeedXml.Document(xml =>
    {
        var (settings, address) = (plan.Settings, feed.Absolute(FeedLinks.Corrections));
        var corrections = plan.Archive.Entries.Where(entry => !entry.IsUnpublished && !entry.Brief.Corrections.IsEmpty)
            .SelectMany(entry => Of(plan.BriefPages[entry.Brief.Slug], settings.BaseUrl))
            .OrderByDescending(c => c.Correction.Date.Instant).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Most).ToArray();
        FeedXml.Style(xml, feed);
        AtomFeed.Open(xml);
        xml.WriteAttributeString("xml", "lang", null, settings.Language);
        xml.WriteElementString("id", address);
        xml.WriteElementString("title", Title(settings));
        xml.WriteElementString("updated", corrections is [var last, ..] ? FeedDate.Rfc3339(last.Correction.Date) : AtomFeed.NoDate);
        AtomFeed.Link(xml, "self", address, AtomFeed.MediaType);
        AtomFeed.Link(xml, "alternate", feed.Absolute(SiteUrl.Home), "text/html");
        if (settings.WebSub is { } hub)
        {
            AtomFeed.Link(xml, "hub", hub.Text);
        }

        AtomFeed.Author(xml, feed.Publisher, feed.PublisherUrl);
        foreach (var corrected in corrections)
        {
            Entry(xml, corrected, settings.BaseUrl);
        }
    });

    // Known by its day, since its words may be mended; and by its place among several of one day.
    private static IEnumerable<Corrected> Of(BriefPage page, BaseUrl site) => page.Entry.Brief.Corrections
        .GroupBy(correction => correction.Date.Day)
        .SelectMany(day => day.Select((correction, i) => new Corrected(page, correction, string.Create(
            CultureInfo.InvariantCulture, $"{site.Absolute(page.Url)}#_correction-{day.Key:yyyy-MM-dd}{(i == 0 ? "" : $"-{i + 1}")}"))));

    private static void Entry(XmlWriter xml, Corrected corrected, BaseUrl site)
    {
        var (page, correction, id) = corrected;
        var date = FeedDate.Rfc3339(correction.Date);
        xml.WriteStartElement("entry");
        xml.WriteElementString("id", id);
        FeedXml.Text(xml, "title", page.Title);
        AtomFeed.Link(xml, "alternate", site.Absolute(page.Url) + "#_corrections", "text/html");
        xml.WriteElementString("published", date);
        xml.WriteElementString("updated", date);
        FeedXml.Text(xml, "content", correction.Text);
        xml.WriteEndElement();
    }
}

using System.Collections.Immutable;
using System.Xml;
using PolicyArchive.Briefs;

namespace PolicyArchive.Feeds;

/// <summary>RSS 2.0 (rssboard.org/rss-specification) within the RSS Advisory Board's best practices profile.</summary>
internal static class RssFeed
{
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string DublinCoreNamespace = "http://purl.org/dc/elements/1.1/";

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Feed feed) => FeedXml.Document(xml =>
    {
        Open(xml);
        FeedXml.Text(xml, "title", feed.Title);
        xml.WriteElementString("link", feed.Absolute(feed.List.Url));
        FeedXml.Text(xml, "description", Html(feed.Description));
        xml.WriteElementString("language", feed.Settings.Language);
        if (feed.LastChanged is { } changed)
        {
            xml.WriteElementString("lastBuildDate", FeedDate.Rfc822(changed));
        }

        xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
        xml.WriteStartElement("atom", "link", AtomNamespace);
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteAttributeString("href", feed.Absolute(feed.Links.Rss));
        xml.WriteEndElement();
    }, feed.Items.Select(item => item.Rss));

    public static ReadOnlyMemory<byte> Item(FeedItem item, byte[] content) => FeedXml.Part(Open, xml =>
    {
        xml.WriteStartElement("item");
        FeedXml.Text(xml, "title", item.Brief.Title);
        xml.WriteElementString("link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "true");
        xml.WriteString(item.Url);
        xml.WriteEndElement();
        if (item.Brief.Published.AsKnown is { } published)
        {
            xml.WriteElementString("pubDate", FeedDate.Rfc822(published));
        }

        foreach (var author in item.Page.Entry.Authors)
        {
            xml.WriteElementString("dc", "creator", DublinCoreNamespace, FeedXml.Clean(author.Name));
        }

        foreach (var term in item.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("domain", item.Absolute(term.Url));
            xml.WriteString(FeedXml.Clean(term.Name));
            xml.WriteEndElement();
        }

        Enclosure(xml, item);

        // The profile wants the summary before the full text: some readers show only the first of the two.
        if (item.Summary.Length > 0)
        {
            FeedXml.Text(xml, "description", Html(item.Summary));
        }

        xml.WriteStartElement("content", "encoded", ContentNamespace);
        FeedXml.WriteSlot(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }, content);

    // The profile: many readers support no more than one enclosure in an item.
    private static void Enclosure(XmlWriter xml, FeedItem item)
    {
        if (item.Page.Attachments is [var file, ..])
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", item.Absolute(file.Url));
            xml.WriteAttributeString("length", XmlConvert.ToString(file.Bytes));
            xml.WriteAttributeString("type", MediaType.Of(file.FileName));
            xml.WriteEndElement();
        }
    }

    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCoreNamespace);
        xml.WriteStartElement("channel");
    }

    // A description is read as HTML, so plain text is encoded once for HTML, and by the writer once more for XML.
    private static string Html(string text) => text.AsSpan().IndexOfAny('&', '<', '>') < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

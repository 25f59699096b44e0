using System.Collections.Immutable;
using System.Xml;
using PolicyArchive.Briefs;

namespace PolicyArchive.Feeds;

/// <summary>RSS 2.0 (rssboard.org/rss-specification) within the RSS Advisory Board's best practices profile.</summary>
internal static class RssFeed
{
    private const string MediaType = "application/rss+xml";
    private const string AtomNamespace = "http://www.w3.org/2005/Atom";
    private const string ContentNamespace = "http://purl.org/rss/1.0/modules/content/";
    private const string CreativeCommonsNamespace = "http://backend.userland.com/creativeCommonsRssModule";
    private const string DublinCoreNamespace = "http://purl.org/dc/elements/1.1/";
    private const string TermsNamespace = "http://purl.org/dc/terms/";

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Feed feed) => FeedXml.Document(xml =>
    {
        FeedXml.Style(xml, feed);
        Open(xml);
        FeedXml.Text(xml, "title", feed.Title);
        xml.WriteElementString("link", feed.Absolute(feed.List.Url));
        FeedXml.Text(xml, "description", Html(feed.Description));
        xml.WriteElementString("language", feed.Settings.Language);
        if (feed.LastChanged is { } changed)
        {
            xml.WriteElementString("lastBuildDate", FeedDate.Rfc822(changed));
        }

        if (feed.Settings.Copyright is { Length: > 0 } copyright)
        {
            FeedXml.Text(xml, "copyright", copyright);
        }

        xml.WriteElementString("docs", "https://www.rssboard.org/rss-specification");
        Link(xml, "self", feed.Absolute(feed.Part?.Rss ?? feed.Links.Rss), MediaType);
        Archive(xml, feed);
    }, feed.Items.SelectMany(item => item.Rss));

    private static void Archive(XmlWriter xml, Feed feed)
    {
        if (feed.Part is null && feed.Settings.WebSub is { } hub)
        {
            Link(xml, "hub", hub.Text);
        }

        if (feed.Part is not null)
        {
            Link(xml, "current", feed.Absolute(feed.Links.Rss), MediaType);
        }

        if (feed.Older is { } older)
        {
            Link(xml, "prev-archive", feed.Absolute(older.Rss), MediaType);
        }

        if (feed.Newer is { } newer)
        {
            Link(xml, "next-archive", feed.Absolute(newer.Rss), MediaType);
        }

        FeedXml.ArchiveMark(xml, feed);
    }

    public static ImmutableArray<ReadOnlyMemory<byte>> Item(FeedItem item, ReadOnlyMemory<byte> content) => FeedXml.Part(Open, xml =>
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

        if (item.Brief.LastChanged is { } changed && changed != item.Brief.Published)
        {
            xml.WriteElementString("dcterms", "modified", TermsNamespace, FeedDate.Rfc3339(changed));
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
        Rights(xml, item.Page.Licence);

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

    private static void Rights(XmlWriter xml, Licence? licence)
    {
        if (licence is null)
        {
            return;
        }

        xml.WriteElementString("dc", "rights", DublinCoreNamespace, FeedXml.Clean(licence.Name));
        if (licence.Url is { Host: "creativecommons.org" } text)
        {
            xml.WriteElementString("creativeCommons", "license", CreativeCommonsNamespace, text.Text);
        }
    }

    private static void Link(XmlWriter xml, string rel, string address, string? type = null)
    {
        xml.WriteStartElement("atom", "link", AtomNamespace);
        xml.WriteAttributeString("rel", rel);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    // The profile: many readers support no more than one enclosure in an item.
    private static void Enclosure(XmlWriter xml, FeedItem item)
    {
        if (item.Page.Attachments is [var file, ..])
        {
            xml.WriteStartElement("enclosure");
            xml.WriteAttributeString("url", item.Absolute(file.Url));
            xml.WriteAttributeString("length", XmlConvert.ToString(file.Bytes));
            xml.WriteAttributeString("type", Feeds.MediaType.Of(file.FileName));
            xml.WriteEndElement();
        }
    }

    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomNamespace);
        xml.WriteAttributeString("xmlns", "content", null, ContentNamespace);
        xml.WriteAttributeString("xmlns", "creativeCommons", null, CreativeCommonsNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCoreNamespace);
        xml.WriteAttributeString("xmlns", "dcterms", null, TermsNamespace);
        xml.WriteStartElement("channel");
    }

    // A description is read as HTML, so plain text is encoded once for HTML, and by the writer once more for XML.
    private static string Html(string text) => text.AsSpan().IndexOfAny('&', '<', '>') < 0
        ? text
        : text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}

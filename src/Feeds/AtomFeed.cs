using System.Collections.Immutable;
using System.Xml;
using PolicyArchive.Briefs;

namespace PolicyArchive.Feeds;

/// <summary>The Atom Syndication Format (RFC 4287).</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    internal const string MediaType = "application/atom+xml";

    // RFC 4287, 4.1.1 forces a date on a feed even where nothing on the site has one.
    internal const string NoDate = "1970-01-01T00:00:00Z";

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(Feed feed) => FeedXml.Document(xml =>
    {
        FeedXml.Style(xml, feed);
        Open(xml);
        xml.WriteAttributeString("xml", "lang", null, feed.Settings.Language);
        xml.WriteElementString("id", feed.Absolute(feed.List.Url));
        FeedXml.Text(xml, "title", feed.Title);
        if (!string.IsNullOrWhiteSpace(feed.List.Description))
        {
            FeedXml.Text(xml, "subtitle", feed.List.Description);
        }

        xml.WriteElementString("updated", (feed.LastChanged ?? feed.SiteLastChanged) is { } changed ? FeedDate.Rfc3339(changed) : NoDate);
        Link(xml, "self", feed.Absolute(feed.Part?.Atom ?? feed.Links.Atom), MediaType);
        Link(xml, "alternate", feed.Absolute(feed.List.Url), "text/html");
        Archive(xml, feed);
        Author(xml, feed.Publisher, feed.PublisherUrl);
        if (feed.Settings.Copyright is { Length: > 0 } copyright)
        {
            FeedXml.Text(xml, "rights", copyright);
        }
    }, feed.Items.SelectMany(item => item.Atom));

    /// <summary>
    /// RFC 4287, 4.1.2 forces <c>updated</c> on every entry, and an undated piece is never given a date: one without
    /// publication, update and correction dates is left out here. RSS and JSON Feed, which do not ask, have it.
    /// </summary>
    public static ImmutableArray<ReadOnlyMemory<byte>> Entry(FeedItem item, ReadOnlyMemory<byte> content) => item.Brief.LastChanged is not { } changed ? [] : FeedXml.Part(Open, xml =>
    {
        xml.WriteStartElement("entry");
        if (item.IsInOtherLanguage)
        {
            xml.WriteAttributeString("xml", "lang", null, item.Page.Entry.Language);
        }

        xml.WriteElementString("id", item.Url);
        FeedXml.Text(xml, "title", item.Brief.Title);
        Link(xml, "alternate", item.Url, "text/html");
        if (item.Brief.Published.AsKnown is { } published)
        {
            xml.WriteElementString("published", FeedDate.Rfc3339(published));
        }

        xml.WriteElementString("updated", FeedDate.Rfc3339(changed));
        foreach (var author in item.Page.Entry.Authors)
        {
            Author(xml, author.Name, item.AddressOf(author));
        }

        foreach (var term in item.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", term.Slug.Text);
            xml.WriteAttributeString("scheme", item.Absolute(SiteUrl.Home / Term.Folder(term.Taxonomy)));
            xml.WriteAttributeString("label", FeedXml.Clean(term.Name));
            xml.WriteEndElement();
        }

        Files(xml, item);
        if (item.Summary.Length > 0)
        {
            FeedXml.Text(xml, "summary", item.Summary);
        }

        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        FeedXml.WriteSlot(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }, content);

    private static void Archive(XmlWriter xml, Feed feed)
    {
        if (feed.Part is null && feed.Settings.WebSub is { } hub)
        {
            Link(xml, "hub", hub.Text);
        }

        if (feed.Part is not null)
        {
            Link(xml, "current", feed.Absolute(feed.Links.Atom), MediaType);
        }

        if (feed.Older is { } older)
        {
            Link(xml, "prev-archive", feed.Absolute(older.Atom), MediaType);
        }

        if (feed.Newer is { } newer)
        {
            Link(xml, "next-archive", feed.Absolute(newer.Atom), MediaType);
        }

        FeedXml.ArchiveMark(xml, feed);
    }

    private static void Files(XmlWriter xml, FeedItem item)
    {
        if (item.Page.Licence is { } licence)
        {
            // RFC 4946: the address of the licence, beside the words for people.
            if (licence.Url is { } text)
            {
                Link(xml, "license", text.Text);
            }

            FeedXml.Text(xml, "rights", licence.Name);
        }

        if (item.Brief.Source?.Url is { } original)
        {
            Link(xml, "via", original.Text);
        }

        foreach (var file in item.Page.Attachments)
        {
            xml.WriteStartElement("link");
            xml.WriteAttributeString("rel", "enclosure");
            xml.WriteAttributeString("type", Feeds.MediaType.Of(file.FileName));
            xml.WriteAttributeString("length", XmlConvert.ToString(file.Bytes));
            xml.WriteAttributeString("title", FeedXml.Clean(file.Title));
            xml.WriteAttributeString("href", item.Absolute(file.Url));
            xml.WriteEndElement();
        }
    }

    internal static void Open(XmlWriter xml) => xml.WriteStartElement("feed", Namespace);

    internal static void Author(XmlWriter xml, string name, string address)
    {
        xml.WriteStartElement("author");
        FeedXml.Text(xml, "name", name);
        xml.WriteElementString("uri", address);
        xml.WriteEndElement();
    }

    internal static void Link(XmlWriter xml, string rel, string address, string? type = null)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", rel);
        if (type is not null)
        {
            xml.WriteAttributeString("type", type);
        }

        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}

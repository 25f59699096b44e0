using System.Xml.Linq;

namespace PolicyArchive.Tests.Feeds;

/// <summary>RSS 2.0, and what the RSS Advisory Board's profile adds.</summary>
internal static class RssRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";

    private static readonly string[] OfChannel =
        ["title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate", "lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "textInput", "skipHours", "skipDays", "item"];

    private static readonly string[] OfItem = ["title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"];

    public static void Check(string xml, string address)
    {
        var rss = XDocument.Parse(xml).Root!;
        Assert.Equal(("rss", "2.0"), (rss.Name.ToString(), rss.Attribute("version")?.Value));
        var channel = Assert.Single(rss.Elements());
        Assert.Equal("channel", channel.Name.ToString());
        foreach (var required in (string[])["title", "link", "description"])
        {
            Assert.False(string.IsNullOrWhiteSpace(channel.Element(required)?.Value), $"{address}: no {required}");
        }

        KnownAndSingle(channel, OfChannel, "item", "category");
        FeedRules.Absolute(channel.Element("link")!.Value, address);
        var self = Assert.Single(channel.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "self");
        Assert.Equal((address, "application/rss+xml"), (self.Attribute("href")?.Value, self.Attribute("type")?.Value));
        foreach (var date in channel.Elements("lastBuildDate").Concat(channel.Elements("pubDate")))
        {
            FeedRules.Rfc822(date.Value);
        }

        var items = channel.Elements("item").ToArray();
        Assert.Equal(items.Length, items.Select(i => i.Element("guid")!.Value).Distinct().Count());
        Assert.All(items, item => Item(item, address));
        var days = items.Select(i => i.Element("pubDate")?.Value).Where(d => d is not null).Select(d => DateTimeOffset.Parse(d!, System.Globalization.CultureInfo.InvariantCulture).Date).ToArray();
        Assert.Equal(days.OrderDescending(), days);
    }

    private static void Item(XElement item, string address)
    {
        KnownAndSingle(item, OfItem, "category");
        Assert.False(string.IsNullOrWhiteSpace(item.Element("title")?.Value ?? item.Element("description")?.Value), $"{address}: an item with neither title nor description");
        FeedRules.Absolute(item.Element("link")?.Value, address);
        var guid = item.Element("guid")!;
        if (guid.Attribute("isPermaLink")?.Value != "false")
        {
            FeedRules.Absolute(guid.Value, address);
        }

        if (item.Element("pubDate") is { } date)
        {
            FeedRules.Rfc822(date.Value);
        }

        foreach (var enclosure in item.Elements("enclosure"))
        {
            FeedRules.Absolute(enclosure.Attribute("url")?.Value, address);
            Assert.True(long.Parse(enclosure.Attribute("length")!.Value, null) >= 0);
            Assert.Contains('/', enclosure.Attribute("type")!.Value);
        }

        Assert.All(item.Elements("category"), c => Assert.False(string.IsNullOrWhiteSpace(c.Value)));
        var content = Assert.Single(item.Elements(Encoded + "encoded"));
        FeedRules.Content(content.Value, address);
        if (item.Element("description") is { } description)
        {
            // Some readers show only the first of the two.
            Assert.True(description.IsBefore(content), $"{address}: content:encoded before description");
            Assert.Empty(Dom.Parse("<!doctype html><body>" + description.Value).Body!.Children);
        }
    }

    private static void KnownAndSingle(XElement parent, string[] known, params string[] many)
    {
        foreach (var group in parent.Elements().Where(e => e.Name.Namespace == XNamespace.None).GroupBy(e => e.Name.LocalName))
        {
            Assert.Contains(group.Key, known);
            Assert.True(many.Contains(group.Key) || group.Count() == 1, $"{group.Count()} {group.Key} in {parent.Name}");
        }
    }
}

using System.Xml.Linq;

namespace PolicyArchive.Tests.Feeds;

/// <summary>The MUSTs of RFC 4287, by its sections.</summary>
internal static class AtomRules
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly string[] OfFeed = ["author", "category", "contributor", "generator", "icon", "id", "link", "logo", "rights", "subtitle", "title", "updated", "entry"];
    private static readonly string[] OfEntry = ["author", "category", "content", "contributor", "id", "link", "published", "rights", "source", "summary", "title", "updated"];
    private static readonly string[] Many = ["author", "category", "contributor", "link", "entry"];

    public static void Check(string xml, string address)
    {
        var feed = XDocument.Parse(xml).Root!;
        Assert.Equal(Atom + "feed", feed.Name);
        Container(feed, OfFeed, address); // 4.1.1
        var self = Assert.Single(feed.Elements(Atom + "link"), l => l.Attribute("rel")?.Value == "self");
        Assert.Equal(address, self.Attribute("href")?.Value);
        var entries = feed.Elements(Atom + "entry").ToArray();
        Assert.All(entries, e => Entry(e, feed, address)); // 4.1.2
        Assert.Equal(entries.Length, entries.Select(e => e.Element(Atom + "id")!.Value + e.Element(Atom + "updated")!.Value).Distinct().Count()); // 4.1.1: one id, one updated
    }

    private static void Entry(XElement entry, XElement feed, string address)
    {
        Container(entry, OfEntry, address);
        Assert.True(entry.Elements(Atom + "author").Concat(feed.Elements(Atom + "author")).Any(), $"{address}: an entry without an author");
        var content = Assert.Single(entry.Elements(Atom + "content"));
        Text(content, address);
        Assert.True(content.Attribute("src") is null);
        if (content.Attribute("type")?.Value == "html")
        {
            FeedRules.Content(content.Value, address);
        }
        else
        {
            Assert.Single(entry.Elements(Atom + "link"), l => l.Attribute("rel")?.Value is null or "alternate");
        }
    }

    private static void Container(XElement parent, string[] known, string address)
    {
        foreach (var group in parent.Elements().Where(e => e.Name.Namespace == Atom).GroupBy(e => e.Name.LocalName))
        {
            Assert.Contains(group.Key, known);
            Assert.True(Many.Contains(group.Key) || group.Count() == 1, $"{address}: {group.Count()} {group.Key}");
        }

        FeedRules.Absolute(parent.Element(Atom + "id")?.Value, address); // 4.2.6: an IRI
        Text(Assert.Single(parent.Elements(Atom + "title")), address);
        FeedRules.Rfc3339(Assert.Single(parent.Elements(Atom + "updated")).Value); // 3.3
        foreach (var published in parent.Elements(Atom + "published"))
        {
            FeedRules.Rfc3339(published.Value);
        }

        foreach (var text in (string[])["rights", "subtitle", "summary"])
        {
            Assert.All(parent.Elements(Atom + text), e => Text(e, address));
        }

        Assert.All(parent.Elements(Atom + "author").Concat(parent.Elements(Atom + "contributor")), p => Person(p, address));
        Assert.All(parent.Elements(Atom + "category"), c => Assert.False(string.IsNullOrEmpty(c.Attribute("term")?.Value))); // 4.2.2.1
        var links = parent.Elements(Atom + "link").ToArray();
        Assert.All(links, l => FeedRules.Absolute(l.Attribute("href")?.Value, address)); // 4.2.7.1
        var alternates = links.Where(l => l.Attribute("rel")?.Value is null or "alternate").Select(l => $"{l.Attribute("type")?.Value} {l.Attribute("hreflang")?.Value}").ToArray();
        Assert.Equal(alternates.Distinct().Count(), alternates.Length); // 4.1.1, 4.1.2
    }

    // 3.1: text and html hold no elements.
    private static void Text(XElement text, string address)
    {
        Assert.True(text.Attribute("type")?.Value is null or "text" or "html" or "xhtml", $"{address}: {text.Attribute("type")}");
        Assert.True(text.Attribute("type")?.Value == "xhtml" || !text.HasElements, $"{address}: elements in {text.Name}");
    }

    // 3.2
    private static void Person(XElement person, string address)
    {
        Assert.False(string.IsNullOrWhiteSpace(Assert.Single(person.Elements(Atom + "name")).Value));
        Assert.True(person.Elements(Atom + "uri").Count() <= 1 && person.Elements(Atom + "email").Count() <= 1);
        Assert.All(person.Elements(Atom + "uri"), u => FeedRules.Absolute(u.Value, address));
    }
}

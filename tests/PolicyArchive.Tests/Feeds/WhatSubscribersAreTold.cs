using System.Text.Json;
using System.Xml.Linq;

namespace PolicyArchive.Tests.Feeds;

public sealed class WhatSubscribersAreTold
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";

    [Fact]
    public void A_correction_moves_the_day_of_change_and_never_the_identity()
    {
        using var site = SmallSite.WithBrief("");
        var before = site.Files();
        var after = site.AndBrief("x", "corrections: [{date: 2020-05-06, text: A slip.}]").Files();
        Assert.Equal(("2019-03-04T00:00:00Z", "2020-05-06T00:00:00Z"), (Entry(before, "updated"), Entry(after, "updated")));
        Assert.Equal("2019-03-04T00:00:00Z", Entry(after, "published"));
        Assert.Equal(Entry(before, "id"), Entry(after, "id"));
        Assert.Equal(Item(before).Element("guid")!.ToString(), Item(after).Element("guid")!.ToString());
        Assert.Equal((null, "2020-05-06T00:00:00Z"), (Item(before).Element(Terms + "modified")?.Value, Item(after).Element(Terms + "modified")?.Value));
        Assert.Contains("\"date_modified\":\"2020-05-06T00:00:00Z\"", after["feed.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_have_a_feed_of_their_own()
    {
        using var site = SmallSite.WithBrief("corrections: [{date: 2020-05-06, text: Second & last.}, {date: 2019-04-01, text: First.}, {date: 2020-05-06, text: Third.}]")
            .AndBrief("hidden", "draft: true\ncorrections: [{date: 2020-05-07, text: Hidden.}]");
        var files = site.Files(site.Options with { Drafts = true });
        AtomRules.Check(files["corrections.xml"], "https://archive.example/corrections.xml");
        var entries = XDocument.Parse(files["corrections.xml"]).Descendants(Atom + "entry").ToArray();
        Assert.Equal(
            [("#_correction-2020-05-06", "Second & last."), ("#_correction-2020-05-06-2", "Third."), ("#_correction-2019-04-01", "First.")],
            entries.Select(e => (e.Element(Atom + "id")!.Value.Replace("https://archive.example/briefs/x/", "", StringComparison.Ordinal), e.Element(Atom + "content")!.Value)));
        Assert.All(entries, e => Assert.Equal("https://archive.example/briefs/x/#_corrections", e.Element(Atom + "link")!.Attribute("href")!.Value));
        Assert.Contains("https://archive.example/corrections.xml", files["feeds.opml"], StringComparison.Ordinal);
        Assert.NotNull(Dom.Parse(files["briefs/x/index.html"]).QuerySelector("#_corrections a[href='/corrections.xml']"));
    }

    [Fact]
    public void The_feed_of_corrections_waits_for_the_first()
    {
        using var site = SmallSite.WithBrief("");
        AtomRules.Check(site.Files()["corrections.xml"], "https://archive.example/corrections.xml");
    }

    [Theory]
    [InlineData("license: CC-BY-ND-4.0", true)]
    [InlineData("license: https://example.org/terms", true)]
    [InlineData("license: http://rightsstatements.org/vocab/InC/1.0/", false)]
    [InlineData("license: https://rightsstatements.org/page/InC-EDU/1.0/?language=en", false)]
    [InlineData("license: http://rightsstatements.org/vocab/NoC-US/1.0/", true)]
    [InlineData("source: {name: A journal, permission: With leave.}", false)]
    [InlineData("source: {name: A journal, permission: With leave.}\nlicense: CC-BY-4.0", true)]
    [InlineData("source: {name: A journal, permission: With leave for the feed too.}\nsyndicate: true", true)]
    [InlineData("syndicate: false", false)]
    public void The_full_text_goes_out_only_where_it_may(string keys, bool isFull)
    {
        using var site = SmallSite.WithSettings("license: CC-BY-4.0\nfeed_size: 1\n")
            .AndBrief("x", $"summary: What it says.\n{keys}", "The whole of it.\n").With("briefs/new.md", "---\ntitle: New\npublished: 2020-01-01\n---\nText.\n");
        var files = site.Files();
        Assert.Contains("The whole of it.", files["briefs/x/index.html"], StringComparison.Ordinal);
        foreach (var feed in files.Where(file => (file.Key.EndsWith("feed.xml", StringComparison.Ordinal) || file.Key.EndsWith("atom.xml", StringComparison.Ordinal) || file.Key.EndsWith("feed.json", StringComparison.Ordinal) || file.Key.StartsWith("feed/", StringComparison.Ordinal)) && file.Value.Contains("/briefs/x/", StringComparison.Ordinal)))
        {
            Assert.Equal(isFull, feed.Value.Contains("The whole of it.", StringComparison.Ordinal));
            Assert.Contains("What it says.", feed.Value, StringComparison.Ordinal);
            Assert.Equal(!isFull, feed.Value.Contains("The whole text: ", StringComparison.Ordinal));
        }

    }

    [Fact]
    public void A_hub_is_named_where_one_subscribes_and_nowhere_else()
    {
        using var site = SmallSite.WithSettings("feed_size: 1\nwebsub: https://hub.example/\n").AndBrief("a", "").AndBrief("b", "");
        var files = site.Files();
        foreach (var feed in (string[])["feed.xml", "atom.xml", "corrections.xml", "kinds/policy-brief/feed.xml"])
        {
            Assert.Equal("https://hub.example/", XDocument.Parse(files[feed]).Descendants(Atom + "link").Single(link => link.Attribute("rel")?.Value == "hub").Attribute("href")?.Value);
        }

        using var json = JsonDocument.Parse(files["feed.json"]);
        Assert.Equal("""[{"type":"WebSub","url":"https://hub.example/"}]""", json.RootElement.GetProperty("hubs").GetRawText());
        Assert.DoesNotContain(files, file => file.Key.StartsWith("feed/", StringComparison.Ordinal) && file.Value.Contains("hub.example", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_of_RSS_carries_its_rights()
    {
        using var site = SmallSite.WithSettings("copyright: © Us\n").AndBrief("x", "license: CC-BY-4.0");
        var feed = XDocument.Parse(site.Files()["feed.xml"]);
        Assert.Equal("© Us", feed.Descendants("copyright").Single().Value);
        Assert.Equal("CC BY 4.0", feed.Descendants(Dc + "rights").Single().Value);
        Assert.Equal("https://creativecommons.org/licenses/by/4.0/", feed.Descendants(XName.Get("license", "http://backend.userland.com/creativeCommonsRssModule")).Single().Value);
    }

    [Fact]
    public void A_feed_names_the_style_sheet_of_the_theme_or_the_one_that_ships()
    {
        using var site = SmallSite.WithBrief("");
        Assert.Matches("""<\?xml-stylesheet type="text/css" href="/assets/feed\.[0-9a-f]{10}\.css"\?>\n<rss """, site.Files()["feed.xml"]);
        using var theme = new ThemeCopy();
        File.Delete(Path.Combine(theme.Folder, "assets", "feed.css"));
        var shipped = site.Files(site.Options with { Theme = theme.Folder });
        Assert.Equal(site.Files()["feed.xml"], shipped["feed.xml"]);
        File.WriteAllText(Path.Combine(theme.Folder, "assets", "feed.css"), "rss { display: block }\n");
        var own = site.Files(site.Options with { Theme = theme.Folder });
        Assert.NotEqual(shipped["feed.xml"], own["feed.xml"]);
    }

    private static string Entry(IReadOnlyDictionary<string, string> files, string name) => XDocument.Parse(files["atom.xml"]).Descendants(Atom + "entry").Single().Element(Atom + name)!.Value;

    private static XElement Item(IReadOnlyDictionary<string, string> files) => XDocument.Parse(files["feed.xml"]).Descendants("item").Single();
}

using System.Xml.Linq;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Feeds;

public sealed class FeedsOfWholeSites
{
    public static TheoryData<string> Sites => ["everything", "sample", "minimal"];

    private static WholeSite Site(string name) => name switch { "everything" => WholeSite.Everything, "sample" => WholeSite.Sample, _ => WholeSite.Minimal };

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_RSS_feed_keeps_the_rules(string site) => Each(site, "feed.xml", RssRules.Check);

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_Atom_feed_keeps_the_rules(string site) => Each(site, "atom.xml", AtomRules.Check);

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_JSON_feed_keeps_the_rules(string site) => Each(site, "feed.json", JsonFeedRules.Check);

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_outline_names_every_RSS_feed_once(string site)
    {
        // OPML 2.0: version, a head, a body with at least one outline, text on each, xmlUrl on each of type rss.
        var opml = XDocument.Parse(Site(site).Text("feeds.opml")).Root!;
        Assert.Equal(("opml", "2.0"), (opml.Name.ToString(), opml.Attribute("version")?.Value));
        Assert.Equal(["head", "body"], opml.Elements().Select(e => e.Name.ToString()));
        var outlines = opml.Element("body")!.Descendants().ToArray();
        Assert.All(outlines, o => Assert.Equal("outline", o.Name.ToString()));
        Assert.All(outlines, o => Assert.False(string.IsNullOrWhiteSpace(o.Attribute("text")?.Value)));
        var feeds = outlines.Where(o => o.Attribute("type")?.Value == "rss").ToArray();
        Assert.All(feeds, o => FeedRules.Absolute(o.Attribute("htmlUrl")?.Value, "feeds.opml"));
        var own = Site(site).Files.Keys.Count(k => k == "feed.xml" || k.EndsWith("/feed.xml", StringComparison.Ordinal));
        var named = feeds.Select(o => Local(site, o.Attribute("xmlUrl")!.Value)).ToArray();
        Assert.Equal(named.Distinct().Count(), named.Length);
        Assert.All(named, path => Assert.Contains(path, Site(site).Files.Keys));
        Assert.InRange(named.Length, own - 1, own);
    }

    [Fact]
    public void Every_list_of_the_contract_has_its_three_feeds()
    {
        foreach (var list in (string[])["", "topics/water/", "regions/andes/", "authors/ana-ruiz/", "series/accounts/", "kinds/report/", "years/2016/"])
        {
            Assert.Superset(new HashSet<string> { list + "feed.xml", list + "atom.xml", list + "feed.json" }, WholeSite.Everything.Files.Keys.ToHashSet());
        }
    }

    [Fact]
    public void A_text_that_would_end_its_section_or_is_no_XML_stays_whole()
    {
        using var site = SmallSite.WithBrief("summary: 'a ]]> b & <c> 𝒳'", "`]]>` and &#8; and &#x1F600;\n");
        var files = site.Files();
        RssRules.Check(files["feed.xml"], "https://archive.example/feed.xml");
        AtomRules.Check(files["atom.xml"], "https://archive.example/atom.xml");
        JsonFeedRules.Check(files["feed.json"], "https://archive.example/feed.json");
        var item = XDocument.Parse(files["feed.xml"]).Descendants("item").Single();
        Assert.Contains("<code>]]&gt;</code>", item.Element(XName.Get("encoded", "http://purl.org/rss/1.0/modules/content/"))!.Value, StringComparison.Ordinal);
        Assert.Contains("😀", item.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_without_a_dated_brief_has_feeds_all_the_same()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: X\npublished: unknown\n---\nText.\n");
        var files = site.Files();
        RssRules.Check(files["feed.xml"], "https://archive.example/feed.xml");
        AtomRules.Check(files["atom.xml"], "https://archive.example/atom.xml");
        JsonFeedRules.Check(files["feed.json"], "https://archive.example/feed.json");
    }

    private static void Each(string site, string name, Action<string, string> check)
    {
        var paths = Site(site).Files.Keys.Where(k => k == name || k.EndsWith("/" + name, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(paths);
        foreach (var path in paths)
        {
            var address = Site(site).Plan.Settings.BaseUrl.Text + "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
            check(Site(site).Text(path), address);
        }
    }

    private static string Local(string site, string address) => Uri.UnescapeDataString(address[(Site(site).Plan.Settings.BaseUrl.Text.Length + 1)..]);
}

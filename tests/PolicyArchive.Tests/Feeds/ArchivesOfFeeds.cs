using System.Xml.Linq;

namespace PolicyArchive.Tests.Feeds;

/// <summary>The archive documents of the site's own feed (RFC 5005, 4), walked as a subscriber walks them.</summary>
public sealed class ArchivesOfFeeds
{
    private const string Site = "https://archive.example/";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace History = "http://purl.org/syndication/history/1.0";
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";

    private static SmallSite With(int dated, int undated)
    {
        var site = SmallSite.WithSettings("feed_size: 3\n");
        for (var i = 1; i <= dated; i++)
        {
            site.With($"briefs/d{i}.md", $"---\ntitle: Dated {i}\npublished: 2019-01-{i:00}\n---\nThe *text* of {i}.\n\n## Part of {i}\n\n- One & two\n");
        }

        for (var i = 1; i <= undated; i++)
        {
            site.With($"briefs/u{i}.md", $"---\ntitle: Undated {i}\npublished: unknown\n---\nThe *text* of undated {i}.\n");
        }

        return site;
    }

    [Theory]
    [InlineData("feed.xml", true)]
    [InlineData("atom.xml", false)]
    public void The_whole_archive_is_rebuilt_from_its_feed(string feed, bool hasUndated)
    {
        using var site = With(dated: 11, undated: 4);
        var files = site.Files();
        var texts = new Dictionary<string, string>();
        foreach (var address in Walk(files, feed))
        {
            foreach (var (id, content) in Items(files[Local(address)]))
            {
                texts.TryAdd(id, content);
            }
        }

        var wanted = Enumerable.Range(1, 11).Select(i => $"d{i}").Concat(hasUndated ? Enumerable.Range(1, 4).Select(i => $"u{i}") : []);
        Assert.Equal(wanted.Select(slug => $"{Site}briefs/{slug}/").Order(), texts.Keys.Order());
        foreach (var (id, content) in texts)
        {
            var page = Dom.Parse(files[Local(id) + "index.html"]).QuerySelector(".prose")!.TextContent;
            Assert.Equal(Words(page), Words(Dom.Parse(content).Body!.TextContent));
        }
    }

    [Fact]
    public void Its_documents_are_as_long_as_a_feed_and_keep_the_rules_of_their_formats()
    {
        using var site = With(dated: 8, undated: 1);
        var files = site.Files();
        Assert.Equal(
            ["feed/atom/1.xml", "feed/atom/2.xml", "feed/rss/1.xml", "feed/rss/2.xml", "feed/rss/undated-1.xml"],
            files.Keys.Where(path => path.StartsWith("feed/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        foreach (var path in files.Keys.Where(path => path.StartsWith("feed/", StringComparison.Ordinal)))
        {
            Action<string, string> check = path.Contains("/rss/", StringComparison.Ordinal) ? RssRules.Check : AtomRules.Check;
            check(files[path], Site + path);
        }

        Assert.Equal(["Dated 3", "Dated 2", "Dated 1"], XDocument.Parse(files["feed/rss/1.xml"]).Descendants("item").Select(item => item.Element("title")!.Value));
    }

    [Theory]
    [InlineData("feed/rss/1.xml", "feed.xml", "feed/rss/undated-1.xml", "feed/rss/2.xml")]
    [InlineData("feed/rss/undated-1.xml", "feed.xml", null, "feed/rss/1.xml")]
    [InlineData("feed/rss/2.xml", "feed.xml", "feed/rss/1.xml", null)]
    [InlineData("feed/atom/1.xml", "atom.xml", null, "feed/atom/2.xml")]
    public void A_document_says_that_it_is_of_an_archive_and_names_its_neighbours(string path, string current, string? older, string? newer)
    {
        using var site = With(dated: 8, undated: 1);
        var root = XDocument.Parse(site.Files()[path]).Root!;
        var feed = root.Element("channel") ?? root;
        Assert.Single(feed.Elements(History + "archive"));
        Assert.Equal(
            [("self", path), ("current", current), ("prev-archive", older), ("next-archive", newer)],
            ((string[])["self", "current", "prev-archive", "next-archive"]).Select(rel => (rel, feed.Elements(Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == rel)?.Attribute("href")?.Value[Site.Length..])));
    }

    [Fact]
    public void A_full_document_stays_as_it_is_when_pieces_come_out()
    {
        using var site = With(dated: 7, undated: 1);
        var before = site.Files();
        site.With("briefs/u2.md", "---\ntitle: Undated 2\npublished: unknown\n---\nText.\n").With("briefs/new.md", "---\ntitle: New\npublished: 2020-01-01\n---\nText.\n").With("briefs/newer.md", "---\ntitle: Newer\npublished: 2020-01-02\n---\nText.\n");
        var after = site.Files();
        Assert.NotEqual(before["feed.xml"], after["feed.xml"]);
        foreach (var path in (string[])["feed/rss/1.xml", "feed/atom/1.xml"])
        {
            Assert.Equal(before[path], after[path]);
        }

        // The second now has a third after it.
        Assert.Equal(Items(before["feed/atom/2.xml"]), Items(after["feed/atom/2.xml"]));
    }

    [Fact]
    public void A_correction_is_all_that_changes_a_full_document()
    {
        using var site = With(dated: 7, undated: 0);
        var before = site.Files();
        site.With("briefs/d2.md", "---\ntitle: Dated 2\npublished: 2019-01-02\ncorrections: [{date: 2020-05-06, text: A slip.}]\n---\nText.\n");
        var after = site.Files();
        Assert.NotEqual(before["feed/atom/1.xml"], after["feed/atom/1.xml"]);
        Assert.Equal(before["feed/atom/2.xml"], after["feed/atom/2.xml"]);
    }

    [Fact]
    public void What_fits_into_the_feed_has_no_archive_and_no_list_has_one_of_its_own()
    {
        using var small = With(dated: 2, undated: 1);
        Assert.DoesNotContain(small.Files(), file => file.Key.StartsWith("feed/", StringComparison.Ordinal) || file.Value.Contains("prev-archive", StringComparison.Ordinal));
        using var site = With(dated: 8, undated: 0);
        Assert.DoesNotContain("prev-archive", site.Files()["kinds/policy-brief/feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_published_is_in_no_archive_even_where_drafts_are_shown()
    {
        using var site = With(dated: 8, undated: 0).With("briefs/secret.md", "---\ntitle: Secret\npublished: 2018-01-01\ndraft: true\n---\nSecret.\n");
        var files = site.Files(site.Options with { Drafts = true });
        Assert.DoesNotContain(files, file => file.Key.StartsWith("feed/", StringComparison.Ordinal) && file.Value.Contains("Secret", StringComparison.Ordinal));
        Assert.Equal(["Dated 3", "Dated 2", "Dated 1"], XDocument.Parse(files["feed/rss/1.xml"]).Descendants("item").Select(item => item.Element("title")!.Value));
    }

    [Fact]
    public void A_writers_file_cannot_take_the_place_of_a_document()
    {
        using var site = With(dated: 8, undated: 0).With("feed/rss/1.xml", "a").With("feed/rss/9.xml", "a");
        Assert.Equal(["SITE101"], site.Codes());
    }

    private static IEnumerable<string> Walk(IReadOnlyDictionary<string, string> files, string feed)
    {
        string? address = Site + feed;
        for (var steps = 0; address is not null && steps < 20; steps++)
        {
            yield return address;
            address = Next(files[Local(address)]);
        }
    }

    private static string? Next(string text) =>
        XDocument.Parse(text).Descendants(Atom + "link").SingleOrDefault(link => link.Attribute("rel")?.Value == "prev-archive")?.Attribute("href")?.Value;

    private static List<(string Id, string Content)> Items(string text)
    {
        var feed = XDocument.Parse(text);
        return
        [
            .. feed.Descendants("item").Select(item => (item.Element("guid")!.Value, item.Element(Encoded + "encoded")!.Value)),
            .. feed.Descendants(Atom + "entry").Select(entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "content")!.Value)),
        ];
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string Local(string address) => address[Site.Length..];
}

using System.Text;

namespace PolicyArchive.Tests.WholeSites;

public sealed class ApprovedOutputs
{
    [Fact]
    public void The_minimal_site_is_these_files_and_no_others()
    {
        Assert.Empty(WholeSite.Minimal.Findings);
        Approved.Match("minimal/files.approved.txt", Names(WholeSite.Minimal));
    }

    [Fact]
    public void The_site_of_everything_is_these_files_and_no_others()
    {
        Assert.Empty(WholeSite.Everything.Findings);
        Approved.Match("everything/files.approved.txt", Names(WholeSite.Everything));
    }

    [Fact]
    public void A_brief_becomes_this_article()
    {
        var page = Dom.Parse(WholeSite.Everything.Text("briefs/water-accounts/index.html"));
        Approved.Match("everything/brief-body.approved.txt", Dom.Outline(page.QuerySelector(".prose")!.InnerHtml));
    }

    // Without what only styles need, and without what stands on every page.
    [Fact]
    public void Its_page_has_this_head_and_these_parts()
    {
        var page = Dom.Parse(WholeSite.Everything.Text("briefs/water-accounts/index.html"));
        page.QuerySelector(".prose")!.InnerHtml = "…";
        foreach (var element in page.QuerySelectorAll("body [class]"))
        {
            element.RemoveAttribute("class");
        }

        Approved.Match("everything/brief-page.approved.txt", WithoutHash(Dom.Outline(page.Head!.InnerHtml + page.QuerySelector("article[data-brief]")!.OuterHtml)));
    }

    [Theory]
    [InlineData("feed.xml")]
    [InlineData("atom.xml")]
    [InlineData("feed.json")]
    public void The_topic_of_water_has_this_feed(string name) =>
        Approved.Match($"everything/{name.Replace(".", ".approved.", StringComparison.Ordinal)}", WithoutHash(WholeSite.Everything.Text("topics/groundwater/" + name)));

    [Theory]
    [InlineData("sitemap.xml")]
    [InlineData("feeds.opml")]
    [InlineData("_redirects")]
    [InlineData("_headers")]
    [InlineData("robots.txt")]
    [InlineData("corrections.xml")]
    [InlineData("oai.xml")]
    [InlineData("catalogue.json")]
    [InlineData("catalogue.csv")]
    [InlineData("linkset.json")]
    [InlineData("llms.txt")]
    public void Machines_are_told_this(string name) =>
        Approved.Match($"everything/{Path.GetFileNameWithoutExtension(name)}.approved{(Path.HasExtension(name) ? Path.GetExtension(name) : ".txt")}", WithoutHash(WholeSite.Everything.Text(name)));

    [Fact]
    public void Each_kind_of_mistake_is_reported_so()
    {
        var root = SmallSite.Repository + "/tests/sites/broken/";
        Approved.Match("broken/report.approved.txt", Lines(WholeSite.Broken.Findings.Select(f => f.ToString().Replace(root, "", StringComparison.Ordinal))));
    }

    // The files of the search index are named for what is in them; docs/search-format.md and its own tests say which they are.
    private static string Names(WholeSite site) =>
        Lines(site.Files.Keys.Select(name => name.StartsWith("search/index/", StringComparison.Ordinal) ? "search/index/…" : WithoutHash(name)).Distinct().Order(StringComparer.Ordinal));

    private static string Lines(IEnumerable<string> lines) => lines.Aggregate(new StringBuilder(), (text, line) => text.Append(line).Append('\n')).ToString();

    // A change of the style sheet is no change of the list of files.
    private static string WithoutHash(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"(assets/[a-z0-9/-]+)\.[0-9a-f]{10}\.", "$1.HASH.");
}

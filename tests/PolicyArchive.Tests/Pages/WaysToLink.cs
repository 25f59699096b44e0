namespace PolicyArchive.Tests.Pages;

public sealed class WaysToLink
{
    private static SmallSite With(string target, string image = "") => SmallSite.WithSettings()
        .With("briefs/2018/x.md", $"---\ntitle: X\npublished: 2018-01-01\ntopics: [Water]\n---\n## Own part\n\n[a]({target}){image}\n")
        .With("briefs/2016/y.md", "---\ntitle: Y\npublished: 2016-01-01\nredirect_from: old/y\n---\n## The costs\n\n## Énergie\n")
        .With("briefs/2016/z/index.md", "---\ntitle: Z\npublished: 2016-01-01\n---\nText.\n").With("briefs/2016/z/data.csv", "a")
        .With("pages/about.md", "---\ntitle: About\n---\n## Who\n").With("files/t a.pdf", "a").With("files/énergie.pdf", "b");

    [Theory]
    [InlineData("../2016/y.md", "/briefs/y/")]
    [InlineData("../2016/y.md#the-costs", "/briefs/y/#the-costs")]
    [InlineData("../2016/y.md#energie", "/briefs/y/#energie")]
    [InlineData("./../2016/./y.md", "/briefs/y/")]
    [InlineData("/briefs/2016/y.md", "/briefs/y/")]
    [InlineData("../2016/z/index.md", "/briefs/z/")]
    [InlineData("../2016/z/data.csv", "/briefs/z/data.csv")]
    [InlineData("x.md", "/briefs/x/")]
    [InlineData("xref:y", "/briefs/y/")]
    [InlineData("xref:y#the-costs", "/briefs/y/#the-costs")]
    [InlineData("XREF:y", "/briefs/y/")]
    [InlineData("/briefs/y/", "/briefs/y/")]
    [InlineData("/briefs/y", "/briefs/y/")]
    [InlineData("/briefs/y/index.html", "/briefs/y/")]
    [InlineData("../y/", "/briefs/y/")]
    [InlineData("https://archive.example/briefs/y/#the-costs", "/briefs/y/#the-costs")]
    [InlineData("HTTPS://archive.example/briefs/y/", "/briefs/y/")]
    [InlineData("https://archive.example", "/")]
    [InlineData("/old/y/", "/briefs/y/")]
    [InlineData("/topics/water/", "/topics/water/")]
    [InlineData("/years/2016/", "/years/2016/")]
    [InlineData("/feed.xml", "/feed.xml")]
    [InlineData("/topics/water/atom.xml", "/topics/water/atom.xml")]
    [InlineData("/", "/")]
    [InlineData("../../pages/about.md#who", "/about/#who")]
    [InlineData("/about/", "/about/")]
    [InlineData("/files/t%20a.pdf", "/files/t%20a.pdf")]
    [InlineData("../../files/%C3%A9nergie.pdf#page=2", "/files/%C3%A9nergie.pdf#page=2")]
    [InlineData("#own-part", "#own-part")]
    [InlineData("#top", "#top")]
    [InlineData("#", "#")]
    [InlineData("https://archive.example.org/x", "https://archive.example.org/x")]
    [InlineData("https://other.example/a?b=c&d=%C3%A9#f", "https://other.example/a?b=c&d=%C3%A9#f")]
    public void A_link_leads_to_what_it_names(string target, string href)
    {
        using var site = With(target);
        var (report, files) = site.Build(site.Options with { Theme = BareTheme.Folder });
        Assert.Empty(report.Shown);
        Assert.Equal(href, Dom.Parse(files["briefs/x/index.html"]).QuerySelector("p a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("../2016/why.md", "LINK001", "`../2016/y.md`")]
    [InlineData("../2016/y.mdx", "LINK001", "`../2016/y.md`")]
    [InlineData("../../../y.md", "LINK001", "")]
    [InlineData("/etc/passwd", "LINK001", "")]
    [InlineData("/briefs/yy/", "LINK001", "")]
    [InlineData("/topics/wine/", "LINK001", "")]
    [InlineData("xref:yy", "LINK002", "`xref:y`")]
    [InlineData("xref:", "LINK002", "")]
    [InlineData("#own-prat", "LINK003", "`#own-part`")]
    [InlineData("../2016/y.md#the-cost", "LINK003", "`#the-costs`")]
    [InlineData("xref:y#nowhere", "LINK003", "headings")]
    [InlineData("https://archive.example/nowhere/", "LINK001", "")]
    [InlineData("../../pages/about.md#whom", "LINK003", "`#who`")]
    public void A_broken_link_is_an_error_that_names_the_nearest_target(string target, string code, string hint)
    {
        using var site = With(target);
        var finding = site.Finding();
        Assert.Equal((code, 8, 5), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Contains(hint, finding.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("later.md")]
    [InlineData("xref:later")]
    public void A_link_to_what_is_not_published_yet_says_so(string target)
    {
        using var site = SmallSite.WithBrief("", $"[a]({target})\n").With("briefs/later.md", "---\ntitle: L\npublished: 2030-01-01\n---\nText.\n");
        Assert.Equal("LINK004", site.Finding().Code);
        Assert.Empty(site.Build(site.Options with { Drafts = true }).Report.Shown);
    }

    [Fact]
    public void Links_hold_where_the_site_is_served_from_a_folder()
    {
        using var site = With("xref:y#the-costs", " ![](../2016/z/data.csv)");
        var (_, files) = site.Build(site.Options with { Theme = BareTheme.Folder, BaseUrl = "https://host.example/deep/archive/" });
        var page = Dom.Parse(files["briefs/x/index.html"]);
        Assert.Equal(["/deep/archive/briefs/y/#the-costs"], page.QuerySelectorAll("p a").Select(a => a.GetAttribute("href")));
        Assert.Equal("/deep/archive/briefs/z/data.csv", page.QuerySelector("img")?.GetAttribute("src"));
        Assert.Contains("href=\"https://host.example/deep/archive/briefs/y/#the-costs\"", files["feed.xml"], StringComparison.Ordinal);
        Assert.Contains("/deep/archive/old/y/ /deep/archive/briefs/y/ 301!", files["_redirects"], StringComparison.Ordinal);
        Assert.Contains("/deep/archive/*\n", files["_headers"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_with_signs_of_markup_in_it_stays_an_attribute()
    {
        using var site = With("<https://other.example/\"onmouseover=\"x()>");
        var link = site.Page().QuerySelector(".prose p a")!;
        Assert.False(link.HasAttribute("onmouseover"));
    }
}

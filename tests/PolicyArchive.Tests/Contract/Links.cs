namespace PolicyArchive.Tests.Contract;

public sealed class Links
{
    private const string Head = "---\ntitle: X\npublished: 2019-01-01\n---\n";

    private static SmallSite Site(string markdown) => SmallSite.WithSettings()
        .With("briefs/2016/other.md", "---\ntitle: Other\npublished: 2019-01-01\n---\n## Part one\n\nText.\n")
        .With("briefs/bundle/index.md", "---\ntitle: Bundle\npublished: 2019-01-01\n---\nText.\n")
        .With("briefs/bundle/table.pdf", "%PDF")
        .With("briefs/e\u0301cole.md", "---\ntitle: School\npublished: 2019-01-01\n---\nText.\n")
        .With("files/my file.pdf", "%PDF")
        .With("pages/about.md", "---\ntitle: About\n---\nText.\n")
        .With("briefs/2018/x.md", Head + markdown + "\n");

    [Theory]
    [InlineData("../2016/other.md", "/briefs/other/")]
    [InlineData("../2016/other.md#part-one", "/briefs/other/#part-one")]
    [InlineData("../2016/other.md?a=1#part-one", "/briefs/other/?a=1#part-one")]
    [InlineData("../2016/other", "/briefs/other/")]
    [InlineData("../2016/other/", "/briefs/other/")]
    [InlineData("../2016/other.html", "/briefs/other/")]
    [InlineData("/briefs/other/", "/briefs/other/")]
    [InlineData("/briefs/other", "/briefs/other/")]
    [InlineData("/briefs/2016/other", "/briefs/other/")]
    [InlineData("xref:other#part-one", "/briefs/other/#part-one")]
    [InlineData("https://archive.example/briefs/other/#part-one", "/briefs/other/#part-one")]
    [InlineData("../bundle/index.md", "/briefs/bundle/")]
    [InlineData("../bundle/", "/briefs/bundle/")]
    [InlineData("../bundle/table.pdf", "/briefs/bundle/table.pdf")]
    [InlineData("/files/my%20file.pdf", "/files/my%20file.pdf")]
    [InlineData("../../pages/about.md", "/about/")]
    [InlineData("/about/", "/about/")]
    [InlineData("../%C3%A9cole.md", "/briefs/ecole/")]
    [InlineData("/years/2019/?page=2", "/years/2019/?page=2")]
    [InlineData("/feed.xml", "/feed.xml")]
    public void A_link_leads_by_file_by_address_or_by_slug(string target, string expected)
    {
        using var site = Site($"[there]({target})");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains($"<a href=\"{expected}\">there</a>", files["briefs/x/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../2016/othr.md", "LINK001", "../2016/other.md")]
    [InlineData("other.md", "LINK001", "/briefs/2016/other.md")]
    [InlineData("../../../../etc/passwd", "LINK001", null)]
    [InlineData("xref:othr", "LINK002", "xref:other")]
    [InlineData("../2016/other.md#part-on", "LINK003", "#part-one")]
    [InlineData("/settings.yml", "LINK001", null)]
    public void A_link_that_leads_nowhere_is_an_error_with_the_nearest_that_would(string target, string code, string? near)
    {
        using var site = Site($"[there]({target})");
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal((code, 5), (finding.Code, finding.Place.Line));
        if (near is not null)
        {
            Assert.Contains($"`{near}`", finding.Hint, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_link_to_a_brief_that_could_not_be_read_adds_no_second_finding()
    {
        using var site = Site("[a](broken.md) [b](xref:broken)").With("briefs/2018/broken.md", "---\ntitle: Broken\n---\n");
        Assert.Equal(["BRIEF002"], site.Codes());
    }

    [Fact]
    public void A_picture_of_another_site_becomes_a_link_and_a_warning()
    {
        using var site = Site("![A chart](https://elsewhere.example/chart.png)\n\n<b>Raw</b> <img src=\"https://elsewhere.example/raw.png\" alt=\"Raw one\">");
        var (report, files) = site.Build();
        Assert.Equal(["LINK007", "LINK007"], report.Shown.Select(f => f.Code));
        Assert.Contains(">A chart</a>", files["briefs/x/index.html"], StringComparison.Ordinal);
        Assert.Contains("Raw one", files["briefs/x/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<img", files["briefs/x/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_feeds_and_redirects_are_below_the_folder_of_the_base_url()
    {
        using var site = Site("[a](../2016/other.md) [b](/archive/briefs/other/)").With("briefs/old.md", Head.Replace("title: X", "title: Old\nredirect_from: /before/", StringComparison.Ordinal));
        var (report, files) = site.Build(site.Options with { BaseUrl = "https://host.example/archive/" });
        Assert.Empty(report.Shown);
        Assert.Equal(2, files["briefs/x/index.html"].Split("href=\"/archive/briefs/other/\"").Length - 1);
        Assert.Contains("<link rel=\"canonical\" href=\"https://host.example/archive/briefs/x/\">", files["briefs/x/index.html"], StringComparison.Ordinal);
        Assert.Contains("<link>https://host.example/archive/briefs/x/</link>", files["feed.xml"], StringComparison.Ordinal);
        Assert.Contains("/archive/before/ /archive/briefs/old/ 301!", files["_redirects"], StringComparison.Ordinal);
        foreach (var page in files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.DoesNotMatch("(?:href|src)=\"/(?!archive/)", page.Value);
        }
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Ledger;

public sealed class RetiredAddresses
{
    [Fact]
    public void A_retired_address_has_a_page_that_says_why_and_is_found_nowhere_else()
    {
        using var site = SmallSite.WithBrief("", "See [it](/briefs/gone/).\n").With("retired.yml", "/briefs/gone/: 'Its <script>alert(1)</script> figures were \"wrong\" & withdrawn.'\n").With("ledger.txt", "/briefs/gone/\n/briefs/gone/cite.bib\n");
        var files = site.Files();
        var page = Dom.Parse(files["briefs/gone/index.html"]);
        Assert.Contains("Its <script>alert(1)</script> figures were \"wrong\" & withdrawn.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main script"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.NotNull(page.QuerySelector("header"));
        Assert.Equal("/briefs/gone /briefs/gone/ 410!\n/briefs/gone/ /briefs/gone/ 410!\n/briefs/gone/cite.bib /briefs/gone/ 410!\n", files["_redirects"]);
        Assert.All(files.Where(f => f.Key != "_redirects" && !f.Key.StartsWith("briefs/gone/", StringComparison.Ordinal) && !f.Key.StartsWith("briefs/x/", StringComparison.Ordinal) && !f.Key.EndsWith("feed.xml", StringComparison.Ordinal) && !f.Key.EndsWith("atom.xml", StringComparison.Ordinal) && !f.Key.EndsWith("feed.json", StringComparison.Ordinal)), file => Assert.DoesNotContain("briefs/gone", file.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("withdrawn", files["sitemap.xml"] + files["feed.xml"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old/name", "old/name/index.html", "/old/name /old/name/ 410!\n/old/name/ /old/name/ 410!\n")]
    [InlineData("/old.html", "old.html", "/old.html /old.html 410!\n")]
    [InlineData("/old/annex.pdf", "old/annex.pdf/index.html", "/old/annex.pdf /old/annex.pdf/ 410!\n")]
    [InlineData("/%C3%A9nergie/", "énergie/index.html", "/%C3%A9nergie /%C3%A9nergie/ 410!\n/%C3%A9nergie/ /%C3%A9nergie/ 410!\n")]
    [InlineData("https://archive.example/old/index.html", "old/index.html", "/old /old/ 410!\n/old/ /old/ 410!\n")]
    public void Its_address_is_written_as_that_of_a_redirect_is(string address, string page, string rules)
    {
        using var site = SmallSite.WithBrief("").With("retired.yml", $"'{address}': Gone.\n");
        var files = site.Files();
        Assert.True(files.ContainsKey(page));
        Assert.Equal(rules, files["_redirects"]);
    }

    [Theory]
    [InlineData("/briefs/x/: Why.", "LINK022", "briefs/x.md")]
    [InlineData("/Briefs/X/: Why.", "LINK022", "briefs/x.md")]
    [InlineData("/data/a.csv: Why.", "LINK022", "data/a.csv")]
    [InlineData("/topics/: Why.", "LINK022", "/topics/")]
    [InlineData("/old/: Why.", "LINK023", "briefs/x.md(4,17)")]
    [InlineData("/a/?b: Why.", "LINK010", "query")]
    [InlineData("/gone/:", "DATA006", "reason")]
    [InlineData("/gone/: ''", "DATA006", "reason")]
    [InlineData("/gone/: [a]", "DATA010", "a list")]
    [InlineData("/gone/: => code()", "DATA011", "not run")]
    [InlineData("- a", "FILE007", "")]
    public void A_line_that_cannot_be_is_an_error_that_names_the_other_file(string line, string code, string names)
    {
        using var site = SmallSite.WithBrief("redirect_from: [/old/]").With("data/a.csv", "a").With("retired.yml", line + "\n");
        var finding = site.Finding();
        Assert.Equal((code, Severity.Error), (finding.Code, finding.Severity));
        Assert.EndsWith("retired.yml", finding.Place.File, StringComparison.Ordinal);
        Assert.Equal(1, finding.Place.Line);
        Assert.Contains(names, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_is_retired_once()
    {
        using var site = SmallSite.WithBrief("").With("retired.yml", "/gone/: One.\n/gone/index.html: Two.\n/GONE: Three.\n");
        Assert.Equal(["LINK023 retired.yml(2,1)", "LINK023 retired.yml(3,1)"], site.Places());
        Assert.Contains("retired.yml(1,1)", site.Findings()[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_attached_where_an_address_was_retired_is_refused()
    {
        using var site = SmallSite.WithBrief("attachments: [/data/a.csv]").With("data/a.csv", "a").With("retired.yml", "/briefs/x/a.csv: Gone.\n");
        Assert.Equal(["SITE103 briefs/x.md(4,15)"], site.Places());
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Pages;

public sealed class OldAddresses
{
    [Theory]
    [InlineData("/2016/07/21/title.html", "/2016/07/21/title.html", "2016/07/21/title.html")]
    [InlineData("/node/123", "/node/123/", "node/123/index.html")]
    [InlineData("/old/index.html", "/old/", "old/index.html")]
    [InlineData("/files/My Report.pdf", "/files/My%20Report.pdf", null)]
    [InlineData("/files/My%20Reports/", "/files/My%20Reports/", "files/My Reports/index.html")]
    [InlineData("/%3Aid/%2A/", "/%3Aid/%2A/", null)]
    [InlineData("/a%23b/", "/a%23b/", null)]
    [InlineData("/a%3Fb/", "/a%3Fb/", null)]
    [InlineData("/#x/", null, null)]
    [InlineData("/ends-in-dot./", "/ends-in-dot./", null)]
    [InlineData("http://archive.example/old/", "/old/", "old/index.html")]
    [InlineData("HTTPS://ARCHIVE.EXAMPLE/old/", "/old/", "old/index.html")]
    public void Each_way_to_write_one_has_its_rule_and_a_page_where_every_host_can_hold_it(string from, string? rule, string? page)
    {
        using var site = SmallSite.WithBrief($"redirect_from: '{from}'");
        if (rule is null)
        {
            Assert.Equal("LINK010", site.Finding().Code);
            return;
        }

        var files = site.Files();
        Assert.EndsWith($"{rule} /briefs/x/ 301!\n", files["_redirects"], StringComparison.Ordinal);
        Assert.All(files["_redirects"].Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(3, line.Split(' ').Length));
        var pages = files.Where(f => f.Value.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal)).Select(f => f.Key);
        Assert.Equal(page is null ? [] : [page], pages);
    }

    [Theory]
    [InlineData("/?p=123", "query")]
    [InlineData("/old#part", "fragment")]
    [InlineData("https://other.example/old/", "another site")]
    [InlineData("/a:b/", "`:`")]
    [InlineData("/a/*", "`*`")]
    [InlineData("/caf%E9/", "`%`")]
    [InlineData("/.netlify/functions/x", "host")]
    [InlineData("../old", "dotted")]
    [InlineData("javascript:alert(1)", "`:`")]
    [InlineData("\"/a\\nb/ /c/ 200\"", "control character")]
    [InlineData("\"/a\\u2028b/\"", null)]
    public void One_that_a_host_cannot_redirect_is_an_error_that_says_why(string from, string? why)
    {
        using var site = SmallSite.WithBrief($"redirect_from: [{(from[0] == '"' ? from : $"'{from}'")}]");
        if (why is null)
        {
            Assert.Equal(2, site.Files()["_redirects"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
            return;
        }

        var finding = site.Finding();
        Assert.Equal(("LINK010", Severity.Error, 4, 17), (finding.Code, finding.Severity, finding.Place.Line, finding.Place.Column));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/briefs/x/")]
    [InlineData("/briefs/x")]
    [InlineData("/briefs/x/index.html")]
    [InlineData("/Briefs/X/")]
    [InlineData("/briefs/%78/")]
    [InlineData("https://archive.example/briefs/x/")]
    public void A_page_does_not_lead_to_itself(string from)
    {
        using var site = SmallSite.WithBrief($"redirect_from: ['{from}']");
        Assert.Equal(["LINK018 briefs/x.md(4,17)"], site.Places());
    }

    [Fact]
    public void Two_briefs_that_lead_to_each_other_are_refused_and_each_names_the_other()
    {
        using var site = SmallSite.WithSettings().AndBrief("a", "redirect_from: /briefs/b/").AndBrief("b", "redirect_from: /briefs/a/");
        Assert.Equal(["LINK012 briefs/a.md(4,16)", "LINK012 briefs/b.md(4,16)"], site.Places());
        Assert.Contains("briefs/b.md", site.Findings()[0].Message, StringComparison.Ordinal);
        Assert.Contains("briefs/a.md", site.Findings()[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/old/", "/OLD", "LINK011")]
    [InlineData("/old/", "/old/index.html", "LINK011")]
    [InlineData("/caf%C3%A9/", "/cafe\u0301/", "LINK011")]
    [InlineData("/old.pdf", "/Old.PDF", "LINK011")]
    [InlineData("/old.html", "/old.html/below/", "LINK012")]
    [InlineData("/old.html/below/", "/old.html", "LINK012")]
    public void Two_old_addresses_that_would_be_one_file_are_refused_and_the_second_names_the_first(string first, string second, string code)
    {
        using var site = SmallSite.WithSettings().AndBrief("a", $"redirect_from: '{first}'").AndBrief("b", $"redirect_from: '{second}'");
        var finding = site.Finding();
        Assert.Equal(code, finding.Code);
        Assert.EndsWith("b.md", finding.Place.File, StringComparison.Ordinal);
        Assert.Contains("briefs/a.md", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_of_old_and_the_pages_it_made_may_both_have_moved()
    {
        using var site = SmallSite.WithSettings().AndBrief("a", "redirect_from: /index.php/2016/a/").AndBrief("b", "redirect_from: /index.php");
        Assert.Contains("/index.php /briefs/b/ 301!\n", site.Files()["_redirects"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data/old.pdf", "/data/old.pdf")]
    [InlineData("briefs/y/index.md", "/briefs/y/")]
    [InlineData("pages/about.md", "/about/")]
    public void A_file_that_stands_at_an_old_address_is_named(string path, string from)
    {
        using var site = SmallSite.WithBrief($"redirect_from: {from}").With(path, "---\ntitle: Y\npublished: 2019-01-01\n---\nText.\n");
        var finding = site.Finding();
        Assert.Equal("LINK012", finding.Code);
        Assert.Contains(path, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_attached_where_another_page_is_redirected_from_is_refused()
    {
        using var site = SmallSite.WithSettings().AndBrief("x", "attachments: [/data/a.csv]").With("data/a.csv", "a").AndBrief("y", "redirect_from: /briefs/x/a.csv");
        Assert.Equal(["SITE103 briefs/x.md(4,15)"], site.Places());
    }

    [Fact]
    public void Lists_and_feeds_that_had_other_addresses_are_redirected_by_the_settings()
    {
        using var site = SmallSite.WithSettings("redirects:\n  /posts/: /briefs/\n  /index.xml: /feed.xml\n  tags: /topics/energy/\n").AndBrief("x", "topics: [Energy]");
        Assert.Empty(site.Findings());
        var files = site.Files();
        foreach (var rule in (string[])["/posts/ /briefs/ 301!\n", "/index.xml /feed.xml 301!\n", "/tags/ /topics/energy/ 301!\n"])
        {
            Assert.Contains(rule, files["_redirects"], StringComparison.Ordinal);
        }

        Assert.Contains("/briefs/", files["posts/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/posts/: /nowhere/", "LINK025")]
    [InlineData("/posts/: https://elsewhere.example/", "LINK025")]
    [InlineData("/posts/?page=1: /briefs/", "LINK010")]
    [InlineData("/briefs/x/: /briefs/", "LINK012")]
    [InlineData("/briefs/: /briefs/", "LINK018")]
    [InlineData("/posts/: [/briefs/]", "SITE010")]
    public void A_redirect_of_the_settings_is_judged_at_its_line(string line, string code)
    {
        using var site = SmallSite.WithSettings($"redirects:\n  {line}\n").AndBrief("x", "");
        var finding = site.Finding();
        Assert.Equal(code, finding.Code);
        Assert.EndsWith("settings.yml", finding.Place.File, StringComparison.Ordinal);
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Contract;

public sealed class Addresses
{
    private static string Brief(string keys, string title = "X") => $"---\ntitle: {title}\npublished: 2019-01-01\n{keys}\n---\nText.\n";

    private static Finding Only(SmallSite site)
    {
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.NotEqual("", finding.Place.File);
        return finding;
    }

    [Theory]
    [InlineData("index.html")]
    [InlineData("404.html")]
    [InlineData("sitemap.xml")]
    [InlineData("briefs/x/index.html")]
    [InlineData("BRIEFS/X/index.html")]
    [InlineData("years/2019/index.html")]
    public void A_copied_file_at_the_address_of_a_page_is_refused_at_its_own_place(string path)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief("")).With(path, "mine");
        var finding = Only(site);
        Assert.Equal("SITE101", finding.Code);
        Assert.EndsWith("input/" + path, finding.Place.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("robots.txt", "leave it out, or")]
    [InlineData("sitemap.xml", "leave it out, or")]
    [InlineData("Feed.xml", "leave it out, or")]
    [InlineData("404.html", "the theme's not-found.liquid")]
    public void A_file_that_the_site_makes_itself_is_refused_with_the_cure(string path, string cure)
    {
        using var site = SmallSite.WithBrief("").With(path, "mine");
        var finding = Only(site);
        Assert.Equal("SITE101", finding.Code);
        Assert.Contains("a file that the site makes itself", finding.Message, StringComparison.Ordinal);
        Assert.Contains(cure, finding.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void What_hosts_are_told_by_hidden_names_is_not_a_writer_s_to_say()
    {
        using var site = SmallSite.WithBrief("").With("_headers", "/*\n  X: y\n").With("_redirects", "/* /x 301\n").With(".well-known/security.txt", "a").With("favicon.ico", "i");
        var files = site.Files();
        Assert.DoesNotContain("X: y", files["_headers"], StringComparison.Ordinal);
        Assert.Equal("", files["_redirects"]);
        Assert.True(files.ContainsKey("favicon.ico"));
        Assert.DoesNotContain(".well-known/security.txt", files.Keys);
    }

    [Fact]
    public void A_file_where_the_site_needs_a_folder_is_refused()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief("")).With("years", "mine");
        Assert.Equal("SITE102", Only(site).Code);
    }

    [Fact]
    public void Two_attachments_that_would_share_an_address_are_refused()
    {
        using var site = SmallSite.WithSettings().With("a/t.pdf", "one").With("b/t.pdf", "two").With("briefs/x.md", Brief("attachments: [a/t.pdf, b/t.pdf]"));
        Assert.Equal(("SITE103", 4, 24), Only(site) is var f ? (f.Code, f.Place.Line, f.Place.Column) : default);
    }

    [Fact]
    public void Attachments_stand_beside_the_page_wherever_it_is()
    {
        using var site = SmallSite.WithSettings().With("a/t.pdf", "one").With("briefs/x.md", Brief("attachments: [a/t.pdf]\nDestinationPath: blog/x.html"));
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.True(files.ContainsKey("blog/x.html"));
        Assert.True(files.ContainsKey("blog/x/t.pdf"));
        Assert.Contains("href=\"/blog/x/t.pdf\"", files["blog/x.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_list_has_its_feeds_and_its_pages()
    {
        using var site = new SmallSite().With("settings.yml", "title: T\nbase_url: https://archive.example\npage_size: 2\n").With("series.yml", "wp: Papers\n");
        for (var i = 0; i < 5; i++)
        {
            site.With($"briefs/b{i}.md", Brief("topics: Water\nregions: West\nauthors: Ana Ruiz\nseries: wp", "B" + i));
        }

        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        foreach (var list in (string[])["briefs", "topics/water", "regions/west", "authors/ana-ruiz", "series/wp", "kinds/policy-brief", "years/2019"])
        {
            foreach (var name in (string[])["index.html", "feed.xml", "atom.xml", "feed.json", "page/2/index.html", "page/3/index.html"])
            {
                Assert.True(files.ContainsKey($"{list}/{name}"), $"{list}/{name}");
            }

            Assert.False(files.ContainsKey($"{list}/page/4/index.html"));
            Assert.False(files.ContainsKey($"{list}/page/1/index.html"));
        }
    }

    [Fact]
    public void One_old_address_may_be_named_twice_for_one_page_but_not_for_two()
    {
        using var same = SmallSite.WithSettings().With("briefs/x.md", Brief("redirect_from: [/old, /old/, old/]"));
        var (report, files) = same.Build();
        Assert.Empty(report.Shown);
        Assert.Equal("/old /briefs/x/ 301!\n/old/ /briefs/x/ 301!\n", files["_redirects"]);
        using var two = SmallSite.WithSettings().With("briefs/x.md", Brief("redirect_from: /old")).With("briefs/y.md", Brief("redirect_from: /old/"));
        Assert.Equal("LINK011", Only(two).Code);
    }

    [Theory]
    [InlineData("/briefs/x/")]
    [InlineData("/topics/")]
    [InlineData("/feed.xml")]
    [InlineData("/feed.xml/below/")]
    [InlineData("/")]
    public void An_address_in_use_is_not_redirected_from(string address)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief("")).With("briefs/y.md", Brief("redirect_from: " + address, "Y"));
        Assert.Equal(("LINK012", Severity.Error), Only(site) is var f ? (f.Code, f.Severity) : default);
    }

    [Fact]
    public void A_topic_without_briefs_has_no_page_to_redirect_to_and_says_so()
    {
        using var site = SmallSite.WithSettings().With("topics.yml", "water: {name: Water, redirect_from: /tags/water}\n").With("briefs/x.md", Brief(""));
        Assert.Equal(("LINK013", Severity.Warning), Only(site) is var f ? (f.Code, f.Severity) : default);
    }

    [Fact]
    public void A_note_that_is_neither_brief_nor_page_is_copied_as_it_is()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief("")).With("data/README.md", "# Notes\n\nOn the data.\n").With("_kept/back.md", "no").With("data/_back.csv", "no").With(".hidden", "no");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.True(files.ContainsKey("data/README.md"));
        Assert.DoesNotContain(files.Keys, k => k.Contains("back", StringComparison.Ordinal) || k.Contains("hidden", StringComparison.Ordinal));
    }

    [Fact]
    public void A_page_that_shows_a_draft_s_picture_too_keeps_it()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief(""))
            .With("briefs/d.md", Brief("draft: true").Replace("Text.", "![a](/shared.svg) ![b](own.svg)", StringComparison.Ordinal))
            .With("briefs/own.svg", "<svg/>").With("shared.svg", "<svg/>").With("pages/about.md", "---\ntitle: About\n---\n![a](../shared.svg)\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.True(files.ContainsKey("shared.svg"));
        Assert.False(files.ContainsKey("briefs/own.svg"));
    }

    [Fact]
    public void Two_drafts_of_one_slug_are_no_one_s_trouble_yet()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief("")).With("briefs/a/d.md", Brief("draft: true")).With("briefs/b/d.md", Brief("draft: true"));
        Assert.Empty(site.Codes());
    }
}

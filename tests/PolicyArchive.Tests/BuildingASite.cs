using PolicyArchive.Findings;

namespace PolicyArchive.Tests;

public sealed class BuildingASite
{
    private const string Head = "---\ntitle: Metering water\npublished: 2019-03-04\nauthors: [Ana Ruiz]\ntopics: [Water]\n---\n";

    [Fact]
    public void A_brief_becomes_a_page_a_topic_and_feeds_without_a_finding()
    {
        using var site = SmallSite.WithSettings().With("briefs/2019-03-04-metering.md", Head + "Pumps are cheap.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        var page = files["briefs/metering/index.html"];
        Assert.NotNull(Dom.Parse(page).QuerySelector("article[data-brief] h1"));
        Assert.Contains("<time datetime=\"2019-03-04\">4 March 2019</time>", page, StringComparison.Ordinal);
        Assert.Contains("<a rel=\"tag\" href=\"/topics/water/\">Water</a>", page, StringComparison.Ordinal);
        Assert.Contains("Mon, 04 Mar 2019 00:00:00 ", files["topics/water/feed.xml"], StringComparison.Ordinal);
        foreach (var path in (string[])["index.html", "atom.xml", "feed.json", "feeds.opml", "sitemap.xml", "robots.txt", "404.html", "_headers", "_redirects", "years/2019/index.html", "authors/ana-ruiz/index.html"])
        {
            Assert.True(files.ContainsKey(path), path);
        }
    }

    [Fact]
    public void A_brief_without_a_date_is_refused_at_its_first_line()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: X\n---\n");
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal(("BRIEF002", 1, 1), (finding.Code, finding.Place.Line, finding.Place.Column));
    }

    [Fact]
    public void An_impossible_day_is_named_at_its_line_and_column_whatever_the_line_ends()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "\uFEFF---\r\ntitle: X\r\npublished: 2016-02-30\r\n---\r\n");
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal(("BRIEF012", 3, 12), (finding.Code, finding.Place.Line, finding.Place.Column));
    }

    [Theory]
    [InlineData("[a](missing.md)", "LINK001")]
    [InlineData("[a](xref:missing)", "LINK002")]
    [InlineData("[a](#missing)", "LINK003")]
    [InlineData("[a](draft.md)", "LINK004")]
    [InlineData("![a](missing.png)", "LINK005")]
    [InlineData("[a](javascript:alert(1))", "TEXT004")]
    public void A_broken_link_is_an_error_at_its_line(string markdown, string code)
    {
        using var site = SmallSite.WithSettings()
            .With("briefs/draft.md", "---\ntitle: D\npublished: 2019-01-01\ndraft: true\n---\n")
            .With("briefs/x.md", Head + "One.\n\n" + markdown + "\n");
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal((code, 9, Severity.Error), (finding.Code, finding.Place.Line, finding.Severity));
    }

    [Fact]
    public void Drafts_and_embargoed_briefs_leave_no_trace()
    {
        using var site = SmallSite.WithSettings()
            .With("briefs/open.md", Head + "Text.\n")
            .With("briefs/later.md", "---\ntitle: Zanzibar later\npublished: 2030-01-01\ntopics: Secretness\n---\nText.\n")
            .With("briefs/draft/index.md", "---\ntitle: Zanzibar draft\npublished: 2010-01-01\ndraft: yes\n---\n![p](p.svg)\n")
            .With("briefs/draft/p.svg", "<svg/>");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.DoesNotContain(files, f => f.Value.Contains("Zanzibar", StringComparison.Ordinal) || f.Value.Contains("Secretness", StringComparison.Ordinal) || f.Key.EndsWith("p.svg", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_equal_but_for_case_and_spacing_are_one_topic_and_nearly_equal_ones_are_warned_of()
    {
        using var site = SmallSite.WithSettings()
            .With("briefs/a.md", "---\ntitle: A\npublished: 2019-01-01\ntopics: [Climate policy]\n---\nText.\n")
            .With("briefs/b.md", "---\ntitle: B\npublished: 2019-01-01\ntopics: [climate  POLICY, Climate-policies]\n---\nText.\n");
        Assert.Equal(["DATA105"], site.Codes());
        Assert.DoesNotContain(site.Build().Files.Keys, k => k.StartsWith("topics/climate-policy-", StringComparison.Ordinal));
    }

    [Fact]
    public void Scripts_and_handlers_never_reach_a_page()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Head + "<p onclick=\"steal()\">Hi</p><script>steal()</script><svg onload=steal()></svg>\n\n**fine**{onclick=steal()}\n");
        var (report, files) = site.Build();
        Assert.Equal(["TEXT007 (7,4)", "TEXT007 (7,28)", "TEXT007 (7,52)"], report.Shown.Select(f => $"{f.Code} ({f.Place.Line},{f.Place.Column})"));
        var page = files["briefs/x/index.html"];
        Assert.Empty(Dom.Parse(page).QuerySelectorAll("script:not([src], [type='application/ld+json'])"));
        Assert.DoesNotContain("onclick=\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onload", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_address_leads_to_the_new_one()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Head.Replace("topics:", "RedirectFrom: old/name\ntopics:", StringComparison.Ordinal) + "Text.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Equal("/old/name/ /briefs/x/ 301!\n", files["_redirects"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Last() + "\n");
        Assert.Contains("url=/briefs/x/", files["old/name/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_laid_out_for_Statiq_builds_unchanged()
    {
        using var site = new SmallSite()
            .With("../settings.yml", "SiteTitle: Statiq notes\nHost: notes.example\nLinksUseHttps: true\n")
            .With("posts/_directory.yml", "Tags: [Water]\n")
            .With("posts/first.md", "---\nTitle: First\nPublished: 2019-01-02\nDescription: What it says.\nRedirectFrom: blog/first\n---\nText.\n")
            .With("posts/hidden.md", "---\nTitle: Hidden\nPublished: 2019-01-02\nExcluded: true\n---\nText.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains("https://notes.example/briefs/first/", files["feed.xml"], StringComparison.Ordinal);
        Assert.True(files.ContainsKey("topics/water/index.html"));
        Assert.False(files.ContainsKey("briefs/hidden/index.html"));
    }

    [Fact]
    public void The_sample_archive_has_no_finding_and_two_builds_of_it_are_the_same_bytes()
    {
        using var site = new SmallSite();
        var options = site.Options with { Input = Path.Combine(SmallSite.Repository, "input"), Now = new DateOnly(2026, 11, 1) };
        var (first, second) = (site.Build(options), site.Build(options));
        Assert.Empty(first.Report.Shown);
        Assert.NotEmpty(first.Files);
        Assert.Equal(first.Files.OrderBy(f => f.Key, StringComparer.Ordinal), second.Files.OrderBy(f => f.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void Two_briefs_of_one_slug_are_refused_naming_the_other_file()
    {
        using var site = SmallSite.WithSettings().With("briefs/a/x.md", Head + "One.\n").With("briefs/b/x.md", Head + "Two.\n");
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal("BRIEF101", finding.Code);
        Assert.Contains("briefs/a/x.md", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_undated_piece_says_so_and_is_given_no_date()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: X\npublished: unknown\n---\nText.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains("date unknown", files["briefs/x/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<pubDate>", files["feed.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_mistake_of_a_file_is_named_in_one_run()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitel: X\npublished: 7/21/2016\ndoi: abc\nslug: Not A Slug\nlicense: CC-BY-5\n---\nText.\n");
        Assert.Equal(["BRIEF001", "BRIEF014", "BRIEF012", "BRIEF015", "BRIEF003", "BRIEF023"], site.Codes());
    }
}

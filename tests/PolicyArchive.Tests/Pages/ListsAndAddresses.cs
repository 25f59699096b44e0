namespace PolicyArchive.Tests.Pages;

public sealed class ListsAndAddresses
{
    private static SmallSite WithBriefs(int count, string settings, string keys = "topics: [Water]")
    {
        var site = SmallSite.WithSettings(settings);
        for (var i = 1; i <= count; i++)
        {
            site.AndBrief($"b{i:000}", keys);
        }

        return site;
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public void A_list_has_as_many_pages_as_it_needs(int briefs, int pages)
    {
        using var site = WithBriefs(briefs, "page_size: 3\n");
        var files = site.Files();
        foreach (var list in (string[])["briefs", "topics/water", "years/2019", "kinds/policy-brief"])
        {
            Assert.Equal(pages - 1, files.Keys.Count(k => k.StartsWith(list + "/page/", StringComparison.Ordinal)));
            Assert.Equal(briefs, Enumerable.Range(1, pages).Sum(n => Dom.Parse(files[$"{list}{(n == 1 ? "" : $"/page/{n}")}/index.html"]).QuerySelectorAll("main h2 a[href^='/briefs/b']").Length));
        }
    }

    [Fact]
    public void Pages_of_a_list_lead_to_each_other_and_each_is_its_own_canonical()
    {
        using var site = WithBriefs(5, "page_size: 2\n");
        var page = site.Page("topics/water/page/2/index.html");
        Assert.Equal("/topics/water/", page.QuerySelector("a[rel=prev]")?.GetAttribute("href"));
        Assert.Equal("/topics/water/page/3/", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Equal("https://archive.example/topics/water/page/2/", page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
        Assert.Contains("page 2", page.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public void Briefs_of_one_day_stand_by_title_and_others_newest_first()
    {
        using var site = SmallSite.WithSettings().AndBrief("b", "").AndBrief("a", "").With("briefs/late.md", "---\ntitle: late\npublished: 2019-03-04T18:00:00Z\n---\nText.\n").With("briefs/new.md", "---\ntitle: new\npublished: 2020-01-01\n---\nText.\n");
        Assert.Equal(["new", "late", "a", "b"], site.Plan().Archive.Entries.Select(e => e.Brief.Title));
    }

    [Fact]
    public void A_feed_holds_the_newest_of_its_list()
    {
        using var site = WithBriefs(5, "feed_size: 2\n").With("briefs/new.md", "---\ntitle: newest\npublished: 2020-01-01\ntopics: [Water]\n---\nText.\n");
        var files = site.Files();
        foreach (var feed in (string[])["feed.xml", "topics/water/feed.xml"])
        {
            Assert.Equal(["newest", "b001"], System.Xml.Linq.XDocument.Parse(files[feed]).Descendants("item").Select(i => i.Element("title")!.Value));
        }
    }

    [Theory]
    [InlineData("pages/briefs.md", "SITE101")]
    [InlineData("pages/topics/water.md", "SITE101")]
    [InlineData("feed.xml", "SITE101")]
    [InlineData("_headers/x", null)]
    [InlineData("Feed.xml", "SITE101")]
    [InlineData("briefs/x/index.html", "SITE101")]
    [InlineData("sitemap.xml", "SITE101")]
    public void No_two_things_share_an_address_even_where_case_is_ignored(string path, string? code)
    {
        using var site = SmallSite.WithBrief("topics: [Water]").With(path, path.EndsWith(".md", StringComparison.Ordinal) ? "---\ntitle: P\n---\nText.\n" : "a");
        Assert.Equal(code is null ? [] : [code], site.Codes());
    }

    [Fact]
    public void The_check_of_a_site_with_two_pages_at_one_address_goes_on_to_the_end()
    {
        using var site = SmallSite.WithBrief("", "[a](#a)\n").With("pages/briefs.md", "---\ntitle: P\n---\nText.\n");
        var run = Contract.ProgramRun.In(site.Folder, "check");
        Assert.Equal(1, run.Code);
        Assert.Contains("error SITE101", run.Error, StringComparison.Ordinal);
        Assert.Contains("error LINK003", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_files_whose_names_a_file_system_may_hold_as_one_are_refused()
    {
        using var site = SmallSite.WithBrief("").With("files/A.txt", "a").With("files/a.txt", "b");
        Assert.Equal(["SITE101"], site.Codes());
    }

    [Theory]
    [InlineData("old/name", "/old/name/", "old/name/index.html")]
    [InlineData("/old.html", "/old.html", "old.html")]
    [InlineData("/old.php", "/old.php", null)]
    [InlineData("/énergie/", "/%C3%A9nergie/", "énergie/index.html")]
    [InlineData("https://archive.example/old/", "/old/", "old/index.html")]
    public void An_old_address_is_forced_to_the_new_one_and_has_a_page_where_a_host_can_serve_it(string from, string line, string? page)
    {
        using var site = SmallSite.WithBrief($"redirect_from: '{from}'");
        var files = site.Files();
        Assert.EndsWith($"{line} /briefs/x/ 301!\n", files["_redirects"], StringComparison.Ordinal);
        if (page is null)
        {
            Assert.DoesNotContain("old.php", files.Keys);
            return;
        }

        var moved = Dom.Parse(files[page]);
        Assert.Equal("0; url=/briefs/x/", moved.QuerySelector("meta[http-equiv=refresh]")?.GetAttribute("content"));
        Assert.Equal("https://archive.example/briefs/x/", moved.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
    }

    [Fact]
    public void Topics_and_people_may_have_moved_too()
    {
        using var site = SmallSite.WithSettings().With("topics.yml", "water: {name: Water, redirect_from: tags/h2o}\n").With("people.yml", "ana: {name: Ana, redirect_from: [staff/ana]}\n").AndBrief("x", "topics: [water]\nauthors: [ana]");
        Assert.Equal("/staff/ana /authors/ana/ 301!\n/staff/ana/ /authors/ana/ 301!\n/tags/h2o /topics/water/ 301!\n/tags/h2o/ /topics/water/ 301!\n", site.Files()["_redirects"]);
    }

    [Fact]
    public void Names_of_any_script_have_addresses_that_a_host_can_serve()
    {
        using var site = SmallSite.WithBrief("topics: [日本の政策]\nauthors: [Ана Руис]\nregions: ['الشرق الأوسط']");
        var files = site.Files();
        Assert.Superset(new HashSet<string> { "topics/日本の政策/index.html", "authors/ана-руис/index.html", "regions/الشرق-الأوسط/feed.xml" }, files.Keys.ToHashSet());
        Assert.NotNull(Dom.Parse(files["briefs/x/index.html"]).QuerySelector("a[rel=tag][href='/topics/%E6%97%A5%E6%9C%AC%E3%81%AE%E6%94%BF%E7%AD%96/']"));
    }
}

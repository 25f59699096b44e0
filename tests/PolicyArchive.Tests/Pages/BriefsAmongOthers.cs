using AngleSharp.Dom;

namespace PolicyArchive.Tests.Pages;

public sealed class BriefsAmongOthers
{
    private static string? Canonical(IParentNode page) => page.QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    [Fact]
    public void A_series_leads_from_each_piece_to_the_one_before_and_after_by_number()
    {
        using var site = SmallSite.WithSettings().AndBrief("ten", "series: Notes\nnumber: 10").AndBrief("two", "series: Notes\nnumber: 2").AndBrief("nine", "series: notes\nnumber: 9");
        var pages = site.Plan().BriefPages.Values.ToDictionary(p => p.Title, p => (p.PreviousInSeries?.Brief.Title, p.NextInSeries?.Brief.Title));
        Assert.Equal((null, "nine"), pages["two"]);
        Assert.Equal(("two", "ten"), pages["nine"]);
        Assert.Equal(("nine", null), pages["ten"]);
    }

    [Fact]
    public void Without_numbers_a_series_goes_by_date()
    {
        using var site = SmallSite.WithSettings()
            .With("briefs/b.md", "---\ntitle: b\npublished: 2015-01-01\nseries: Notes\n---\nText.\n").With("briefs/a.md", "---\ntitle: a\npublished: 2016-01-01\nseries: Notes\n---\nText.\n");
        var page = site.Page("briefs/b/index.html");
        Assert.Equal("/briefs/a/", page.QuerySelector("a[rel=next]")?.GetAttribute("href"));
        Assert.Null(page.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public void A_piece_in_several_languages_names_each_of_them_itself_included()
    {
        using var site = SmallSite.WithSettings().AndBrief("original", "").AndBrief("fr", "language: fr\ntranslation_of: original").AndBrief("ar", "language: ar\ntranslation_of: fr");
        var files = site.Files();
        foreach (var name in (string[])["original", "fr", "ar"])
        {
            var page = Dom.Parse(files[$"briefs/{name}/index.html"]);
            var alternates = page.QuerySelectorAll("link[hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}").Order(StringComparer.Ordinal);
            Assert.Equal(["ar https://archive.example/briefs/ar/", "en https://archive.example/briefs/original/", "fr https://archive.example/briefs/fr/"], alternates);
        }

        var arabic = Dom.Parse(files["briefs/ar/index.html"]).DocumentElement;
        Assert.Equal(("ar", "rtl"), (arabic.GetAttribute("lang"), arabic.GetAttribute("dir")));
    }

    [Fact]
    public void A_republished_piece_says_whose_it_is_and_leaves_search_engines_to_the_original()
    {
        using var site = SmallSite.WithBrief("source: {name: A journal, url: 'https://journal.example/x', title: Its title, permission: With leave of the journal.}").AndBrief("own", "");
        var files = site.Files();
        var page = Dom.Parse(files["briefs/x/index.html"]);
        Assert.Equal("https://journal.example/x", Canonical(page));
        Assert.Contains("With leave of the journal.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A journal", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("briefs/x/", files["sitemap.xml"], StringComparison.Ordinal);
        Assert.Contains("briefs/own/", files["sitemap.xml"], StringComparison.Ordinal);
        Assert.Equal("https://archive.example/briefs/own/", Canonical(Dom.Parse(files["briefs/own/index.html"])));
    }

    [Fact]
    public void A_superseded_piece_leads_to_its_successor_and_back()
    {
        using var site = SmallSite.WithSettings().AndBrief("old", "").AndBrief("new", "supersedes: old");
        var files = site.Files();
        Assert.NotNull(Dom.Parse(files["briefs/old/index.html"]).QuerySelector("article a[href='/briefs/new/']"));
        Assert.NotNull(Dom.Parse(files["briefs/new/index.html"]).QuerySelector("article a[href='/briefs/old/']"));
    }

    [Fact]
    public void Pieces_that_their_author_names_come_first_among_the_related_and_translations_never()
    {
        const string Text = "Groundwater metering in arid districts: wells, tariffs, aquifers and pumps.\n";
        using var site = SmallSite.WithSettings().AndBrief("named", "", "Something else.\n").AndBrief("alike", "", Text).AndBrief("x", "related: named", Text)
            .AndBrief("fr", "language: fr\ntranslation_of: x", Text);
        for (var i = 0; i < 9; i++)
        {
            site.AndBrief($"far{i}", "", $"Number {i} is on parliaments and their libraries.\n");
        }

        var related = site.Plan().BriefPages.Values.Single(p => p.Title == "x").Related.Select(e => e.Brief.Title);
        Assert.Equal(["named", "alike"], related);
    }

    [Fact]
    public void An_undated_piece_stands_after_the_dated_and_in_no_year_and_its_date_is_never_invented()
    {
        using var site = SmallSite.WithSettings().With("briefs/b.md", "---\ntitle: b\npublished: unknown\n---\nText.\n").With("briefs/a.md", "---\ntitle: a\npublished: unknown\n---\nText.\n").AndBrief("dated", "");
        var files = site.Files();
        Assert.Equal(["dated", "a", "b"], Dom.Parse(files["briefs/index.html"]).QuerySelectorAll("main h2 a").Select(a => a.TextContent));
        var page = Dom.Parse(files["briefs/a/index.html"]);
        Assert.Contains("date unknown", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("article time"));
        Assert.Single(Dom.Parse(files["years/index.html"]).QuerySelectorAll("main a[href^='/years/']"));
        Assert.DoesNotContain("/briefs/a/", files["atom.xml"], StringComparison.Ordinal);
        Assert.DoesNotContain("date_published", files["feed.json"].Split("\"id\":\"https://archive.example/briefs/a/\"")[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_show_on_the_page_and_in_the_feeds()
    {
        using var site = SmallSite.WithBrief("corrections: [{date: 2020-05-06, text: The sum was wrong.}]");
        var files = site.Files();
        foreach (var path in (string[])["briefs/x/index.html", "feed.xml", "atom.xml", "feed.json"])
        {
            Assert.Contains("The sum was wrong.", files[path], StringComparison.Ordinal);
        }

        Assert.Contains("<updated>2020-05-06T00:00:00Z</updated>", files["atom.xml"], StringComparison.Ordinal);
        Assert.Contains("<lastmod>2020-05-06</lastmod>", files["sitemap.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void Corrections_stand_in_the_order_of_their_days_however_they_are_listed()
    {
        using var site = SmallSite.WithBrief("corrections: [{date: 2020-05-06, text: Second.}, {date: 2019-05-06, text: First.}]");
        Assert.Equal("2020-05-06", site.Page().QuerySelector("article header a[href='#_corrections'] time")?.GetAttribute("datetime"));
        Assert.Matches("(?s)First.*Second", site.Page().QuerySelector("#_corrections")!.TextContent);
    }

    [Fact]
    public void Attachments_stand_beside_the_page_with_their_size()
    {
        using var site = SmallSite.WithBrief("attachments: [{file: tables.csv, title: The tables}, {file: files/annex.pdf}]").With("briefs/tables.csv", new string('a', 12_345)).With("files/annex.pdf", "b");
        var files = site.Files();
        Assert.Superset(new HashSet<string> { "briefs/x/tables.csv", "briefs/x/annex.pdf" }, files.Keys.ToHashSet());
        var article = Dom.Parse(files["briefs/x/index.html"]).QuerySelector("article")!;
        Assert.Equal(["The tables /briefs/x/tables.csv", "annex.pdf /briefs/x/annex.pdf"], article.QuerySelectorAll("#_files a").Select(a => $"{a.TextContent} {a.GetAttribute("href")}"));
        Assert.Contains("12 kB", article.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void With_drafts_what_is_unpublished_is_shown_marked_and_in_no_feed()
    {
        using var site = SmallSite.WithSettings().AndBrief("draft", "draft: yes").With("briefs/later.md", "---\ntitle: later\npublished: 2030-01-01\n---\nText.\n").AndBrief("open", "");
        var files = site.Files(site.Options with { Drafts = true });
        bool IsMarked(string name) => Dom.Parse(files[$"briefs/{name}/index.html"]).QuerySelector("article[data-brief]")!.TextContent.Contains("not published", StringComparison.Ordinal);
        Assert.Equal([true, true, false], new[] { "draft", "later", "open" }.Select(IsMarked));
        foreach (var path in (string[])["feed.xml", "atom.xml", "feed.json", "sitemap.xml"])
        {
            Assert.DoesNotContain("briefs/draft", files[path], StringComparison.Ordinal);
            Assert.DoesNotContain("briefs/later", files[path], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("2029-12-31", false)]
    [InlineData("2030-01-01", true)]
    public void An_embargo_ends_on_its_day(string now, bool isPublished)
    {
        using var site = SmallSite.WithBrief("").With("briefs/later.md", "---\ntitle: later\npublished: 2030-01-01T09:00:00+09:00\n---\nText.\n");
        Assert.Equal(isPublished, site.Files(site.Options with { Now = DateOnly.Parse(now, null) }).ContainsKey("briefs/later/index.html"));
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Ledger;

public sealed class VanishedAddresses
{
    private static SmallSite Site(string ledger) => SmallSite.WithSettings().With("ledger.txt", ledger)
        .With("topics.yml", "water: Water\nidle: Idle\n").With("pages/about-us.md", "---\ntitle: About\n---\nText.\n")
        .AndBrief("water-accounts", "topics: [water]\nauthors: [Ana Ruiz]").AndBrief("draft", "draft: true")
        .With("briefs/later.md", "---\ntitle: Later\npublished: 2999-01-01\n---\nText.\n")
        .With("briefs/2019-05-01-renamed.md", "---\ntitle: A title of its own\npublished: 2019-05-01\nslug: other\n---\nText.\n")
        .With("briefs/z/index.md", "---\ntitle: Z\npublished: 2019-05-01\n---\nText.\n").With("briefs/z/Table.csv", "a");

    [Theory]
    [InlineData("/briefs/water-acounts/", "its piece may be /briefs/water-accounts/; if so, give ", "briefs/water-accounts.md `redirect_from: /briefs/water-acounts/`")]
    [InlineData("/briefs/national-water-accounts-2016/", "its piece may be /briefs/water-accounts/", "`redirect_from: /briefs/national-water-accounts-2016/`")]
    [InlineData("/briefs/renamed/", "its piece may be /briefs/other/", "briefs/2019-05-01-renamed.md `redirect_from")]
    [InlineData("/briefs/a-title-of-its-own/", "its piece may be /briefs/other/", "redirect_from")]
    [InlineData("/briefs/draft/", "briefs/draft.md is a draft", "publish that, or list it in retired.yml")]
    [InlineData("/briefs/later/", "briefs/later.md is kept back until 2999-01-01", "publish that, or list it in retired.yml")]
    [InlineData("/briefs/nothing-like-any-other/", "is no longer there; ", "restore its brief, or list it in retired.yml")]
    [InlineData("/topics/wäter/", "it may be /topics/water/", "its entry in topics.yml `redirect_from: /topics/wäter/`")]
    [InlineData("/topics/idle/", "“Idle” has no briefs now", "topics.yml `redirect_from: /topics/idle/`")]
    [InlineData("/authors/anna-ruiz/", "it may be /authors/ana-ruiz/", "people.yml")]
    [InlineData("/years/1999/", "no brief is of that year", "retired.yml")]
    [InlineData("/about/", "is no longer there", "retired.yml")]
    [InlineData("/about-uss/", "it may be /about-us/", "pages/about-us.md `redirect_from")]
    [InlineData("/briefs/page/9/", "the list /briefs/ has fewer pages", "remove this line")]
    [InlineData("/briefs/z/gone.pdf", "is no longer there", "briefs/z/index.md `redirect_from: /briefs/z/gone.pdf`")]
    [InlineData("/files/Table.csv", "it may be /briefs/z/Table.csv", "put the file back")]
    [InlineData("/briefs/z/table.csv", "/briefs/z/Table.csv differs from it in the case", "name that so again")]
    [InlineData("/Briefs/Z/", "/briefs/z/ differs from it in the case", "name that so again")]
    public void A_recorded_address_that_is_gone_is_an_error_at_its_line_with_what_became_of_it(string address, string what, string cure)
    {
        using var site = Site($"# kept\n/briefs/\n  {address}\n");
        var finding = site.Finding();
        Assert.Equal(("LINK020", Severity.Error, 3, 3), (finding.Code, finding.Severity, finding.Place.Line, finding.Place.Column));
        Assert.EndsWith("ledger.txt", finding.Place.File, StringComparison.Ordinal);
        Assert.Contains(what, finding.ToString(), StringComparison.Ordinal);
        Assert.Contains(cure, finding.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/briefs/z")]
    [InlineData("/briefs/z/index.html")]
    [InlineData("https://archive.example/briefs/z/")]
    [InlineData("http://archive.example/briefs/z/")]
    [InlineData("/briefs/z/feed.xml", "LINK020")]
    [InlineData("/topics/water/feed.xml")]
    [InlineData("/briefs/z/Table.csv")]
    [InlineData("/feeds.opml")]
    public void An_address_that_answers_is_no_one_s_trouble_however_it_is_written(string line, params string[] codes)
    {
        using var site = Site(line + "\r\n");
        Assert.Equal(codes, site.Codes());
    }

    [Theory]
    [InlineData("nope", "does not begin with `/`")]
    [InlineData("<<<<<<< HEAD", "does not begin with `/`")]
    [InlineData("https://other.example/a/", "another site")]
    [InlineData("//other.example/a/", "another site")]
    [InlineData("/a/?b=c", "query")]
    [InlineData("/a/#b", "fragment")]
    [InlineData("/a/../b/", "dotted")]
    [InlineData("/a//b/", "empty")]
    [InlineData("/a/%zz/", "`%`")]
    [InlineData("/a/%E9/", "`%`")]
    [InlineData("/a%2Fb/", "escaped slash")]
    [InlineData("/a/:id/", "`:`")]
    [InlineData("/a/*", "`*`")]
    [InlineData("/.netlify/x", "belongs to the host")]
    [InlineData("/a\\b/", "`\\`")]
    [InlineData("/a\tb/", "control character")]
    public void A_line_that_is_no_address_is_an_error_that_says_why(string line, string why)
    {
        using var site = Site($"/briefs/\n{line}\n");
        var finding = site.Finding();
        Assert.Equal(("LINK021", 2, 1), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Contains(why, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_stands_twice_is_a_warning()
    {
        using var site = Site("/briefs/\n/briefs/z/\n/briefs/\n");
        Assert.Equal(["LINK024 ledger.txt(3,1)"], site.Places());
    }

    [Fact]
    public void A_ledger_that_is_no_text_stops_the_build()
    {
        using var bad = Site("").With("ledger.txt", [(byte)'/', 0xE9, (byte)'\n']);
        Assert.Equal(["FILE002 ledger.txt(1,2)"], bad.Places());
        using var wide = Site("").With("ledger.txt", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("/briefs/\n")).ToArray());
        Assert.Equal(["FILE003 ledger.txt(1,1)"], wide.Places());
        using var control = Site("/briefs/\n/\u0001/\n");
        Assert.Equal(["FILE004 ledger.txt(2,2)"], control.Places());
    }

    [Fact]
    public void What_stood_below_a_moved_address_goes_with_it()
    {
        using var site = SmallSite.WithSettings().With("ledger.txt", "/briefs/old/\n/briefs/old/a.csv\n/topics/h2o/\n/topics/h2o/atom.xml\n/topics/h2o/feed.xml\n")
            .With("topics.yml", "water: {name: Water, redirect_from: /topics/h2o/}\n")
            .With("briefs/new/index.md", "---\ntitle: New\npublished: 2019-01-01\ntopics: [water]\nredirect_from: /briefs/old/\n---\nText.\n").With("briefs/new/a.csv", "a");
        var rules = site.Files()["_redirects"];
        Assert.Contains("\n/briefs/old/a.csv /briefs/new/a.csv 301!\n", rules, StringComparison.Ordinal);
        Assert.Contains("\n/topics/h2o/atom.xml /topics/water/atom.xml 301!\n/topics/h2o/feed.xml /topics/water/feed.xml 301!\n", rules, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_moved_page_no_longer_has_is_asked_for_by_itself()
    {
        using var site = SmallSite.WithBrief("redirect_from: /briefs/old/").With("ledger.txt", "/briefs/old/\n/briefs/old/a.csv\n");
        Assert.Equal(["LINK020 ledger.txt(2,1)"], site.Places());
    }

    [Fact]
    public void A_page_that_is_gone_is_said_once_and_not_again_for_what_stood_below_it()
    {
        using var site = SmallSite.WithBrief("").With("ledger.txt", "/topics/quite-different/\n/topics/quite-different/atom.xml\n/topics/quite-different/feed.xml\n");
        Assert.Equal(["LINK020 ledger.txt(1,1)"], site.Places());
    }

    [Fact]
    public void A_brief_that_cannot_be_read_is_not_called_vanished_too()
    {
        using var site = SmallSite.WithBrief("").With("ledger.txt", "/briefs/bad/\n/briefs/away/\n/topics/bad/\n").With("briefs/bad.md", "---\ntitle: [\n---\nText.\n");
        Assert.Equal(["FILE006 briefs/bad.md(3,1)", "LINK020 ledger.txt(2,1)"], site.Places());
    }

    [Fact]
    public void Very_many_vanished_addresses_are_named_in_a_second()
    {
        using var site = SmallSite.WithBrief("").With("ledger.txt", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"/briefs/some-brief-of-number-{i}/\n")));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Contains("LINK020", site.Codes());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }
}

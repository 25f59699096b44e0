namespace PolicyArchive.Tests.Reading;

public sealed class FoldersOfStatiq
{
    [Fact]
    public void Settings_beside_the_input_folder_are_read_under_ours()
    {
        using var site = SmallSite.WithSettings().With("../settings.yml", "SiteTitle: Theirs\nSiteDescription: Their words.\nHost: theirs.example\nCopyright: © Theirs\nAnything: else\n").AndBrief("x", "");
        var settings = site.Plan().Settings;
        Assert.Equal(("A small archive", "Their words.", "https://archive.example", "© Theirs"), (settings.Title, settings.Description, settings.BaseUrl.Text, settings.Copyright));
    }

    [Theory]
    [InlineData("Host: theirs.example\n", "http://theirs.example")]
    [InlineData("Host: theirs.example\nLinksUseHttps: true\n", "https://theirs.example")]
    public void Their_host_is_the_address_where_we_give_none(string settings, string address)
    {
        using var site = new SmallSite().With("../settings.yml", settings).AndBrief("x", "");
        Assert.Equal(address, site.Plan().Settings.BaseUrl.Text);
    }

    [Fact]
    public void What_is_wrong_in_the_file_beside_is_no_error_of_this_site()
    {
        using var site = SmallSite.WithBrief("").With("../settings.yml", "a: b: c\n");
        Assert.True(site.Build().Report.IsClean);
    }

    [Theory]
    [InlineData("posts/x.md", "Published: 2019-01-02\n", "briefs/x/index.html")]
    [InlineData("x.md", "date: 2019-01-02\n", "briefs/x/index.html")]
    [InlineData("posts/x.md", "", "posts/x/index.html")]
    [InlineData("pages/x.md", "Published: 2019-01-02\n", "x/index.html")]
    [InlineData("pages/deep/index.md", "", "deep/index.html")]
    public void A_dated_file_outside_pages_is_a_brief_and_any_other_a_page(string path, string keys, string file)
    {
        using var site = SmallSite.WithBrief("slug: another").With(path, $"---\nTitle: X\n{keys}---\nText.\n");
        Assert.Contains(file, site.Files().Keys);
    }

    [Fact]
    public void Their_keys_do_what_they_did()
    {
        using var site = SmallSite.WithSettings().With("posts/_x.yml", "Tags: [Water]\nRedirectFrom: blog/x\nDestinationPath: news/x.html\n").With("posts/x.md", "---\nTitle: X\nPublished: 2019-01-02\nLead: What it says.\nOrder: 3\nLayout: /_post.cshtml\n---\nText.\n");
        var files = site.Files();
        Assert.Contains("topics/water/index.html", files.Keys);
        Assert.Contains("url=/news/x.html", files["blog/x/index.html"], StringComparison.Ordinal);
        Assert.Contains("What it says.", files["news/x.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_computed_value_is_an_error_that_says_it_is_not_run()
    {
        using var site = SmallSite.WithBrief("Excluded: => DateTime.Now.Year > 2020");
        var finding = site.Finding();
        Assert.Equal("BRIEF011", finding.Code);
        Assert.Contains("no code is run", finding.Message, StringComparison.Ordinal);
    }
}

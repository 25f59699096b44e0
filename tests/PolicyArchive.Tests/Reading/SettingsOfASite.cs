using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Reading;

public sealed class SettingsOfASite
{
    [Fact]
    public void Settings_say_what_the_site_is()
    {
        using var site = SmallSite.WithSettings("""
            description: What it holds.
            language: fr
            publisher: {name: An institute, url: 'https://institute.example/', issn: 0317-8471, email: library@institute.example, logo: logo.svg}
            page_size: 5
            feed_size: 3
            disclaimer: Not advice.
            license: CC-BY-4.0
            copyright: © An institute
            featured: [x]
            social: {Mastodon: 'https://social.example/@institute'}
            """).AndBrief("x", "").With("logo.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var settings = site.Plan().Settings;
        Assert.Equal(("A small archive", "What it holds.", "https://archive.example", "fr"), (settings.Title, settings.Description, settings.BaseUrl.Text, settings.Language));
        Assert.Equal(("An institute", "https://institute.example/", "0317-8471", "library@institute.example"), (settings.Publisher.Name, settings.Publisher.Url?.Text, settings.Publisher.Issn?.Text, settings.Publisher.Email));
        Assert.Equal((5, 3, "Not advice.", "CC BY 4.0", "© An institute"), (settings.PageSize, settings.FeedSize, settings.Disclaimer, settings.Licence?.Name, settings.Copyright));
        Assert.Equal(("x", "Mastodon"), (settings.Featured[0].Text, settings.Social[0].Name));
    }

    [Theory]
    [InlineData("page_size: 0", "SITE010 settings.yml(3,12)")]
    [InlineData("page_size: many", "SITE010 settings.yml(3,12)")]
    [InlineData("feed_size: 1000", "SITE010 settings.yml(3,12)")]
    [InlineData("language: english", "SITE020 settings.yml(3,11)")]
    [InlineData("license: free", "SITE023 settings.yml(3,10)")]
    [InlineData("publisher: [a]", "SITE010 settings.yml(3,12)")]
    [InlineData("publisher: {name: A, url: b}", "SITE013 settings.yml(3,27)")]
    [InlineData("publisher: {name: A, issn: 0317-8472}", "SITE003 settings.yml(3,28)")]
    [InlineData("publisher: {name: A, email: b}", "SITE004 settings.yml(3,29)")]
    [InlineData("publisher: {name: A, phone: b}", "SITE014 settings.yml(3,22)")]
    [InlineData("social: [{name: A}]", "SITE005 settings.yml(3,10)")]
    [InlineData("social: [A]", "SITE010 settings.yml(3,10)")]
    [InlineData("social: {A: b}", "SITE013 settings.yml(3,13)")]
    [InlineData("featured: [y]", "BRIEF103 settings.yml(3,12)")]
    [InlineData("kinds: ['—']", "SITE007 settings.yml(3,9)")]
    [InlineData("kinds: [Note, note]", "SITE007 settings.yml(3,15)")]
    [InlineData("titel: A", "SITE014 settings.yml(3,1)")]
    [InlineData("description: => code", "SITE011 settings.yml(3,14)")]
    [InlineData("disclaimer: [a]", "SITE010 settings.yml(3,13)")]
    [InlineData("Title: B", "FILE009 settings.yml(3,1)")]
    public void A_mistake_in_the_settings_is_named_where_it_stands(string key, string expected)
    {
        using var site = SmallSite.WithSettings(key).AndBrief("x", "");
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("title: A\n", "SITE001 settings.yml")]
    [InlineData("base_url: archive.example\n", "SITE002 settings.yml(1,11)")]
    [InlineData("base_url: https://archive.example/?a\n", "SITE002 settings.yml(1,11)")]
    public void The_address_of_the_site_is_asked_for(string settings, string expected)
    {
        using var site = new SmallSite().With("settings.yml", settings).AndBrief("x", "");
        Assert.Equal([expected], site.Places());
    }

    [Fact]
    public void The_command_line_overrides_the_address()
    {
        using var site = SmallSite.WithBrief("");
        var plan = site.Plan(site.Options with { BaseUrl = "https://other.example/sub" });
        Assert.Equal("https://other.example/sub/briefs/x/", plan.Settings.BaseUrl.Absolute(plan.Archive.Entries[0].Url));
    }

    [Fact]
    public void A_licence_and_disclaimer_of_the_settings_are_those_of_briefs_that_give_none()
    {
        using var site = SmallSite.WithSettings("license: CC-BY-4.0\ndisclaimer: Ours.\n").AndBrief("x", "")
            .AndBrief("own", "license: CC0-1.0\ndisclaimer: Mine.").AndBrief("theirs", "source: {name: A journal, permission: With leave.}");
        var pages = site.Plan().BriefPages.Values.ToDictionary(p => p.Title, p => (p.Licence?.Name, p.Disclaimer));
        Assert.Equal(("CC BY 4.0", "Ours."), pages["x"]);
        Assert.Equal(("CC0 1.0", "Mine."), pages["own"]);
        Assert.Null(pages["theirs"].Name);
    }
}

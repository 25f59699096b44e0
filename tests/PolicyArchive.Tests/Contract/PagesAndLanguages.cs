namespace PolicyArchive.Tests.Contract;

public sealed class PagesAndLanguages
{
    [Theory]
    [InlineData("published: 2030-01-01", false)]
    [InlineData("draft: true", false)]
    [InlineData("published: 2020-01-01", true)]
    [InlineData("published: unknown", true)]
    public void A_page_of_a_later_day_or_a_draft_leaves_no_trace(string key, bool isShown)
    {
        using var site = SmallSite.WithBrief("").With("pages/plans.md", $"---\ntitle: Plans of ours\n{key}\nredirect_from: /old-plans/\n---\nText.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Equal(isShown, files.ContainsKey("plans/index.html"));
        Assert.Equal(isShown, files.Any(f => f.Value.Contains("Plans of ours", StringComparison.Ordinal)));
        Assert.Equal(isShown, files["_redirects"].Contains("old-plans", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DE", "de")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("de-1901", "de-1901")]
    [InlineData("en-x-Own", "en-x-own")]
    public void A_language_tag_is_written_as_its_standard_writes_it(string written, string expected)
    {
        using var site = SmallSite.WithBrief("language: " + written);
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains($"<html lang=\"{expected}\"", files["briefs/x/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_stands_where_its_DestinationPath_says()
    {
        using var site = SmallSite.WithBrief("").With("about.md", "Title: About\nDestinationPath: about-us/index.html\n---\nText.\n").With("contact.md", "Title: Contact\nDestinationPath: contact.html\n---\n[a](about.md)\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.True(files.ContainsKey("about-us/index.html"));
        Assert.Contains("href=\"/about-us/\"", files["contact.html"], StringComparison.Ordinal);
    }
}

using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Contract;

public sealed class Dates
{
    [Theory]
    [InlineData("2019-01-02", "2019-01-02")]
    [InlineData("2019-01-02T10:00", "2019-01-02T10:00:00Z")]
    [InlineData("2019-01-02T10:00:00Z", "2019-01-02T10:00:00Z")]
    [InlineData("2019-01-02t10:00:00z", "2019-01-02T10:00:00Z")]
    [InlineData("2019-01-02T10:00:00.123456789+09:00", "2019-01-02T10:00:00+09:00")]
    [InlineData("2019-01-02T10:00:00+09", "2019-01-02T10:00:00+09:00")]
    [InlineData("2019-01-02 10:00:00 -0530", "2019-01-02T10:00:00-05:30")]
    public void A_day_or_instant_of_ISO_8601_keeps_its_authors_own_day(string written, string expected)
    {
        var date = PublicationDate.Parse(written);
        Assert.Equal((expected, new DateOnly(2019, 1, 2)), (date?.Iso, date?.Day));
    }

    [Theory]
    [InlineData("2019-02-29")]
    [InlineData("2019-1-2")]
    [InlineData("2019-01")]
    [InlineData("2019-01-02T25:00")]
    [InlineData("2019-01-02T10:00+15:00")]
    [InlineData("7/8/2016")]
    [InlineData("today")]
    public void Anything_else_is_no_date(string written) => Assert.Null(PublicationDate.Parse(written));

    [Theory]
    [InlineData("2024-03-12", true)]
    [InlineData("2024-03-13", false)]
    [InlineData("2024-03-12T23:30:00-11:00", true)]
    [InlineData("2024-03-13T00:30:00+14:00", false)]
    public void The_authors_own_day_decides_an_embargo(string published, bool isShown)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", $"---\ntitle: X\npublished: {published}\n---\nText.\n");
        var (report, files) = site.Build(site.Options with { Now = new DateOnly(2024, 3, 12) });
        Assert.Empty(report.Shown);
        Assert.Equal(isShown, files.ContainsKey("briefs/x/index.html"));
    }

    [Fact]
    public void An_earliest_day_of_a_dated_piece_is_warned_of_since_it_has_no_effect()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: X\npublished: 2019-01-01\nnot_before: 2018-01-01\n---\nText.\n");
        Assert.Equal(["BRIEF032"], site.Codes());
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_post_of_Jekyll_says_by_published_whether_and_by_date_when(string published, bool isShown)
    {
        using var site = SmallSite.WithSettings().With("briefs/2018-05-06-x.md", $"---\ntitle: X\ndate: 2018-05-06 10:20:30 +0200\npublished: {published}\n---\nText.\n");
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Equal(isShown, files.ContainsKey("briefs/x/index.html"));
    }

    [Fact]
    public void Keys_of_other_generators_that_have_no_effect_are_named_with_what_to_write()
    {
        using var site = SmallSite.WithBrief("categories: [News]\npermalink: /x/:title\nlastmod: 2020-01-01");
        var findings = site.Findings();
        Assert.Equal(["BRIEF014", "BRIEF014", "BRIEF014"], findings.Select(f => f.Code));
        Assert.Equal(["topics", "redirect_from", "updated"], findings.Select(f => f.Hint.Split('`')[1]));
        Assert.All(findings, f => Assert.Contains("has no effect", f.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Text {{< figure >}} more {{ x }}.")]
    [InlineData("{% include a.html %}")]
    public void A_tag_of_a_template_language_is_warned_of_once(string markdown)
    {
        using var site = SmallSite.WithBrief("", markdown + "\n\n`{{ an example }}`\n");
        Assert.Equal(["TEXT014"], site.Codes());
    }
}

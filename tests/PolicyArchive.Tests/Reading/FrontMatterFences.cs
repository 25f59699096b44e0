namespace PolicyArchive.Tests.Reading;

public sealed class FrontMatterFences
{
    private static SmallSite Of(string text) => SmallSite.WithSettings().With("briefs/x.md", text);

    [Theory]
    [InlineData("---\ntitle: X\npublished: 2019-01-01\n---\nBody.\n")]
    [InlineData("---\r\ntitle: X\r\npublished: 2019-01-01\r\n---\r\nBody.\r\n")]
    [InlineData("---\rtitle: X\rpublished: 2019-01-01\r---\rBody.\r")]
    [InlineData("\uFEFF---  \ntitle: X\npublished: 2019-01-01\n--- \t\nBody.")]
    [InlineData("title: X\npublished: 2019-01-01\n---\nBody.\n")]
    [InlineData("---\n# a note\n\ntitle: X # another\npublished: 2019-01-01\n---\n\n\nBody.\n")]
    [InlineData("---\n{title: X, published: 2019-01-01}\n---\nBody.\n")]
    [InlineData("---\n\"title\": 'X'\npublished: \"2019-01-01\"\n---\nBody.\n")]
    public void Front_matter_ends_at_its_second_line_of_hyphens_whatever_the_line_ends(string text)
    {
        using var site = Of(text);
        var brief = site.Plan().Archive.Entries[0].Brief;
        Assert.Equal(("X", "2019-01-01", "Body.", 1), (brief.Title, brief.Published.AsKnown!.Iso, brief.Body.Lead, brief.Body.Words));
    }

    [Fact]
    public void A_line_of_hyphens_in_the_body_is_a_rule()
    {
        using var site = Of("---\ntitle: X\npublished: 2019-01-01\n---\nOne.\n\n---\n\nTwo.\n");
        Assert.Single(site.Page().QuerySelectorAll("article hr"));
    }

    [Fact]
    public void Front_matter_that_never_ends_is_named_at_its_head()
    {
        using var site = Of("---\ntitle: X\npublished: 2019-01-01\n\nText.\n");
        Assert.Equal(["FILE010 briefs/x.md(1,1)"], site.Places());
    }

    [Theory]
    [InlineData("Text alone.\n")]
    [InlineData("")]
    [InlineData("# A heading\n\nText.\n")]
    [InlineData("A heading\n---\nText.\n")]
    public void A_brief_without_front_matter_is_told_how_to_begin(string text)
    {
        using var site = Of(text);
        Assert.Equal(["BRIEF004 briefs/x.md(1,1)"], site.Places());
    }

    [Fact]
    public void Empty_front_matter_lacks_a_title_and_a_date()
    {
        using var site = Of("---\n---\nText.\n");
        Assert.Equal(["BRIEF001 briefs/x.md(1,1)", "BRIEF002 briefs/x.md(1,1)"], site.Places());
    }

    [Theory]
    [InlineData("published: no\n", "BRIEF012 briefs/x.md(3,12)")]
    [InlineData("published:\n", "BRIEF002 briefs/x.md(1,1)")]
    [InlineData("published: ~\n", "BRIEF002 briefs/x.md(1,1)")]
    [InlineData("published: [2019-01-01]\n", "BRIEF010 briefs/x.md(3,12)")]
    [InlineData("published: 2019-01-01\npublished: 2019-01-02\n", "FILE009 briefs/x.md(4,1)")]
    public void A_date_that_is_none_is_named_where_it_stands(string key, string expected)
    {
        using var site = Of($"---\ntitle: X\n{key}---\nText.\n");
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("no")]
    [InlineData("1e3")]
    [InlineData("2024-03-01")]
    [InlineData("12:30:45")]
    [InlineData("0x1F")]
    [InlineData("true")]
    [InlineData("1_000")]
    [InlineData(".5")]
    public void Values_are_read_as_they_are_written(string title)
    {
        using var site = Of($"---\ntitle: {title}\npublished: 2019-01-01\n---\nText.\n");
        Assert.Equal(title, site.Plan().Archive.Entries[0].Brief.Title);
    }
}

using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Reading;

public sealed class KeysOfAFolder
{
    private static Brief Brief(SmallSite site, string title) => site.Plan().Archive.Entries.Single(e => e.Brief.Title == title).Brief;

    [Fact]
    public void The_nearest_folder_and_then_the_file_itself_win()
    {
        using var site = SmallSite.WithSettings()
            .With("_directory.yml", "summary: of the root\nnumber: of the root\nseries: of the root\nisbn: 0-306-40615-2\n")
            .With("briefs/_directory.yml", "summary: of briefs\nnumber: of briefs\nseries: of briefs\n")
            .With("briefs/2016/_directory.yml", "summary: of the year\nnumber: of the year\n")
            .With("briefs/2016/_x.yml", "summary: of the sidecar\n")
            .With("briefs/2016/x.md", "---\ntitle: X\npublished: 2016-01-01\n---\nText.\n")
            .With("briefs/2016/y.md", "---\ntitle: Y\npublished: 2016-01-01\nnumber: its own\n---\nText.\n");
        var (x, y) = (Brief(site, "X"), Brief(site, "Y"));
        Assert.Equal(("of the sidecar", "of the year", "of briefs", "0-306-40615-2"), (x.Summary, x.Number, x.Series?.Text, x.Isbn?.Text));
        Assert.Equal(("of the year", "its own"), (y.Summary, y.Number));
    }

    [Fact]
    public void A_null_takes_away_what_a_folder_gives()
    {
        using var site = SmallSite.WithSettings().With("briefs/_directory.yml", "topics: [Water]\n").AndBrief("x", "topics:").AndBrief("y", "");
        Assert.Empty(Brief(site, "x").Topics);
        Assert.Single(Brief(site, "y").Topics);
    }

    [Fact]
    public void A_folder_may_give_titles_and_dates_to_files_without_front_matter()
    {
        using var site = SmallSite.WithSettings().With("briefs/_x.yaml", "title: X\nPublished: 2016-01-01\n").With("briefs/x.md", "Text.\n");
        Assert.Equal("2016-01-01", Brief(site, "X").Published.AsKnown?.Iso);
    }

    [Theory]
    [InlineData("topics: [a: [b]]\n", "BRIEF010 briefs/_directory.yml(1,10)")]
    [InlineData("titel: X\n", "BRIEF014 briefs/_directory.yml(1,1)")]
    [InlineData("a: b: c\n", "FILE006 briefs/_directory.yml(1,5)")]
    [InlineData("updated: 2016-02-30\n", "BRIEF012 briefs/_directory.yml(1,10)")]
    public void A_mistake_there_is_named_once_and_there(string keys, string expected)
    {
        using var site = SmallSite.WithSettings().With("briefs/_directory.yml", keys).AndBrief("x", "").AndBrief("y", "");
        Assert.Equal([expected], site.Places());
    }
}

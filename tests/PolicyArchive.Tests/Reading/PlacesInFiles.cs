namespace PolicyArchive.Tests.Reading;

/// <summary>A line and column count in the file as it stands on disk; columns are characters as people count them.</summary>
public sealed class PlacesInFiles
{
    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\n", "\uFEFF")]
    [InlineData("\r\n", "\uFEFF")]
    public void A_place_is_the_same_whatever_the_line_ends_or_byte_order_mark(string lineEnd, string mark)
    {
        var text = "---\ntitle: X\npublished: 2019-01-01\ndoi: abc\ntopics: [a, ?b: [c]]\nslug: 日本 x\n---\nOne.\n\n日本𝒳 [a](#b) `c` [d](e.md)\n";
        using var site = SmallSite.WithSettings().With("briefs/x.md", mark + text.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(["BRIEF015 briefs/x.md(4,6)", "BRIEF010 briefs/x.md(5,13)", "BRIEF003 briefs/x.md(6,7)"], site.Places());
    }

    [Theory]
    [InlineData("\n", "")]
    [InlineData("\r\n", "")]
    [InlineData("\r", "")]
    [InlineData("\r\n", "\uFEFF")]
    public void So_is_one_in_the_text(string lineEnd, string mark)
    {
        var text = "---\ntitle: X\npublished: 2019-01-01\n---\nOne.\n\n日本𝒳 [a](#b) `c` [d](e.md)\n\n\tcode\n\n| a |\n|---|\n| [é](f.md) |\n\n> - [g](h.md)\n";
        using var site = SmallSite.WithSettings().With("briefs/x.md", mark + text.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(["LINK003 briefs/x.md(7,9)", "LINK001 briefs/x.md(7,21)", "LINK001 briefs/x.md(13,7)", "LINK001 briefs/x.md(15,9)"], site.Places());
    }

    [Theory]
    [InlineData("summary: 日本 # x\ndoi: abc", 5, 6)]
    [InlineData("summary: 𝒳\ntopics: [𝒳𝒳, [x]]", 5, 14)]
    [InlineData("summary: e\u0301\ntopics: [e\u0301, [x]]", 5, 14)]
    [InlineData("summary: |\n  a\n\n  b\n\ndoi:    abc", 9, 9)]
    [InlineData("summary: >-\n  a\n  b\ndoi:\n  abc", 8, 3)]
    [InlineData("summary: \"a\\\n  b\"\ndoi: 'abc'", 6, 6)]
    public void Wide_combining_and_folded_text_before_it_moves_a_place_by_its_characters(string keys, int line, int column)
    {
        using var site = SmallSite.WithBrief(keys);
        var place = site.Finding().Place;
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Fact]
    public void A_separator_that_only_Unicode_knows_ends_no_line()
    {
        using var site = SmallSite.WithBrief("summary: a\u2028b\u0085c\ndoi: abc");
        Assert.Equal(["BRIEF015 briefs/x.md(5,6)"], site.Places());
    }
}

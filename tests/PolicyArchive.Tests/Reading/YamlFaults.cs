namespace PolicyArchive.Tests.Reading;

public sealed class YamlFaults
{
    private static SmallSite With(string keys) => SmallSite.WithSettings().With("briefs/x.md", $"---\ntitle: X\npublished: 2019-01-01\n{keys}\n---\nText.\n");

    [Theory]
    [InlineData("summary: Water: who pays", "FILE006 briefs/x.md(4,15)", "second colon")]
    [InlineData("summary: \"Water", "FILE006 briefs/x.md(4,10)", "quotation mark")]
    [InlineData("summary: 'Water", "FILE006 briefs/x.md(4,10)", "quotation mark")]
    [InlineData("topics: [Water", "FILE006 briefs/x.md(4,9)", "`[`")]
    [InlineData("topics: {a: b", "FILE006 briefs/x.md(4,9)", "`{`")]
    [InlineData("topics:\n\t- Water", "FILE006 briefs/x.md(5,1)", "a tab stands")]
    [InlineData("summary: @Water", "FILE006 briefs/x.md(4,10)", "cannot begin a value")]
    [InlineData("summary: \"\\q\"", "FILE006 briefs/x.md(4,10)", "escape")]
    [InlineData("topics:\n  - a\n\t- b", "FILE006 briefs/x.md(6,1)", "a tab stands")]
    [InlineData("topics:\n  - a\n - b", "FILE006 briefs/x.md(6,2)", "indented")]
    [InlineData("summary: a\n  number: b", "FILE006 briefs/x.md(5,3)", "indented more")]
    [InlineData("summary:Water", "FILE006 briefs/x.md(4,9)", "behind the colon")]
    [InlineData("summary:Water\nseries: a", "FILE006 briefs/x.md(4,9)", "behind the colon")]
    [InlineData("summary:\u00A0Water", "FILE006 briefs/x.md(4,9)", "looks like a space")]
    [InlineData("summary\uFF1AWater", "FILE006 briefs/x.md(4,8)", "where a colon")]
    [InlineData("topics:\n  -a\n  -b", "FILE006 briefs/x.md(5,4)", "behind the hyphen")]
    [InlineData("authors:\n  - name:Ann", "FILE006 briefs/x.md(5,10)", "behind the colon")]
    [InlineData("source:\n  name:Ann", "FILE006 briefs/x.md(5,8)", "behind the colon")]
    [InlineData("summary: 'It's water'", "FILE006 briefs/x.md(4,14)", "follows the quotation mark")]
    [InlineData("summary: [Draft] Water", "FILE006 briefs/x.md(4,18)", "follows the bracket")]
    [InlineData("just words", "FILE006 briefs/x.md(4,1)", "no `key: value`")]
    public void A_fault_of_YAML_is_told_in_plain_words_where_it_stands(string keys, string place, string words)
    {
        using var site = With(keys);
        Assert.Equal([place], site.Places());
        Assert.Contains(words, site.Finding().Message, StringComparison.Ordinal);
        Assert.NotEmpty(site.Finding().Hint);
    }

    [Theory]
    [InlineData("summary: &a Water", "FILE008 briefs/x.md(4,10)")]
    [InlineData("summary: *a", "FILE008 briefs/x.md(4,10)")]
    [InlineData("summary: !!str Water", "FILE008 briefs/x.md(4,10)")]
    [InlineData("summary: !run Water", "FILE008 briefs/x.md(4,10)")]
    [InlineData("<<: {summary: Water}", "FILE008 briefs/x.md(4,1)")]
    [InlineData("&k summary: Water", "FILE008 briefs/x.md(4,1)")]
    [InlineData("[a]: b", "FILE007 briefs/x.md(4,1)")]
    [InlineData("summary: \"\\u0007\"", "FILE004 briefs/x.md(4,10)")]
    [InlineData("summary: \"\\uFDD0\"", "FILE004 briefs/x.md(4,10)")]
    public void What_front_matter_need_not_say_is_refused_where_it_stands(string keys, string expected)
    {
        using var site = With(keys);
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just words\n")]
    [InlineData("\"quoted\"\n")]
    public void Front_matter_that_is_no_keys_and_values_is_refused(string yaml)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", $"---\n{yaml}---\nText.\n");
        Assert.Equal(["FILE007 briefs/x.md(2,1)"], site.Places());
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, "FILE005")]
    [InlineData(5_000, "FILE005")]
    public void Nesting_has_an_end(int depth, string? code)
    {
        using var site = With($"order: {new string('[', depth)}{new string(']', depth)}");
        Assert.Equal(code is null ? [] : [code], site.Codes());
    }

    [Fact]
    public void So_have_length_and_number()
    {
        using (var tooLong = With("order: " + new string('a', 256 * 1024)))
        {
            Assert.Equal(["FILE005 briefs/x.md(2,1)"], tooLong.Places());
        }

        using var tooMany = With("order: [" + string.Concat(Enumerable.Repeat("a,", 25_000)) + "a]");
        Assert.Equal(["FILE005"], tooMany.Codes());
    }

    [Theory]
    [InlineData("slug: a\nSlug: b", "FILE009 briefs/x.md(5,1)")]
    [InlineData("redirect_from: a\nRedirectFrom: b", "FILE009 briefs/x.md(5,1)")]
    [InlineData("summary: a\ndescription: b", "BRIEF031 briefs/x.md(5,1)")]
    [InlineData("topics: a\ntags: b", "BRIEF031 briefs/x.md(5,1)")]
    public void One_key_given_twice_is_named_at_the_second(string keys, string expected)
    {
        using var site = With(keys);
        Assert.Equal([expected], site.Places());
    }
}

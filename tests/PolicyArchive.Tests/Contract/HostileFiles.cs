using System.Text;

namespace PolicyArchive.Tests.Contract;

public sealed class HostileFiles
{
    private const string Good = "---\ntitle: X\npublished: 2019-01-01\n---\nText.\n";

    [Fact]
    public void UTF16_without_a_byte_order_mark_is_named_as_such()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "");
        File.WriteAllBytes(site.PathOf("briefs/x.md"), new UnicodeEncoding(false, false).GetBytes(Good));
        Assert.Equal(["FILE003 briefs/x.md(1,1)"], site.Places());
    }

    [Theory]
    [InlineData("+++\ntitle = \"X\"\n+++\nText\n", "TOML")]
    [InlineData("{\"title\": \"X\"}\nText\n", "JSON")]
    [InlineData("\n---\ntitle: X\npublished: 2019-01-01\n---\nText\n", "first line")]
    [InlineData("# X\n\nText\n", "no front matter")]
    public void A_brief_without_a_head_of_ours_is_told_what_stands_there(string text, string word)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", text);
        var finding = Assert.Single(site.Findings());
        Assert.Equal("BRIEF004", finding.Code);
        Assert.Contains(word, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("regions")]
    [InlineData("authors")]
    public void More_names_than_any_brief_has_are_refused(string key)
    {
        using var site = SmallSite.WithBrief($"{key}: [{string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"Name {i}x"))}]");
        Assert.Equal(["BRIEF033"], site.Codes());
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(2, 600)]
    public void An_address_that_no_file_system_holds_is_a_finding(int letters, int steps)
    {
        using var site = SmallSite.WithBrief("redirect_from: /" + string.Concat(Enumerable.Repeat(new string('a', letters) + "/", steps)));
        Assert.Equal(["LINK010"], site.Codes());
    }

    [Fact]
    public void A_file_name_with_the_end_of_a_line_is_refused()
    {
        using var site = SmallSite.WithBrief("").With("new\nline.txt", "x");
        Assert.Equal(["FILE014"], site.Codes());
    }

    [Fact]
    public void Broken_settings_are_the_only_finding_about_settings()
    {
        using var site = new SmallSite().With("settings.yml", "- a list\n").With("briefs/x.md", Good);
        Assert.Equal(["FILE007"], site.Codes());
    }

    [Fact]
    public void A_message_quotes_no_whole_file()
    {
        using var site = SmallSite.WithBrief("updated: " + new string('9', 100_000));
        Assert.True(Assert.Single(site.Findings()).ToString().Length < 2000);
    }
}

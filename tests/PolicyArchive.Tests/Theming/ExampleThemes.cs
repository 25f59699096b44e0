using System.Text.RegularExpressions;

namespace PolicyArchive.Tests.Theming;

/// <summary>The themes of docs/themes, built over the one that ships.</summary>
public sealed partial class ExampleThemes
{
    private static string FolderOf(string theme) => Path.Combine(SmallSite.Repository, "docs", "themes", theme);

    private static IReadOnlyDictionary<string, string> Built(string theme)
    {
        using var site = SmallSite.WithSettings().AndBrief("x", "topics: [Water]\nsummary: What it says.");
        return site.Files(site.Options with { Theme = FolderOf(theme) });
    }

    [Fact]
    public void The_guide_names_each() =>
        Assert.Equal(["broadside", "gazette"], Directory.GetDirectories(Path.Combine(SmallSite.Repository, "docs", "themes")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

    [Fact]
    public void A_house_style_is_one_file_of_tokens()
    {
        Assert.Equal(["tokens.css"], Directory.GetFiles(FolderOf("broadside"), "*", SearchOption.AllDirectories).Select(Path.GetFileName));
        var files = Built("broadside");
        Assert.Contains("#0b6b4a", files.Single(f => f.Key.StartsWith("assets/site.", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void It_sets_every_token_that_the_shipped_theme_has()
    {
        static IEnumerable<string> Tokens(string folder) => Token.Matches(File.ReadAllText(Path.Combine(folder, "assets", "tokens.css"))).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(Tokens(Path.Combine(SmallSite.Repository, "theme")), Tokens(FolderOf("broadside")));
    }

    [Fact]
    public void A_front_page_a_header_and_words_of_its_own_stand_among_what_ships()
    {
        var files = Built("gazette");
        var home = Dom.Parse(files["index.html"]);
        Assert.Equal("New papers", home.QuerySelector("h2")!.TextContent);
        Assert.Equal("1 paper", home.QuerySelector(".facts")!.TextContent);
        Assert.Equal(["x"], home.QuerySelectorAll("h3 a").Select(a => a.TextContent));
        var brief = Dom.Parse(files["briefs/x/index.html"]);
        Assert.Null(brief.QuerySelector("header form"));
        Assert.Contains("Search", brief.QuerySelectorAll("header nav a").Select(a => a.TextContent));
        Assert.Equal("What it says.", brief.QuerySelector("article .standfirst")!.TextContent);
    }

    [GeneratedRegex("--[a-z-]+(?=:)")]
    private static partial Regex Token { get; }
}

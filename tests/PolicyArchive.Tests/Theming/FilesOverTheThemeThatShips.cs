namespace PolicyArchive.Tests.Theming;

/// <summary>A theme of a few files: what it lacks comes from the theme that ships.</summary>
public sealed class FilesOverTheThemeThatShips : IDisposable
{
    private readonly SmallSite _site = SmallSite.WithSettings("language: fr\n").AndBrief("x", "topics: [Eau]");
    private readonly string _theme = Directory.CreateTempSubdirectory("theme-").FullName;

    private IReadOnlyDictionary<string, string> With(string path, string text)
    {
        var full = Path.Combine(_theme, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return _site.Files(_site.Options with { Theme = _theme });
    }

    private static string Styles(IReadOnlyDictionary<string, string> files) => files.Single(f => f.Key.StartsWith("assets/site.", StringComparison.Ordinal)).Value;

    [Fact]
    public void An_empty_theme_makes_the_site_that_the_shipped_one_makes() =>
        Assert.Equal(_site.Files().OrderBy(f => f.Key, StringComparer.Ordinal), _site.Files(_site.Options with { Theme = _theme }).OrderBy(f => f.Key, StringComparer.Ordinal));

    [Fact]
    public void A_template_of_its_own_stands_in_the_shipped_layout()
    {
        var page = Dom.Parse(With("brief.liquid", "<h1>{{ page.title }}, ours</h1>")["briefs/x/index.html"]);
        Assert.Equal("x, ours", page.QuerySelector("main h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("header.site nav"));
    }

    [Fact]
    public void A_partial_of_its_own_is_what_shipped_templates_render() =>
        Assert.Equal("ours", Dom.Parse(With("partials/header.liquid", "<p id='own'>ours</p>")["briefs/x/index.html"]).GetElementById("own")!.TextContent);

    [Fact]
    public void Tokens_of_its_own_are_in_the_shipped_style_sheet()
    {
        var ours = Styles(With("assets/tokens.css", ":root { --accent: teal; }"));
        Assert.StartsWith(":root{--accent:teal}", ours, StringComparison.Ordinal);
        Assert.Contains(".prose", ours, StringComparison.Ordinal);
    }

    [Fact]
    public void An_asset_of_its_own_can_be_named_and_the_shipped_ones_too()
    {
        var files = With("assets/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Assert.Contains(files.Keys, k => k.StartsWith("assets/mark.", StringComparison.Ordinal));
        Assert.Contains(files.Keys, k => k.StartsWith("assets/search.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_of_its_own_stands_among_the_shipped_ones()
    {
        var page = Dom.Parse(With("words/fr.yml", "topics: Sujets\n")["topics/index.html"]);
        Assert.Equal("Sujets", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("fr", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void A_mistake_in_its_own_file_is_named_there()
    {
        With("assets/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        File.WriteAllText(Path.Combine(_theme, "brief.liquid"), "{{ page.titel }}");
        var finding = Assert.Single(_site.Build(_site.Options with { Theme = _theme }).Report.Shown);
        Assert.Equal(($"{_theme}/brief.liquid", "THEME004"), (finding.Place.File, finding.Code));
    }

    [Fact]
    public void A_name_that_a_shipped_template_cannot_give_is_named_at_the_partial_that_asks()
    {
        Directory.CreateDirectory(Path.Combine(_theme, "partials"));
        File.WriteAllText(Path.Combine(_theme, "partials", "header.liquid"), "{{ title }}");
        var finding = Assert.Single(_site.Build(_site.Options with { Theme = _theme }).Report.Shown);
        Assert.Equal(($"{_theme}/partials/header.liquid", "THEME004"), (finding.Place.File, finding.Code));
    }

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_theme, recursive: true);
    }
}

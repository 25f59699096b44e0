using PolicyArchive.Findings;
using PolicyArchive.Theming;

namespace PolicyArchive.Tests.Theming;

public sealed class StyleSheets
{
    private static (IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, string> Files, string Folder) With(string css)
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("assets/mark.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>").With("assets/site.css", css);
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        return (report.Shown, files, theme.Folder);
    }

    [Theory]
    [InlineData("url(mark.svg)", "url(@)")]
    [InlineData("url( 'mark.svg' )", "url( '@' )")]
    [InlineData("url(\"./mark.svg#part\")", "url(\"./@#part\")")]
    [InlineData("url(https://a.example/mark.svg) url(/mark.svg) url(#part) url(data:image/png;base64,AA==)", "url(https://a.example/mark.svg) url(/mark.svg) url(#part) url(data:image/png;base64,AA==)")]
    public void What_a_style_sheet_names_has_the_name_that_it_is_published_under(string css, string published)
    {
        var (findings, files, _) = With($"a {{ background: {css}; }}");
        Assert.Empty(findings);
        var mark = files.Keys.Single(k => k.StartsWith("assets/mark.", StringComparison.Ordinal))["assets/".Length..];
        Assert.Equal($"a{{background:{published.Replace("@", mark, StringComparison.Ordinal)}}}", files.Single(f => f.Key.StartsWith("assets/site.", StringComparison.Ordinal)).Value);
    }

    [Fact]
    public void A_style_sheet_that_names_a_missing_file_is_refused_at_its_place()
    {
        var (findings, _, folder) = With("a {\n  background: url(marc.svg); }");
        var finding = Assert.Single(findings);
        Assert.Equal(($"{folder}/assets/site.css(2,19)", "THEME007"), (finding.Place.ToString(), finding.Code));
    }

    [Theory]
    [InlineData("a { color : red ; }\n\n/* why */\nb\t> c , d:hover { margin: 0 auto; }", "a{color :red}b > c,d:hover{margin:0 auto}")]
    [InlineData("a::before { content: \"/* { ; }  \\\"  */\"; }", "a::before{content:\"/* { ; }  \\\"  */\"}")]
    [InlineData("a { background: URL( data:image/png;base64,A/*B ); width: calc(1px + (2px - 1px)); }", "a{background:URL( data:image/png;base64,A/*B );width:calc(1px + (2px - 1px))}")]
    [InlineData("a/**/.b { margin: 1px/**/2px } a /* */ b { --x: ; }", "a/**/.b{margin:1px/**/2px}a b{--x:}")]
    [InlineData("@media (min-width: 1em) { a :hover, .\\; b { top: 0 } } /* never ends", "@media (min-width:1em){a :hover,.\\; b{top:0}}")]
    public void Comments_and_needless_space_are_not_sent_to_readers(string css, string sent) => Assert.Equal(sent, CompactCss.Of(css));

    [Fact]
    public void What_a_style_sheet_imports_stands_in_its_place()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("assets/tokens.css", "a { top: 0 }").With("assets/site.css", "@import \"tokens.css\";\nb { top: 1px }");
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        Assert.Empty(report.Shown);
        Assert.Equal("a{top:0}b{top:1px}", files.Single(f => f.Key.StartsWith("assets/site.", StringComparison.Ordinal)).Value);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("{{ 'tokens.css' | asset }}", true)]
    public void What_stands_in_another_sheet_is_published_by_itself_only_where_a_template_names_it(string named, bool isPublished)
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("assets/tokens.css", "a { top: 0 }").With("assets/own.css", "b { top: 0 }").With("assets/site.css", "@import \"tokens.css\";").With("not-found.liquid", $"<h1>No</h1>{named}");
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        Assert.Empty(report.Shown);
        Assert.Equal(isPublished, files.Keys.Any(k => k.StartsWith("assets/tokens.", StringComparison.Ordinal)));
        Assert.Contains(files.Keys, k => k.StartsWith("assets/own.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("@import 'token.css';", "there is no style sheet `token.css` beside this one")]
    [InlineData("@import 'sub/tokens.css';", "there is no style sheet `sub/tokens.css` beside this one")]
    [InlineData("@import 'site.css';", "`site.css` imports itself")]
    public void An_import_that_leads_nowhere_is_refused_at_its_place(string import, string message)
    {
        var (findings, _, folder) = With("a { top: 0 }\n" + import);
        var finding = Assert.Single(findings);
        Assert.Equal(($"{folder}/assets/site.css(2,1)", "THEME007", message), (finding.Place.ToString(), finding.Code, finding.Message));
    }

    [Fact]
    public void A_style_sheet_has_a_new_name_when_what_it_names_has_changed()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("assets/mark.svg", "one").With("assets/site.css", "a { background: url(mark.svg); }");
        var options = site.Options with { Theme = theme.Folder };
        string Name() => site.Files(options).Keys.Single(k => k.StartsWith("assets/site.", StringComparison.Ordinal));
        var before = Name();
        theme.With("assets/mark.svg", "two");
        Assert.NotEqual(before, Name());
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Theming;

public sealed class FaultsOfATheme
{
    private static IReadOnlyList<Finding> Of(ThemeCopy theme, string keys = "")
    {
        using var site = SmallSite.WithBrief(keys);
        return site.Build(site.Options with { Theme = theme.Folder }).Report.Shown;
    }

    [Theory]
    [InlineData("THEME003", 2, 6, "a\n{% if %}b{% endif %}", "")]
    [InlineData("THEME003", 1, 13, "{% nosuchtag %}", "")]
    [InlineData("THEME004", 2, 4, "a\n{{ pge.title }}", "`page`")]
    [InlineData("THEME004", 2, 4, "a\n{{ page.titel }}", "`title`")]
    [InlineData("THEME004", 2, 4, "a\n{{ page.brief.authors.first.nmae }}", "`name`")]
    [InlineData("THEME004", 1, 34, "日本{% for t in page.related %}日{{ t.slug }}{% endfor %}", "it has")]
    [InlineData("THEME004", 1, 7, "{% if page.feed %}{% endif %}", "`feeds`")]
    [InlineData("THEME004", 1, 43, "{% for t in page.related %}{% endfor %}{{ x.title }}", "there are")]
    [InlineData("THEME004", 1, 31, "{% assign b = page.brief %}{{ b.titl }}", "`title`")]
    [InlineData("THEME005", 1, 17, "{{ page.title | upcas }}", "`upcase`")]
    [InlineData("THEME005", 1, 17, "{{ page.title | raw }}", "there are")]
    [InlineData("THEME005", 1, 17, "{{ page.title | date }}", "")]
    [InlineData("THEME006", 1, 12, "{% render 'itme', brief: page.brief, level: 2 %}", "`item`")]
    [InlineData("THEME007", 1, 5, "{{ 'sites.css' | asset }}", "`site.css`")]
    [InlineData("THEME007", 1, 17, "{{ page.title | asset }}", "site.css")]
    [InlineData("THEME008", 1, 4, "{{ page.brief }}", "title")]
    [InlineData("THEME008", 1, 4, "{{ page.related }}", "for")]
    [InlineData("THEME008", 1, 13, "{% for x in page.title %}{% endfor %}", "lists")]
    [InlineData("THEME004", 1, 4, "{{ words.key_point }}", "`key_points`")]
    [InlineData("THEME004", 1, 4, "{{ site.words.key_point }}", "`key_points`")]
    [InlineData("THEME008", 1, 4, "{{ words.brief_count }}", "fill")]
    [InlineData("THEME016", 1, 4, "{{ words.page_of | fill: page: 1 }}", "pages: …")]
    [InlineData("THEME016", 1, 4, "{{ words.page_of | fill: page: 1, pages: 2, of: 3 }}", "pages: …")]
    [InlineData("THEME016", 1, 4, "{{ words.brief_count | fill: 3 }}", "count: …")]
    [InlineData("THEME016", 1, 4, "{{ words.within | fill: name: page.brief }}", "capture")]
    [InlineData("THEME016", 1, 4, "{{ words.home | fill: name: page.title }}", "phrases")]
    [InlineData("THEME016", 1, 4, "{{ page.title | fill: name: page.title }}", "phrases")]
    public void A_mistake_in_a_template_is_named_at_its_place_with_the_nearest_name(string code, int line, int column, string template, string hint)
    {
        using var theme = new ThemeCopy().With("brief.liquid", template);
        var finding = Assert.Single(Of(theme));
        Assert.Equal(($"{theme.Folder}/brief.liquid", code), (finding.Place.File, finding.Code));
        Assert.Contains(hint, finding.Hint, StringComparison.Ordinal);
        Assert.Equal((line, column), (finding.Place.Line, finding.Place.Column));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var site = SmallSite.WithBrief("");
        var finding = Assert.Single(site.Build(site.Options with { Theme = "nowhere" }).Report.Shown);
        Assert.Equal(("THEME001", "nowhere"), (finding.Code, finding.Place.File));
    }

    [Fact]
    public void A_mistake_in_a_partial_is_named_there_for_whatever_calls_it()
    {
        using var theme = new ThemeCopy().With("partials/date.liquid", "{{ date.iso8601 }}");
        var finding = Assert.Single(Of(theme));
        Assert.Equal(($"{theme.Folder}/partials/date.liquid", "THEME004", 1, 4), (finding.Place.File, finding.Code, finding.Place.Line, finding.Place.Column));
    }

    [Fact]
    public void A_partial_knows_nothing_but_the_site_and_what_it_is_given()
    {
        using var theme = new ThemeCopy().With("partials/total.liquid", "{{ site.title }}{{ total }}{{ page.title }}");
        Assert.Equal("THEME004", Assert.Single(Of(theme)).Code);
    }

    [Fact]
    public void All_mistakes_of_a_theme_are_named_in_one_run()
    {
        using var theme = new ThemeCopy().With("brief.liquid", "{{ page.a }}{{ page.b | c }}").With("home.liquid", "{% if %}");
        Assert.Equal(["THEME004", "THEME004", "THEME005", "THEME003"], Of(theme).Select(f => f.Code));
    }

    [Fact]
    public void A_partial_that_renders_itself_without_end_is_named_and_not_run_for_ever()
    {
        using var theme = new ThemeCopy().With("partials/total.liquid", "{% render 'total', total: total %}");
        Assert.Equal("THEME010", Assert.Single(Of(theme)).Code);
    }

    [Fact]
    public void Nothing_is_rendered_with_a_faulty_theme()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("brief.liquid", "{{ page.titel }}");
        Assert.Empty(site.Build(site.Options with { Theme = theme.Folder }).Files);
    }
}

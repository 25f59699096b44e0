namespace PolicyArchive.Tests.Markup;

public sealed class FiguresAndLinks
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='300'/>";

    private static string With(string markdown)
    {
        using var site = SmallSite.WithSettings().With("briefs/x/index.md", "---\ntitle: X\npublished: 2019-01-01\n---\n" + markdown).With("briefs/x/wells.svg", Svg).With("shared/odd name.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
        var (report, files) = site.Build(site.Options with { Theme = BareTheme.Folder });
        Assert.Empty(report.Shown.Where(f => f.Code != "LINK014"));
        return files["briefs/x/index.html"];
    }

    [Theory]
    [InlineData("![Wells](wells.svg \"Who dug *them*\")", "<figure><img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"Wells\" loading=\"lazy\" decoding=\"async\"><figcaption>Who dug *them*</figcaption></figure>")]
    [InlineData("![Wells](wells.svg)", "<figure><img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"Wells\" loading=\"lazy\" decoding=\"async\"></figure>")]
    [InlineData("See ![Wells](wells.svg \"T\") here", "<p>See <img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"Wells\" title=\"T\" loading=\"lazy\" decoding=\"async\"> here</p>")]
    [InlineData("![Odd](</shared/odd name.svg>)", "<figure><img src=\"/shared/odd%20name.svg\" alt=\"Odd\" loading=\"lazy\" decoding=\"async\"></figure>")]
    [InlineData("![Odd](../../shared/odd%20name.svg)", "<figure><img src=\"/shared/odd%20name.svg\" alt=\"Odd\" loading=\"lazy\" decoding=\"async\"></figure>")]
    [InlineData("<img src=\"wells.svg\" alt=\"\">", "<img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"\" loading=\"lazy\" decoding=\"async\">")]
    [InlineData("<figure><img src=\"wells.svg\" alt=\"\"><figcaption>C</figcaption></figure>", "<figure><img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"\" loading=\"lazy\" decoding=\"async\"><figcaption>C</figcaption></figure>")]
    [InlineData("[![Wells](wells.svg)](https://a.example/)", "<p><a href=\"https://a.example/\" class=\"external\" rel=\"external noopener\"><img src=\"/briefs/x/wells.svg\" width=\"640\" height=\"300\" alt=\"Wells\" loading=\"lazy\" decoding=\"async\"></a></p>")]
    public void A_picture_alone_is_a_figure_with_the_size_of_its_file(string markdown, string expected) => Dom.Same(expected, With(markdown + "\n"));

    [Theory]
    [InlineData("> Said.\n>\n> — Someone, *Report*", "<blockquote><p>Said.</p><p class=\"source\">— Someone, <em>Report</em></p></blockquote>")]
    [InlineData("> Said.\n>\n> – Someone", "<blockquote><p>Said.</p><p class=\"source\">– Someone</p></blockquote>")]
    [InlineData("> — Alone", "<blockquote><p>— Alone</p></blockquote>")]
    [InlineData("> — First\n>\n> Last", "<blockquote><p>— First</p><p>Last</p></blockquote>")]
    [InlineData("> Said.\n>\n> —joined", "<blockquote><p>Said.</p><p>—joined</p></blockquote>")]
    [InlineData("Said.\n\n— Someone", "<p>Said.</p><p>— Someone</p>")]
    public void The_source_of_a_quotation_stands_apart(string markdown, string expected) => Dom.Same(expected, With(markdown + "\n"));

    [Theory]
    [InlineData("![](wells.svg)", "TEXT005")]
    [InlineData("<img src=\"wells.svg\">", "TEXT005")]
    [InlineData("![a]()", "TEXT003")]
    [InlineData("[a]()", "TEXT003")]
    [InlineData("[](https://a.example)", "TEXT013")]
    public void A_picture_without_words_or_file_and_a_link_without_text_are_told(string markdown, string code)
    {
        using var site = SmallSite.WithBrief("", markdown + "\n").With("briefs/wells.svg", Svg);
        Assert.Equal([code], site.Codes());
    }

    [Fact]
    public void A_picture_of_another_site_becomes_a_link_with_a_warning_since_pages_load_nothing_from_elsewhere()
    {
        using var site = SmallSite.WithBrief("", "See ![a](https://a.example/i.png).\n");
        Assert.Equal(["LINK007 briefs/x.md(5,10)"], site.Places());
        var page = Dom.Parse(site.Build().Files["briefs/x/index.html"]);
        Assert.Null(page.QuerySelector(".prose img"));
        Assert.Equal("https://a.example/i.png", page.QuerySelector(".prose a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("<https://a.example/?b=1&c=2>", "https://a.example/?b=1&c=2", "https://a.example/?b=1&c=2")]
    [InlineData("https://a.example/b_c_d.", "https://a.example/b_c_d", "https://a.example/b_c_d")]
    [InlineData("www.a.example", "https://www.a.example", "www.a.example")]
    [InlineData("[a](//a.example/)", "https://a.example/", "a")]
    public void An_address_alone_is_a_link_out_of_the_site(string markdown, string href, string text)
    {
        var link = Dom.Parse(Body.Clean(markdown + "\n")).QuerySelector("a")!;
        Assert.Equal((href, text, "external", "external noopener"), (link.GetAttribute("href"), link.TextContent, link.ClassName, link.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("<someone@a.example>", "mailto:someone@a.example")]
    [InlineData("[a](mailto:someone@a.example)", "mailto:someone@a.example")]
    [InlineData("[a](tel:+3212345)", "tel:+3212345")]
    public void An_address_of_a_person_is_no_external_page(string markdown, string href) =>
        Dom.Same($"<p><a href=\"{href}\">{(markdown[0] == '<' ? href["mailto:".Length..] : "a")}</a></p>", Body.Clean(markdown + "\n"));

    [Fact]
    public void HTML_has_no_links_within_links()
    {
        var links = Dom.Parse(Body.Clean("[a https://b.example c](https://d.example)\n")).QuerySelectorAll("a");
        Assert.Equal("https://d.example", Assert.Single(links).GetAttribute("href"));
    }
}

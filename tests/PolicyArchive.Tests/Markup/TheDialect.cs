namespace PolicyArchive.Tests.Markup;

public sealed class TheDialect
{
    [Theory]
    [InlineData("One *two* **three** `four`", "<p>One <em>two</em> <strong>three</strong> <code>four</code></p>")]
    [InlineData("***a*** _b_ __c__", "<p><em><strong>a</strong></em> <em>b</em> <strong>c</strong></p>")]
    [InlineData("~~gone~~ H~2~O x^2^", "<p><del>gone</del> H<sub>2</sub>O x<sup>2</sup></p>")]
    [InlineData("x^2 and y^2, ~5 or~ 6, 2 ^ 3", "<p>x^2 and y^2, ~5 or~ 6, 2 ^ 3</p>")]
    [InlineData("a  \nb\\\nc<br>d", "<p>a<br>b<br>c<br>d</p>")]
    [InlineData("a\nb", "<p>a b</p>")]
    [InlineData("\\*not\\* &amp; &copy; < > \" '", "<p>*not* &amp; © &lt; &gt; \" '</p>")]
    [InlineData("- a\n- b\n\n1. c\n2. d", "<ul><li>a</li><li>b</li></ul><ol><li>c</li><li>d</li></ol>")]
    [InlineData("7. a\n8. b", "<ol start=\"7\"><li>a</li><li>b</li></ol>")]
    [InlineData("- a\n\n  b\n- c", "<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>")]
    [InlineData("> a\n>\n> - b", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote>")]
    [InlineData("    <b>\n", "<pre><code>&lt;b>\n</code></pre>")]
    [InlineData("```csharp\nx < y\n```", "<pre><code class=\"language-csharp\">x &lt; y\n</code></pre>")]
    [InlineData("```\" onclick=\"x\nz\n```", "<pre><code>z\n</code></pre>")]
    [InlineData("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>")]
    [InlineData("Term\n: What it means\n: And more", "<dl><dt>Term</dt><dd>What it means</dd><dd>And more</dd></dl>")]
    [InlineData("*[GDP]: Gross domestic product\n\nThe GDP fell.", "<p>The <abbr title=\"Gross domestic product\">GDP</abbr> fell.</p>")]
    [InlineData("[a]: https://a.example \"T\"\n\n[x][a] [a]", "<p><a href=\"https://a.example\" class=\"external\" rel=\"external noopener\" title=\"T\">x</a> <a href=\"https://a.example\" class=\"external\" rel=\"external noopener\" title=\"T\">a</a></p>")]
    [InlineData("@Model <%= x %>", "<p>@Model &lt;%= x %></p>")]
    [InlineData("a{.b #c onclick=d}", "<p>a{.b #c onclick=d}</p>")]
    public void Markdown_becomes_what_its_writer_expects(string markdown, string expected) => Dom.Same(expected, Body.Clean(markdown + "\n"));

    [Fact]
    public void A_table_scrolls_in_a_frame_of_its_own_and_aligns_by_class() => Dom.Same(
        """
        <div class="table" role="region" tabindex="0" aria-label="Table"><table>
        <thead><tr><th scope="col">Year</th><th class="align-right" scope="col">Sum</th><th class="align-center" scope="col">Note</th></tr></thead>
        <tbody><tr><td>2016</td><td class="align-right">1</td><td class="align-center"><em>a</em></td></tr></tbody>
        </table></div>
        """,
        Body.Clean("| Year | Sum | Note |\n|:-----|----:|:----:|\n| 2016 | 1 | *a* |\n"));

    [Fact]
    public void Tables_are_told_apart_and_an_empty_corner_is_no_heading()
    {
        var html = Dom.Parse(Body.Clean("|   | a |\n|---|---|\n| b | 1 |\n\nText.\n\n| c |\n|---|\n| 2 |\n"));
        Assert.Equal(["Table", "Table 2"], html.QuerySelectorAll(".table").Select(t => t.GetAttribute("aria-label")));
        Assert.Equal(["TD", "TH", "TH"], html.QuerySelectorAll("thead tr > *").Select(c => c.TagName));
    }

    [Theory]
    [InlineData("<!-- a note -->\n\nText.", "<p>Text.</p>")]
    [InlineData("Text <!-- a note -->here.", "<p>Text here.</p>")]
    public void A_comment_is_left_out(string markdown, string expected) => Dom.Same(expected, Body.Clean(markdown + "\n"));

    [Fact]
    public void A_comment_that_is_never_closed_would_lose_the_rest_and_is_an_error() =>
        Assert.Equal(["TEXT010"], Body.Of("One.\n\n<!-- a note\n\nTwo.\n").Codes);

    [Fact]
    public void Text_nested_a_thousand_deep_costs_one_brief_and_not_the_build()
    {
        using var site = SmallSite.WithBrief("", new string('>', 5_000) + " a\n").AndBrief("other", "");
        Assert.Equal(["TEXT001 briefs/x.md(5,1)"], site.Places());
    }
}

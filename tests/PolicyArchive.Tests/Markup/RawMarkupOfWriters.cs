namespace PolicyArchive.Tests.Markup;

public sealed class RawMarkupOfWriters
{
    [Theory]
    [InlineData("<details><summary>More</summary>\n\n*Text*\n\n</details>", "<details><summary>More</summary><p><em>Text</em></p></details>")]
    [InlineData("a <kbd>Ctrl</kbd> <mark>b</mark> <small>c</small>", "<p>a <kbd>Ctrl</kbd> <mark>b</mark> <small>c</small></p>")]
    [InlineData("<p lang=\"fr\" dir=\"ltr\" title=\"x\">Bonjour</p>", "<p lang=\"fr\" dir=\"ltr\" title=\"x\">Bonjour</p>")]
    [InlineData("<table><tr><td colspan=\"2\" rowspan=\"1\">a</td></tr></table>", "<table><tbody><tr><td colspan=\"2\" rowspan=\"1\">a</td></tr></tbody></table>")]
    [InlineData("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>", "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>")]
    [InlineData("<ol start=\"3\" reversed><li value=\"3\">a</li></ol>", "<ol start=\"3\" reversed=\"\"><li value=\"3\">a</li></ol>")]
    [InlineData("<b>unclosed", "<p><b>unclosed</b></p><b>\n</b>")]
    [InlineData("<a href=\"https://a.example/?a=1&amp;b=2\">x</a>", "<p><a href=\"https://a.example/?a=1&amp;b=2\" class=\"external\" rel=\"external noopener\">x</a></p>")]
    [InlineData("<a name=\"part\"></a>Text [to it](#part)", "<p><a id=\"part\"></a>Text <a href=\"#part\">to it</a></p>")]
    public void Honest_HTML_stays(string raw, string expected) => Dom.Same(expected, Body.Clean(raw + "\n"));

    [Theory]
    [InlineData("<script>alert(1)</script>", "")]
    [InlineData("<script src=\"https://evil.example/x.js\"></script>", "")]
    [InlineData("<style>p { color: red }</style>", "")]
    [InlineData("<iframe src=\"https://evil.example/\"></iframe>", "")]
    [InlineData("<object data=\"x\"><p>fallback</p></object>", "<p></p>")]
    [InlineData("<svg><script>alert(1)</script><text>t</text></svg>", "<p></p>")]
    [InlineData("<math><mi>x</mi></math>", "<p></p>")]
    [InlineData("<p onclick=\"x()\" style=\"color:red\" class=\"y\" data-z=\"1\">a</p>", "<p>a</p>")]
    [InlineData("<form action=\"https://evil.example/\"><input name=\"q\">a<button>b</button></form>", "a")]
    [InlineData("<div><main>a</main><h1>b</h1></div>", "<div>ab</div>")]
    [InlineData("<p id=\"a b\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"https://a.example/\" target=\"_blank\" ping=\"https://evil.example\" rel=\"me\">a</a>", "<p><a href=\"https://a.example/\" class=\"external\" rel=\"external noopener\">a</a></p>")]
    [InlineData("<base href=\"https://evil.example/\"><meta http-equiv=\"refresh\" content=\"0\"><link rel=\"stylesheet\" href=\"x\">", "")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>", "<p></p>")]
    [InlineData("<template><img src=x onerror=alert(1)></template>", "<p></p>")]
    [InlineData("<xmp><img src=x onerror=alert(1)></xmp>", "<p></p><p></p>")]
    public void What_may_not_be_published_goes_with_a_warning(string raw, string expected)
    {
        var body = Body.Of(raw + "\n");
        Assert.Equal(["TEXT007"], body.Codes.Distinct());
        Dom.Same(expected, body.Html);
    }

    [Theory]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#10;script:alert(1))")]
    [InlineData("[a](&#x6A;avascript:alert(1))")]
    [InlineData("[a](<java\tscript:alert(1)>)")]
    [InlineData("[a](\u2028javascript:alert(1))")]
    [InlineData("[a](data:text/html,<script>1</script>)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](file:///etc/passwd)")]
    [InlineData("![a](data:image/svg+xml;base64,AAAA)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("<a href=\" &#1;javascript:alert(1)\">a</a>")]
    [InlineData("<a href=\"java&Tab;script:alert(1)\">a</a>")]
    [InlineData("<img src=\"javascript:alert(1)\" alt=\"a\">")]
    [InlineData("[a]\n\n[a]: javascript:alert(1)")]
    public void An_address_that_runs_code_is_an_error_and_no_link(string markdown)
    {
        using var site = SmallSite.WithBrief("", markdown + "\n");
        Assert.Equal("TEXT004", site.Finding().Code);
    }

    [Theory]
    [InlineData("<p>&#xFDD0;0&#xFDD1; &#64978;x</p>")]
    [InlineData("&#xFDD0;0&#xFDD1; [a](https://a.example)")]
    [InlineData("<p title=\"&#xFDD2;\">&#65024;</p>")]
    public void Our_own_marks_cannot_be_forged_with_entities(string markdown) =>
        Assert.DoesNotContain(Body.Clean(markdown + "\n"), c => c is >= '\uFDD0' and <= '\uFDEF');

    [Theory]
    [InlineData("<b>one</b> &#xFFFF; two")]
    [InlineData("<b>one</b> &#65535; two")]
    [InlineData("<b title=\"&#xffff\">one</b> two")]
    public void No_character_ends_the_text_before_its_end(string markdown) => Assert.Contains("two", Body.Clean(markdown + "\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>", 300)]
    [InlineData("<b>", 25_000)]
    public void Nesting_that_no_browser_bears_is_shown_as_text(string tag, int times) =>
        Assert.Equal(["TEXT006"], Body.Of(string.Concat(Enumerable.Repeat(tag, times)) + "\n").Codes);

    [Fact]
    public void Links_in_HTML_are_resolved_and_placed_as_those_of_Markdown_are()
    {
        using var site = SmallSite.WithBrief("", "One.\n\n<p><a href=\"other.md\">a</a>\n<a href=\"missing.md\">b</a></p>\n").AndBrief("other", "");
        Assert.Equal(["LINK001 briefs/x.md(8,10)"], site.Places());
    }
}

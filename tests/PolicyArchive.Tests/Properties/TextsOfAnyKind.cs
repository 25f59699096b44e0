using CsCheck;

namespace PolicyArchive.Tests.Properties;

/// <summary>Texts as writers, other programs and attackers make them, built of pieces that are known to matter.</summary>
internal static class TextsOfAnyKind
{
    public static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static readonly Gen<string> Rune = Gen.Frequency(
        (6, Gen.Char['a', 'z'].Select(c => c.ToString())),
        (2, Gen.Char['A', 'Z'].Select(c => c.ToString())),
        (2, OneOf(" ", "-", "'", "’", "/", ".", "&", "\t", "\u00A0", "\u00AD", "\u200D")),
        (1, Gen.Char['0', '9'].Select(c => c.ToString())),
        (4, Gen.Int[0xA1, 0xD7FF].Select(i => new System.Text.Rune(i).ToString())),
        (1, OneOf("\u0301", "\u0323", "\u093F", "\u0E31", "İ", "ı", "ß", "ẞ", "ǅ", "ﬁ", "Ⅷ", "K", "Å", "ς")),
        (1, Gen.Int[0x10000, 0x10FFFD].Select(i => new System.Text.Rune(i).ToString())));

    public static Gen<string> Title { get; } = Rune.Array[0, 24].Select(string.Concat);

    private static readonly Gen<string> Markup = OneOf(
        "*", "**", "_", "~", "~~", "^", "`", "```", "```\n", "[", "]", "](", ")", "![", "[^1]", "[^1]: ", "{#id}", "{", "}", "|", "|---|\n", "\n", "\n\n", "    ", "\t", "> ", "- ", "1. ", "# ", "## ", "---\n", "===\n", ": ", "*[A]: b\n",
        "<", ">", "</", "/>", "<a href=\"", "<a href=", "<a name=\"x\">", "</a>", "<b>", "<p>", "</p>", "<div>", "</div>", "<img src=\"", "<img src=x ", "\"", "'", "=", "<table>", "<td>", "</table>", "<li>", "<ul>",
        "<script>", "</script>", "<style>", "</style>", "<svg>", "<svg onload=alert(1)>", "</svg>", "<math>", "<mglyph>", "<mtext>", "<iframe src=\"", "<object data=\"", "<noscript>", "</noscript>", "<template>", "<xmp>", "<plaintext>", "<textarea>", "<title>", "<select>", "<option>", "<form>", "<input>", "<!--", "-->", "<!-->", "<![CDATA[", "]]>", "<?", "?>", "<!doctype html>", "<html>", "<body>", "<head>", "<base href=\"", "<meta http-equiv=\"refresh\" content=\"",
        " onclick=alert(1)", " onerror=\"alert(1)\"", " style=\"x\"", " id=\"main\"", " id=\"fn-1\"", " class=\"x\"",
        "javascript:alert(1)", "JaVaScRiPt:", "java\tscript:", "java&#10;script:", "&#106;avascript:", "&Tab;", "&colon;", "vbscript:", "data:text/html,", "file:///etc/passwd", "//evil.example", "https://evil.example/", "mailto:a@b.example", "xref:x", "xref:", "#", "?", "%00", "%EF%BF%BE", "%ED%A0%80", "%FF", "%2e%2e/", "../", "x.md", "/",
        "&lt;", "&amp;", "&#x3c;script&#x3e;", "&#xFDD0;", "&#64976;0&#64977;", "&#0;", "&#xD800;", "&#xFFFE;", "&#xFFFF;", "&#x110000;", "{{ site.title }}", "{% render 'x' %}", "<%= x %>", "@{ }", "\\", "\r", "\r\n", "\u2028", "\u0085", "\uFEFF");

    public static Gen<string> Markdown { get; } = Gen.Frequency((4, Markup), (1, Rune.Array[1, 6].Select(string.Concat))).Array[0, 60].Select(string.Concat);

    private static readonly Gen<string> Yaml = OneOf(
        "title: ", "published: ", "updated: ", "authors: ", "topics: ", "regions: ", "source: ", "corrections: ", "attachments: ", "image: ", "redirect_from: ", "slug: ", "kind: ", "series: ", "number: ", "draft: ", "language: ", "doi: ", "license: ", "key_points: ", "supersedes: ", "DestinationPath: ", "unknown: ",
        "\n", "\n  ", "\n  - ", "\n- ", "- ", "[", "]", "{", "}", ", ", ": ", ":", "\"", "'", "|", ">", "|\n  ", ">-\n  ", "&a ", "*a", "!x ", "!!str ", "<<: ", "? ", "#", " # ", "%", "@", "`", "---\n", "...\n", "\t", "\\u0041", "\"\\uFFFE\"", "\"\\uD800\"", "%EF%BF%BE", "\\", "~", "null", "true", "no", "1e3", "0x1F", "=> x", "2019-01-01", "2019-02-30", "unknown", "x", "日本", "\u2028", "\u0085", "{name: a, url: https://a.example}", "<b>", "../", "/", "a/b", "https://a.example/", "javascript:alert(1)");

    public static Gen<string> FrontMatter { get; } = Gen.Frequency((5, Yaml), (1, Title)).Array[0, 40].Select(string.Concat);
}

using System.Text;
using CsCheck;
using PolicyArchive.Findings;
using PolicyArchive.Tests.Properties;

namespace PolicyArchive.Tests.Importing;

/// <summary>Whatever lies in a folder of sources: each is imported or refused by name, and what came in can be built.</summary>
public sealed class SourcesOfAnyKind
{
    private const string Export = """<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>An item</title><content:encoded>""";

    [Fact]
    public void No_markup_stops_a_run_or_makes_a_draft_that_cannot_be_built() =>
        Gen.Select(TextsOfAnyKind.Markdown, TextsOfAnyKind.Title).Sample((markup, title) =>
        {
            // A lone surrogate is no character of a file.
            var text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes($"{title}\n\n{markup}"));
            using var desk = new Desk().With("raw/a.txt", text).With("raw/b.html", $"<article>{text}").With("raw/c.xml", $"{Export}{System.Security.SecurityElement.Escape(text)}</content:encoded></item></channel></rss>");
            desk.Import("raw");
            // A link to a brief is kept, and whether there is one is for the build to say.
            Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error && f.Code is not "TEXT001" and not "FILE012" and not "LINK002");
        }, iter: 60);

    [Fact]
    public void No_bytes_stop_a_run() =>
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            using var desk = new Desk().With("raw/a.txt", bytes).With("raw/b.html", bytes).With("raw/c.xml", bytes).With("raw/d.docx", bytes);
            desk.Import("raw");
            Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
        }, iter: 60);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<span><p>")]
    [InlineData("<a href=\"#x\">1</a>")]
    public void A_page_that_is_nested_deep_is_read_in_bearable_time(string tag)
    {
        using var desk = Desk.After("deep.html", $"<article><h1>Deep</h1>{string.Concat(Enumerable.Repeat(tag, 3_000))}<p>Words at the bottom, that are to be found there.</p></article>");
        Assert.Contains("Words at the bottom", desk.Draft + desk.Report, StringComparison.Ordinal);
    }
}

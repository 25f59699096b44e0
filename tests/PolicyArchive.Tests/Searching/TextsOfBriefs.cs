using System.Text;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Tests.Searching;

public sealed class TextsOfBriefs
{
    [Theory]
    [InlineData("One *two*  three\nfour.\n\nFive.", "One two three four.\nFive.")]
    [InlineData("## A & B\n\nText &lt;here&gt;.", "A & B\nText <here>.")]
    [InlineData("- one\n- two", "one\ntwo")]
    [InlineData("| a | b |\n| --- | --- |\n| c | d |", "a b\nc d")]
    [InlineData("Said.[^1]\n\n[^1]: By whom.", "Said.\nBy whom.")]
    [InlineData("See [the map](https://example.org/?a=1&b=%22%3E) here", "See the map here")]
    [InlineData("<p title=\"a > b\">Raw <b>bo</b>ld</p>", "Raw bold")]
    [InlineData("One<br>two", "One\ntwo")]
    public void A_brief_is_indexed_by_the_text_that_is_read(string markdown, string expected)
    {
        var (article, _) = MarkdownReader.Read(markdown, "Title", PolicyArchive.Reading.WordsFolder.BuiltIn.English, _ => new Place("x.md"));
        Assert.Equal(expected, Encoding.UTF8.GetString(BodyText.Of(article.Html)));
    }
}

using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;

namespace PolicyArchive.Markup;

/// <summary>
/// What Markdown means here: CommonMark with tables, footnotes, definition lists, abbreviations, struck, raised and
/// lowered text, and bare addresses as links. Extensions are chosen one by one: generic attributes and media links
/// would carry handlers and foreign frames through.
/// </summary>
internal static class Dialect
{
    public static MarkdownPipeline Pipeline { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAbbreviations()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
        .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })
        .Use<ExplicitHeadingIds>()
        .UsePreciseSourceLocation()
        .Build();
}

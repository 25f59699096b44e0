using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Findings;

namespace PolicyArchive.Markup;

/// <summary>
/// Markdown to an <see cref="Article"/>: CommonMark with tables, footnotes, definition lists, abbreviations, figures and
/// heading ids. Extensions are chosen one by one: generic attributes and media links would carry handlers and
/// <c>javascript:</c> through.
/// </summary>
public static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseAbbreviations()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Subscript | EmphasisExtraOptions.Superscript)
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Build();

    /// <param name="title">The piece's title: a first heading that only repeats it is dropped.</param>
    /// <param name="placeAt">The place of an offset in <paramref name="markdown"/>.</param>
    public static (Article Article, ImmutableArray<Finding> Findings) Read(string markdown, string title, Func<int, Place> placeAt)
    {
        var findings = new List<Finding>();
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException fault)
        {
            // Markdig's guard against text nested too deep to be read by a person.
            return (Article.Empty, [Finding.Error("TEXT001", placeAt(0), $"the text cannot be read as Markdown: {fault.Message.ReplaceLineEndings(" ")}", "look for thousands of brackets, quotation marks or list signs in a row")]);
        }

        var headings = HeadingPlan.Apply(document, title, placeAt, findings);
        var slots = new LinkSlots(placeAt, findings);
        var rawAt = RawHtml.FirstIn(document);
        slots.IsSanitised = rawAt >= 0;
        using var writer = new StringWriter(new System.Text.StringBuilder(markdown.Length + markdown.Length / 4 + 256));
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        ArticleRenderers.Install(renderer, slots);
        renderer.Render(document);
        writer.Flush();
        var rendered = writer.ToString();
        var anchors = headings.Select(h => h.Id).Concat(Footnotes(document)).ToList();
        var links = slots.Links;
        if (rawAt >= 0)
        {
            (rendered, links, var ids) = RawHtml.Sanitise(rendered, links, placeAt(rawAt), findings);
            anchors.AddRange(ids);
        }

        var words = WordCount.Of(document);
        return (new Article(Html.Split(rendered), headings, links, [.. anchors.Distinct()], words.Lead, words.Total, words.Terms), [.. findings]);
    }

    private static IEnumerable<string> Footnotes(MarkdownDocument document) =>
        document.OfType<FootnoteGroup>().SelectMany(g => g.OfType<Footnote>())
            .SelectMany(f => f.Links.Where(l => !l.IsBackLink).Select(l => ArticleRenderers.ReferenceId(l)).Append(ArticleRenderers.NoteId(f)));

    /// <summary>The text that a reader hears, without markup.</summary>
    internal static string PlainText(ContainerInline? inline)
    {
        if (inline is null)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        foreach (var part in inline.Descendants())
        {
            switch (part)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case AbbreviationInline abbreviation:
                    text.Append(abbreviation.Abbreviation.Label);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
            }
        }

        return text.ToString();
    }
}

using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>A heading, with a link to itself that people can copy.</summary>
internal sealed class HeadingMarkup : ArticlePart<HeadingBlock>
{
    protected override void Write(ArticleRenderer renderer, HeadingBlock heading)
    {
        var text = PlainText.Of(heading.Inline);
        if (text.Length == 0 || renderer.Headings.IdOf(heading) is not { } id)
        {
            return;
        }

        var tag = heading.Level switch { <= 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" };
        renderer.EnsureLine();
        renderer.Write('<').Write(tag);
        renderer.WriteAttribute("id", id).Write('>');
        renderer.WriteLeafInline(heading);
        if (heading.Level <= 4)
        {
            renderer.Write(" <a");
            renderer.WriteSlot(LinkKind.Page, renderer.Galley.Add(LinkKind.Page, "#" + id, heading.Span.Start));
            renderer.WriteAttribute("class", "anchor").WriteAttribute("aria-label", renderer.Words.SectionLinkLabel(text)).Write(">#</a>");
        }

        renderer.Write("</").Write(tag).WriteLine(">");
    }
}

/// <summary>A picture alone in its paragraph is a figure, and its title the caption; the end of a quotation may say whose it is.</summary>
internal sealed class ParagraphMarkup : ArticlePart<ParagraphBlock>
{
    protected override void Write(ArticleRenderer renderer, ParagraphBlock paragraph)
    {
        if (renderer.ImplicitParagraph)
        {
            renderer.WriteLeafInline(paragraph);
            return;
        }

        if (!renderer.IsFirstInContainer)
        {
            renderer.EnsureLine();
        }

        if (Survey.IsFigure(paragraph) && paragraph.Inline!.FirstChild is LinkInline picture && LinkScheme.IsAllowed(picture.Url) && !string.IsNullOrWhiteSpace(picture.Url))
        {
            renderer.Write("<figure>");
            LinkMarkup.WritePicture(renderer, picture, isFigure: true);
            if (!string.IsNullOrEmpty(picture.Title))
            {
                renderer.Write("<figcaption>").WriteEscape(picture.Title).Write("</figcaption>");
            }

            renderer.WriteLine("</figure>");
            return;
        }

        renderer.Write(IsSource(paragraph) ? "<p class=\"source\">" : "<p>");
        renderer.WriteLeafInline(paragraph);
        renderer.WriteLine("</p>");
    }

    // Writers set off who is quoted by a dash, in a paragraph of its own after what was said.
    private static bool IsSource(ParagraphBlock paragraph) =>
        paragraph is { Parent: QuoteBlock { Count: > 1 } quote, Inline.FirstChild: LiteralInline first }
        && quote.LastChild == paragraph
        && first.Content.AsSpan() is ['—' or '–' or '―', ' ', ..];
}

internal sealed class CodeMarkup : ArticlePart<CodeBlock>
{
    protected override void Write(ArticleRenderer renderer, CodeBlock block)
    {
        renderer.EnsureLine();
        renderer.Write("<pre><code");
        if (block is FencedCodeBlock { Info: { Length: > 0 } info } && ExplicitHeadingIds.IsPlainName(info))
        {
            renderer.WriteAttribute("class", "language-" + info);
        }

        renderer.Write('>');
        renderer.WriteLeafRawLines(block, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</code></pre>");
    }
}

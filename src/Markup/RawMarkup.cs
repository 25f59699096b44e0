using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyArchive.Markup;

internal sealed class RawBlockMarkup : ArticlePart<HtmlBlock>
{
    protected override void Write(ArticleRenderer renderer, HtmlBlock block)
    {
        var text = block.Lines.ToString();
        if (RawHtmlText.IsComment(text) || RawHtmlText.IsOpenComment(text))
        {
            return;
        }

        renderer.EnsureLine();
        if (renderer.Raw == RawTreatment.Sanitise)
        {
            foreach (ref readonly var line in block.Lines.Lines.AsSpan(0, block.Lines.Count))
            {
                renderer.WriteRaw(line.Slice.AsSpan(), line.Slice.Start);
                renderer.WriteLine();
            }
        }
        else
        {
            renderer.Write("<p>").WriteEscape(text).WriteLine("</p>");
        }
    }
}

internal sealed class RawInlineMarkup : ArticlePart<HtmlInline>
{
    protected override void Write(ArticleRenderer renderer, HtmlInline inline)
    {
        if (RawHtmlText.IsBreak(inline.Tag))
        {
            renderer.Write(inline.Tag.StartsWith("<w", StringComparison.Ordinal) ? "<wbr>" : "<br>");
        }
        else if (RawHtmlText.IsComment(inline.Tag))
        {
            return;
        }
        else if (renderer.Raw == RawTreatment.Sanitise)
        {
            renderer.WriteRaw(inline.Tag, inline.Span.Start);
        }
        else
        {
            renderer.WriteEscape(inline.Tag);
        }
    }
}

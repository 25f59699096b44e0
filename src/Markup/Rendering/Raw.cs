using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Markup.RawHtml;

namespace PolicyArchive.Markup.Rendering;

internal sealed class RawBlocks : ArticlePart<HtmlBlock>
{
    protected override void Write(ArticleRenderer renderer, HtmlBlock block)
    {
        var text = block.Lines.ToString();
        if (RawText.IsComment(text) || RawText.IsOpenComment(text))
        {
            return;
        }

        renderer.EnsureLine();
        if (renderer.Raw == RawTreatment.Sanitise)
        {
            renderer.WriteLine(text);
        }
        else
        {
            renderer.Write("<p>").WriteEscape(text).WriteLine("</p>");
        }
    }
}

internal sealed class RawInlines : ArticlePart<HtmlInline>
{
    protected override void Write(ArticleRenderer renderer, HtmlInline inline)
    {
        if (RawText.IsBreak(inline.Tag))
        {
            renderer.Write(inline.Tag.StartsWith("<w", StringComparison.Ordinal) ? "<wbr>" : "<br>");
        }
        else if (RawText.IsComment(inline.Tag))
        {
            return;
        }
        else if (renderer.Raw == RawTreatment.Sanitise)
        {
            renderer.Write(inline.Tag);
        }
        else
        {
            renderer.WriteEscape(inline.Tag);
        }
    }
}

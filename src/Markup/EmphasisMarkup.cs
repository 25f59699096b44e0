using Markdig.Syntax.Inlines;

namespace PolicyArchive.Markup;

/// <summary>
/// Emphasised, strong, struck, raised and lowered text. Raised and lowered text has no spaces in it, as in Pandoc's
/// Markdown: "x^2 and y^2" and "~5 or~ 6" keep their signs.
/// </summary>
internal sealed class EmphasisMarkup : ArticlePart<EmphasisInline>
{
    protected override void Write(ArticleRenderer renderer, EmphasisInline emphasis)
    {
        var tag = (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('~', 1) => "sub",
            ('~', _) => "del",
            ('^', _) => "sup",
            (_, 1) => "em",
            _ => "strong",
        };
        if (tag is "sub" or "sup" && HasSpace(emphasis))
        {
            renderer.Write(emphasis.DelimiterChar);
            renderer.WriteChildren(emphasis);
            renderer.Write(emphasis.DelimiterChar);
            return;
        }

        renderer.Write('<').Write(tag).Write('>');
        renderer.WriteChildren(emphasis);
        renderer.Write("</").Write(tag).Write('>');
    }

    private static bool HasSpace(EmphasisInline emphasis)
    {
        for (Inline? part = emphasis; part is not null; part = PlainText.Next(part, emphasis))
        {
            if (part is LineBreakInline || (part is LiteralInline literal && literal.Content.AsSpan().ContainsAny(' ', '\t', '\u00A0')))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Text;
using Markdig.Extensions.Abbreviations;
using Markdig.Syntax.Inlines;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>The text that a reader hears, without markup and without the numbers of notes.</summary>
internal static class PlainText
{
    private const int LeadLength = 300;

    /// <param name="most">Reading stops once there is more text than this.</param>
    public static string Of(ContainerInline? inline, int most = int.MaxValue)
    {
        if (inline is null)
        {
            return "";
        }

        if (inline.FirstChild is LiteralInline only && ReferenceEquals(only, inline.LastChild))
        {
            return TextFold.CollapseSpaces(only.Content.ToString());
        }

        var text = new StringBuilder();
        for (Inline? part = inline; part is not null && text.Length <= most; part = Next(part, inline))
        {
            _ = part switch
            {
                LiteralInline literal => text.Append(literal.Content.AsSpan()),
                CodeInline code => text.Append(code.ContentSpan),
                HtmlEntityInline entity => text.Append(entity.Transcoded.AsSpan()),
                AbbreviationInline abbreviation => text.Append(abbreviation.Abbreviation.Label),
                AutolinkInline link => text.Append(link.Url),
                LineBreakInline or HtmlInline { Tag: "<br>" or "<br/>" or "<br />" } => text.Append(' '),
                _ => text,
            };
        }

        return TextFold.CollapseSpaces(text.ToString());
    }

    /// <summary>At most 300 characters, cut at a word.</summary>
    public static string Lead(ContainerInline? inline)
    {
        var text = Of(inline, 2 * LeadLength);
        if (text.Length <= LeadLength)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', LeadLength - 1);
        cut = cut > LeadLength / 2 ? cut : LeadLength - 1;
        cut = char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut;
        return text[..cut].TrimEnd(',', ';', ':', '–', '-', ' ') + "…";
    }

    /// <summary>The inline after <paramref name="part"/> in reading order, without recursion: text can be nested deep.</summary>
    public static Inline? Next(Inline part, Inline root)
    {
        if (part is ContainerInline { FirstChild: { } child })
        {
            return child;
        }

        for (var at = part; at is not null && !ReferenceEquals(at, root); at = at.Parent)
        {
            if (at.NextSibling is { } sibling)
            {
                return sibling;
            }
        }

        return null;
    }
}

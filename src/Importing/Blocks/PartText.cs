using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Blocks;

/// <summary>The plain text of a block, on one line.</summary>
internal static class PartText
{
    public static string Of(Part part)
    {
        var text = new StringBuilder();
        Append(text, part);
        return TextFold.CollapseSpaces(text.ToString());
    }

    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Append(text, inlines);
        return TextFold.CollapseSpaces(text.ToString());
    }

    private static void Append(StringBuilder text, Part part)
    {
        switch (part)
        {
            case Part.Paragraph paragraph:
                Append(text, paragraph.Inlines);
                break;
            case Part.Heading heading:
                Append(text, heading.Inlines);
                break;
            case Part.List list:
                foreach (var item in list.Items.SelectMany(item => item))
                {
                    Append(text, item);
                }

                break;
            case Part.Quote quote:
                foreach (var inner in quote.Parts)
                {
                    Append(text, inner);
                }

                break;
            case Part.Table table:
                foreach (var cell in table.Rows.SelectMany(row => row))
                {
                    Append(text, cell);
                    text.Append(' ');
                }

                break;
            case Part.Code code:
                text.Append(code.Text);
                break;
            default:
                break;
        }

        text.Append(' ');
    }

    private static void Append(StringBuilder text, ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            text.Append(inline switch { Inline.Words words => words.Text, Inline.Break => " ", Inline.Picture { Caption: { } caption } => caption, _ => "" });
        }
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Texts;

/// <summary>Which lines of a plain text are headings: those between whole paragraphs that are short and have no end.</summary>
internal static partial class Headings
{
    private const int Longest = 80;
    private const int MostWords = 12;
    private const int WholeParagraph = 90;

    [GeneratedRegex(@"^(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVX]{1,5})[.)]?\s+\p{Lu}")]
    private static partial Regex Numbered { get; }

    public static ImmutableArray<Block> Guess(ImmutableArray<Block> blocks)
    {
        var result = blocks.ToBuilder();
        for (var i = 2; i < blocks.Length - 1; i++)
        {
            if (blocks[i].Part is Part.Paragraph paragraph && IsLike(blocks[i].Text) && IsWhole(blocks[i + 1]) && EndsBefore(blocks, i))
            {
                result[i] = new Block(new Part.Heading(2, paragraph.Inlines), blocks[i].Line, IsGuessed: true);
            }
        }

        return result.ToImmutable();
    }

    private static bool EndsBefore(ImmutableArray<Block> blocks, int i) => IsWhole(blocks[i - 1]) || blocks[i - 1].Part is Part.List or Part.Quote;

    private static bool IsLike(string text) =>
        text.Length is > 2 and <= Longest && text[^1] is not ('.' or ',' or ';' or ':' or '!' or '…' or '”' or '"' or ')' or '’')
        && text.Split(' ').Length <= MostWords && (char.IsUpper(text[0]) || char.IsDigit(text[0]) && Numbered.IsMatch(text) || text[0] is '¿' or '¡');

    private static bool IsWhole(Block block) =>
        block.Part is Part.Paragraph && block.Text.Length >= WholeParagraph && block.Text[^1] is '.' or '!' or '?' or '”' or '"' or '’' or ')' or ':' or '…' or '»' or '。' or '」';
}

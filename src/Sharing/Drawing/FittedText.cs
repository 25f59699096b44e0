using System.Collections.Immutable;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing.Drawing;

/// <summary>A text in the largest size in which it fits its place, its lines as even as they can be.</summary>
/// <param name="Size">Of an em, in pixels.</param>
/// <param name="Leading">From line to line, in pixels.</param>
internal sealed record FittedText(ImmutableArray<TextLine> Lines, float Size, float Leading)
{
    private const string Ellipsis = "…";

    // Few lines in large print: a long title in it would be a wall.
    private static readonly (float Size, int Lines)[] TitleSizes = [(92, 2), (84, 2), (78, 2), (72, 3), (66, 3), (60, 3), (55, 4), (50, 4), (46, 4), (42, 4)];
    private static readonly (float Size, int Lines)[] TallTitleSizes = [(88, 1), (80, 2), (72, 2), (66, 2), (60, 3), (55, 3), (50, 4), (46, 4), (42, 4)];

    /// <summary>From the top to the base line of the first line, in pixels.</summary>
    public float Ascent => Size * 0.74f + (Leading - Size * 1.14f) / 2;

    public float Height => Leading * (Lines.Length - 1) + Ascent + Size * 0.24f;

    /// <param name="measure">The longest that a line may be, in pixels.</param>
    /// <param name="room">The height there is, in pixels.</param>
    public static FittedText Title(Paragraph text, float measure, float room) => Of(text, measure, room, text.IsTall ? 1.36f : 1.16f, text.IsTall ? TallTitleSizes : TitleSizes);

    /// <param name="leading">From line to line, in ems.</param>
    /// <param name="sizes">Those that may be tried, and the most lines of each.</param>
    public static FittedText Of(Paragraph text, float measure, float room, float leading, params ReadOnlySpan<(float Size, int Lines)> sizes)
    {
        foreach (var (size, most) in sizes)
        {
            var lines = text.Lines(measure / size);
            if (lines.Count <= Math.Min(most, MostLines(size, leading, room)) && text.HoldsWords(measure / size))
            {
                return Set(text, Balanced(text, lines, measure / size), size, leading);
            }
        }

        // Longer than any title should be: cut.
        var (least, lineCount) = sizes[^1];
        lineCount = Math.Min(lineCount, MostLines(least, leading, room));
        var all = text.Lines(measure / least);
        if (all.Count <= lineCount)
        {
            return Set(text, all, least, leading);
        }

        var end = all[lineCount - 1].End;
        while (true)
        {
            var cut = text.Cut(end, Ellipsis);
            var lines = cut.Lines(measure / least);
            if (lines.Count <= lineCount || end <= 1)
            {
                return Set(cut, lines, least, leading);
            }

            end = text.WordBefore(end);
        }
    }

    /// <summary>A text in one line, cut where it is too long.</summary>
    /// <param name="measure">In ems.</param>
    public static TextLine OneLine(Paragraph text, float measure)
    {
        for (var end = text.Text.Length; text.Width() > measure && end > 1;)
        {
            end = text.WordBefore(end);
            var cut = text.Cut(end, Ellipsis);
            if (cut.Width() <= measure || end <= 1)
            {
                return cut.Line(0, cut.Text.Length);
            }
        }

        return text.Line(0, text.Text.Length);
    }

    private static int MostLines(float size, float leading, float room) => Math.Max(1, (int)((room - size) / (size * leading)) + 1);

    // The shortest measure that still makes as few lines.
    private static List<(int Start, int End)> Balanced(Paragraph text, List<(int Start, int End)> lines, float measure)
    {
        var (low, high) = (measure / 3, measure);
        for (var i = 0; i < 9; i++)
        {
            var middle = (low + high) / 2;
            var tried = text.Lines(middle);
            if (tried.Count <= lines.Count && text.HoldsWords(middle))
            {
                (lines, high) = (tried, middle);
            }
            else
            {
                low = middle;
            }
        }

        return lines;
    }

    private static FittedText Set(Paragraph text, List<(int Start, int End)> lines, float size, float leading) =>
        new([.. lines.Select(line => text.Line(line.Start, line.End))], size, size * leading);
}

using System.Text.RegularExpressions;

namespace PolicyArchive.Markup;

/// <summary>
/// Where the parser would take time by the square: it looks for the end of each comment, instruction and link as far as
/// the paragraph goes, passes all that stands before each bare address, and moves all lines after each definition of a
/// link. What people write has hundreds of these in a paragraph at most.
/// </summary>
internal static partial class ParsingCost
{
    // In steps of the parser, each a nanosecond or two.
    private const long Bearable = 300_000_000;

    // A shorter text is read at once, whatever it holds.
    private const int Short = 20_000;

    private const int MostDeepLines = 50;

    // Each costs several hundred bytes while the text is read.
    private const int MostParagraphs = 200_000;

    // An element that is never closed holds all that follows, and is cleaned as one.
    private const int MostAfterMarkup = 40_000;

    [GeneratedRegex(@"\n[ \t]*(?:\r?\n|\r)|\r[ \t]*\r")]
    private static partial Regex BlankLine { get; }

    [GeneratedRegex(@"\]\(|<!--|<\?|<!(?=[A-Za-z])|://|\bwww\.|^ {0,3}\[[^\]\n]{1,999}\]:", RegexOptions.Multiline)]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"^[ \t]{400,}(?:[-+*]|[0-9]{1,9}[.)])[ \t]", RegexOptions.Multiline)]
    private static partial Regex DeepItem { get; }

    /// <summary>The offset of the first paragraph that no parser should be given, or -1.</summary>
    public static int FirstUnbearable(string markdown)
    {
        if (markdown.Length < Short)
        {
            return -1;
        }

        var cost = 0L;
        var paragraphs = 0;
        var (most, isMarked) = (MostParagraphs, false);
        var start = 0;
        while (start < markdown.Length)
        {
            var blank = BlankLine.Match(markdown, start);
            var end = blank.Success ? blank.Index + 1 : markdown.Length;
            if (!isMarked && HasMarkup(markdown.AsSpan(start, end - start)))
            {
                (most, isMarked) = (Math.Min(most, paragraphs + MostAfterMarkup), true);
            }

            cost += ++paragraphs > most ? Bearable + 1 : Of(markdown.AsSpan(start, end - start));
            if (cost > Bearable)
            {
                return start;
            }

            start = blank.Success ? blank.Index + blank.Length : end;
        }

        return -1;
    }

    private static bool HasMarkup(ReadOnlySpan<char> paragraph)
    {
        for (var at = paragraph.IndexOf('<'); at >= 0 && at + 1 < paragraph.Length;)
        {
            if (char.IsAsciiLetter(paragraph[at + 1]))
            {
                return true;
            }

            var next = paragraph[(at + 1)..].IndexOf('<');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    private static long Of(ReadOnlySpan<char> paragraph)
    {
        if (paragraph.Length < Short)
        {
            return 0;
        }

        long unclosed = 0, addresses = 0, definitions = 0;
        foreach (var opening in Opening.EnumerateMatches(paragraph))
        {
            var rest = paragraph[(opening.Index + opening.Length)..];
            switch (paragraph[opening.Index])
            {
                case ']':
                    unclosed += IsClosed(rest, ")", "](") ? 0 : 1;
                    break;
                case '<':
                    unclosed += IsClosed(rest, ">", "<") ? 0 : 1;
                    break;
                case ':' or 'w':
                    addresses++;
                    break;
                default:
                    definitions++;
                    break;
            }
        }

        var deep = DeepItem.Count(paragraph);
        return deep > MostDeepLines ? Bearable + 1
            : unclosed * paragraph.Length + addresses * addresses * 4 + definitions * paragraph.Count('\n') * 10;
    }

    // Closed before the next of its kind, near enough that looking for the end costs nothing.
    private static bool IsClosed(ReadOnlySpan<char> rest, string end, string next)
    {
        var near = rest[..Math.Min(rest.Length, 4_000)];
        return near.IndexOf(end, StringComparison.Ordinal) is var at and >= 0 && near[..at].IndexOf(next, StringComparison.Ordinal) < 0;
    }
}

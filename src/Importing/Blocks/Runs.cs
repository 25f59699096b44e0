using System.Collections.Immutable;
using System.Text;

namespace PolicyArchive.Importing.Blocks;

/// <summary>Runs as they come from a format, made fit to write: neighbours of one style joined, white space collapsed.</summary>
internal static class Runs
{
    public static Inline[] Tidy(ImmutableArray<Inline> inlines)
    {
        var result = new List<Inline>(inlines.Length);
        foreach (var inline in inlines)
        {
            if (inline is Inline.Words words)
            {
                Add(result, words);
            }
            else
            {
                if (inline is Inline.Break)
                {
                    TrimEnd(result);
                }

                result.Add(inline);
            }
        }

        while (result.Count > 0 && result[^1] is Inline.Break)
        {
            result.RemoveAt(result.Count - 1);
        }

        TrimEnd(result);
        return [.. result.SkipWhile(run => run is Inline.Break)];
    }

    public static int Longest(string text, char mark)
    {
        var (longest, length) = (0, 0);
        foreach (var c in text)
        {
            length = c == mark ? length + 1 : 0;
            longest = Math.Max(longest, length);
        }

        return longest;
    }

    private static void Add(List<Inline> result, Inline.Words words)
    {
        var isAfterSpace = result.Count == 0 || result[^1] is Inline.Break || (result[^1] is Inline.Words { Text: [.., ' '] });
        var text = (words.Styles & Styles.Code) != 0 ? words.Text : Collapse(words.Text, isAfterSpace);
        if (text.Length == 0)
        {
            return;
        }

        // A space between two words of one style belongs to it.
        if (result.Count > 0 && result[^1] is Inline.Words last && last.Styles == words.Styles && last.Href == words.Href)
        {
            result[^1] = last with { Text = last.Text + text };
        }
        else
        {
            result.Add(words with { Text = text });
        }
    }

    // A space that cannot break a line is a letter of the text.
    private static string Collapse(string text, bool isAfterSpace)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var isSpace = c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u0085' or '\u2028' or '\u2029';
            if (!isSpace || !isAfterSpace)
            {
                result.Append(isSpace ? ' ' : c);
            }

            isAfterSpace = isSpace;
        }

        return result.ToString();
    }

    private static void TrimEnd(List<Inline> result)
    {
        while (result.Count > 0 && result[^1] is Inline.Words { Text: [.., ' '] } words)
        {
            if (words.Text.TrimEnd(' ') is { Length: > 0 } text)
            {
                result[^1] = words with { Text = text };
                return;
            }

            result.RemoveAt(result.Count - 1);
        }
    }
}

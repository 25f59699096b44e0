using System.Text;

namespace PolicyArchive.Importing.Texts;

/// <summary>Text without what no brief may hold: soft hyphens, control characters, byte-order marks in its midst.</summary>
/// <param name="SoftHyphens">How many were removed.</param>
/// <param name="Controls">How many control characters and noncharacters were removed.</param>
internal readonly record struct Cleaned(string Text, int SoftHyphens, int Controls)
{
    public static Cleaned Of(string text)
    {
        if (!NeedsAny(text))
        {
            return new Cleaned(text, 0, 0);
        }

        var result = new StringBuilder(text.Length);
        var (softHyphens, controls) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\u00AD')
            {
                // At the end of a line it was the word's break; the line then ends after the word, so that lines keep their numbers.
                softHyphens++;
                if (LineEnd(text, i) is var end && end > i)
                {
                    for (i = end + 1; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
                    {
                        result.Append(text[i]);
                    }

                    result.Append('\n');
                    i += i + 1 < text.Length && text[i] == '\r' && text[i + 1] == '\n' ? 1 : 0;
                }
            }
            else if (c is '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                result.Append(c == '\u2029' ? "\n\n" : "\n");
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
            }
            else if (IsRefused(c) || (char.IsSurrogate(c) && !IsPaired(text, i)))
            {
                controls++;
                result.Append(c == '\f' ? "\n\n" : "");
            }
            else
            {
                result.Append(c);
            }
        }

        return new Cleaned(result.ToString(), softHyphens, controls);
    }

    private static bool NeedsAny(string text)
    {
        foreach (var c in text)
        {
            if (c is '\r' or '\u00AD' or '\u0085' or '\u2028' or '\u2029' || IsRefused(c) || char.IsSurrogate(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRefused(char c) =>
        (char.IsControl(c) && c is not ('\t' or '\n')) || c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF' or '\uFEFF';

    private static bool IsPaired(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1]);

    private static int LineEnd(string text, int softHyphen)
    {
        var at = softHyphen + 1;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        if (at >= text.Length || text[at] != '\n')
        {
            return softHyphen;
        }

        while (at + 1 < text.Length && text[at + 1] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }
}

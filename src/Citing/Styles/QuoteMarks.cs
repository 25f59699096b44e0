using System.Buffers;
using System.Text;

namespace PolicyArchive.Citing.Styles;

/// <summary>
/// Quotation marks within a citation: those that pair are set as American printers nest them, double then single; what does not
/// pair is an apostrophe. Paired closing marks are kept apart from apostrophes until the citation is printed, since stops and
/// commas move inside them.
/// </summary>
internal static class QuoteMarks
{
    public const string Open = "“";
    public const string Close = "\uE001";
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"'“”‘’");

    private const char CloseDouble = '\uE001';
    private const char CloseSingle = '\uE002';

    public static bool IsClosing(char c) => c is CloseDouble or CloseSingle;

    public static string Printed(string text) => text.Replace(CloseDouble, '”').Replace(CloseSingle, '’');

    /// <param name="isQuoted">Whether the text as a whole is set in quotation marks.</param>
    public static string Paired(string text, bool isQuoted = false)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
        {
            return text;
        }

        var partners = Partners(text);
        var result = new StringBuilder(text.Length);
        var doubles = new Stack<bool>();
        char? outer = null;
        for (var i = 0; i < text.Length; i++)
        {
            var partner = partners[i];
            if (partner > i)
            {
                // Of straight marks the first form is the outer one, whichever it is; curly ones are what they are.
                outer ??= text[i] is '"' or '\'' ? text[i] : null;
                var isDouble = doubles.TryPeek(out var around) ? !around : !isQuoted && (text[i] == '“' || text[i] == outer);
                doubles.Push(isDouble);
                result.Append(isDouble ? '“' : '‘');
            }
            else if (partner >= 0)
            {
                result.Append(doubles.Pop() ? CloseDouble : CloseSingle);
            }
            else
            {
                result.Append(text[i] == '\'' ? '’' : text[i]);
            }
        }

        return result.ToString();
    }

    // For each mark the place of the one it pairs with, else -1.
    private static int[] Partners(string text)
    {
        var partners = new int[text.Length];
        Array.Fill(partners, -1);
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (IsApostrophe(text, i))
            {
                continue;
            }

            if (Opens(text, i))
            {
                open.Push(i);
            }
            else if (text[i] is '"' or '\'' or '”' or '’' && open.Count > 0 && Closes(text[open.Peek()], text[i]))
            {
                var at = open.Pop();
                (partners[at], partners[i]) = (i, at);
            }
        }

        return partners;
    }

    private static bool Closes(char opener, char closer) => (opener, closer) is ('"', '"') or ('\'', '\'') or ('“', '”') or ('‘', '’');

    private static bool Opens(string text, int i) => text[i] switch
    {
        '“' or '‘' => true,
        '"' or '\'' => i == 0 || text[i - 1] is ' ' or '(' || (Opens(text, i - 1) && text[i - 1] is '"' or '\'' or '“' or '‘'),
        _ => false,
    };

    private static bool IsApostrophe(string text, int i)
    {
        if (i == 0 || i + 1 == text.Length)
        {
            return false;
        }

        var (before, after) = (text[i - 1], text[i + 1]);
        return text[i] switch
        {
            '’' => Script.HasItalics(before.ToString()) && Script.HasItalics(after.ToString()),
            '\'' => before is not (' ' or '(') && after is not (',' or '.' or '?' or ':' or ';' or ' ' or '"' or '\'' or '”' or '’'),
            _ => false,
        };
    }
}

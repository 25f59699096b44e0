using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.Blocks;

/// <summary>
/// Text that is to stay text: backslashes before what this archive's Markdown would read as markup, and before nothing
/// else, so that an editor can read the draft.
/// </summary>
internal static partial class Escapes
{
    // What begins a bare address in the dialect.
    [GeneratedRegex(@"\G(?:https?://|ftp://|mailto:|tel:|www\.)[^\s<>]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    // Headings, items, quotations, underlines and definitions are only that at the start of a line.
    [GeneratedRegex(@"^(?<mark>[#>:]|[-+](?=\s|$)|-(?=-+\s*$)|=(?==*\s*$)|[0-9]{1,9}(?=[.)](?:\s|$)))", RegexOptions.Multiline)]
    private static partial Regex LineStart { get; }

    /// <param name="isInLink">There an address is only text, for links hold no links.</param>
    /// <param name="next">What follows in the line, or NUL at its end.</param>
    public static string Text(string text, bool isInLink = false, char next = '\0')
    {
        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is 'h' or 'H' or 'f' or 'F' or 'm' or 'M' or 't' or 'T' or 'w' or 'W' && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && Address.Match(text, i) is { Success: true } address)
            {
                i += AppendAddress(result, address.Value, isInLink, IsFree(text, i + address.Length, next)) - 1;
                continue;
            }

            if (IsMarkup(text, i))
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>A whole paragraph's Markdown, so that no line of it begins a heading, an item or a quotation.</summary>
    public static string LineStarts(string markdown) =>
        LineStart.Replace(markdown, match => char.IsAsciiDigit(match.Value[0]) ? match.Value + "\\" : "\\" + match.Value);

    private static bool IsMarkup(string text, int i) => text[i] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '<' or '~' or '^' or '|' => true,
        '_' => i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]),
        '&' => i + 1 < text.Length && (text[i + 1] == '#' || char.IsLetter(text[i + 1])),
        '{' => i + 1 < text.Length && text[i + 1] == '#',
        _ => false,
    };

    // An address goes on to the next space, whatever stands there: other white space, and the backslash of a line break too.
    private static bool IsFree(string text, int end, char next) => end < text.Length ? text[end] is ' ' or '\t' or '\n' : next is '\0' or ' ';

    // Backslashes are part of an address, so one that needs them is put between angle brackets, or is no link.
    private static int AppendAddress(StringBuilder result, string address, bool isInLink, bool isFree)
    {
        var length = address.TrimEnd('.', ',', ';', ':', '!', '?', ')', '\'', '"', '’', '”', '»', '*', '_').Length;
        var own = address[..length];

        // The dialect shows a mailbox and a telephone without what says that they are one.
        var isShortened = Addresses.IsMailbox(own) || Addresses.IsTelephone(own);
        var isLink = !isInLink && Addresses.IsKept(own.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? "http://" + own : own);
        var needsNone = isFree && !isShortened && Enumerable.Range(0, address.Length).All(i => !IsMarkup(address, i));
        if (needsNone && isLink)
        {
            result.Append(own);
            return length;
        }

        if (isLink && own.StartsWith("http", StringComparison.OrdinalIgnoreCase) && Uri.IsWellFormedUriString(own, UriKind.Absolute))
        {
            result.Append('<').Append(own).Append('>');
            return length;
        }

        var head = own.IndexOfAny([':', '.']);
        result.Append(own.AsSpan(0, head)).Append('\\').Append(own[head]);
        return head + 1;
    }
}

using System.Text;

namespace PolicyArchive.Theming;

/// <summary>A style sheet without its comments and needless space: a tenth fewer bytes on each reader's way. Texts and addresses stay as they are.</summary>
internal static class CompactCss
{
    public static string Of(string css)
    {
        var made = new StringBuilder(css.Length);
        var hasSpace = false;
        // The last sign that stands for itself: of `\;` and of a text there is none.
        var last = '{';
        for (var at = 0; at < css.Length;)
        {
            if (char.IsWhiteSpace(css[at]))
            {
                (hasSpace, at) = (true, at + 1);
                continue;
            }

            if (css.AsSpan(at).StartsWith("/*"))
            {
                var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                // A comment parts two words, but is no space: `a/**/.b` is not `a .b`.
                (at, var isBetween) = (end < 0 ? css.Length : end + 2, made.Length > 0 && IsWord(made[^1]));
                made.Append(isBetween && !hasSpace && at < css.Length && IsWord(css[at]) ? "/**/" : "");
                continue;
            }

            if (hasSpace && !IsLoose(last) && last != ':' && !IsLoose(css[at]))
            {
                made.Append(' ');
            }

            var length = LengthOfToken(css, at);
            if (css[at] == '}' && last == ';')
            {
                made.Length--;
            }

            made.Append(css, at, length);
            (last, hasSpace, at) = (length == 1 ? css[at] : '\0', false, at + length);
        }

        return made.ToString();
    }

    // Space beside these means nothing.
    private static bool IsLoose(char c) => c is '{' or '}' or ';' or ',';

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '%' or '#' or '.' || c > 127;

    /// <summary>A text in quotation marks and an address without them are copied as they are; all else goes character by character.</summary>
    private static int LengthOfToken(string css, int at)
    {
        if (css[at] is '"' or '\'')
        {
            var end = at + 1;
            while (end < css.Length && css[end] != css[at])
            {
                end += css[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, css.Length) - at;
        }

        if (css.AsSpan(at).StartsWith("url(", StringComparison.OrdinalIgnoreCase))
        {
            var inside = css.AsSpan(at + 4).TrimStart();
            if (inside.Length > 0 && inside[0] is not ('"' or '\''))
            {
                var end = css.IndexOf(')', at);
                return (end < 0 ? css.Length : end + 1) - at;
            }
        }

        return css[at] == '\\' && at + 1 < css.Length ? 2 : 1;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Importing.Blocks;

/// <summary>Runs to a line of Markdown. Where Markdown has no sign for a style at that place, its HTML element stands.</summary>
internal sealed class InlineMarkdown(bool isInCell)
{
    private static readonly (Styles Style, string Sign, string Tag)[] Signs =
    [
        (Styles.Strong | Styles.Emphasis, "***", ""), (Styles.Strong, "**", "strong"), (Styles.Emphasis, "*", "em"),
        (Styles.Struck, "~~", "del"), (Styles.Raised, "^", "sup"), (Styles.Lowered, "~", "sub"),
    ];

    /// <summary>One line of Markdown, or several with hard breaks between them; a table's cells stay on one line.</summary>
    public static string Of(ImmutableArray<Inline> inlines, bool isInCell = false)
    {
        var writer = new InlineMarkdown(isInCell);
        var result = new StringBuilder();
        writer.Write(result, Runs.Tidy(inlines), 0, '\0', inLink: false);
        return result.ToString();
    }

    private void Write(StringBuilder result, ReadOnlySpan<Inline> runs, int level, char next, bool inLink)
    {
        for (var i = 0; i < runs.Length;)
        {
            if (runs[i] is not Inline.Words words)
            {
                WriteOther(result, runs[i]);
                i++;
                continue;
            }

            var end = i + 1;
            if (words.Href is not null && !inLink)
            {
                while (end < runs.Length && ((runs[end] as Inline.Words)?.Href == words.Href))
                {
                    end++;
                }

                WriteLink(result, runs[i..end], words.Href);
            }
            else if (level < Signs.Length)
            {
                var style = Signs[level].Style;
                var isOn = Has(words, style);
                while (end < runs.Length && runs[end] is Inline.Words other && Has(other, style) == isOn && (inLink || other.Href is null))
                {
                    end++;
                }

                var after = end < runs.Length ? FirstOf(runs[end]) : next;
                if (isOn)
                {
                    WriteStyled(result, runs[i..end], level, after, inLink);
                }
                else
                {
                    Write(result, runs[i..end], level + 1, after, inLink);
                }
            }
            else
            {
                result.Append((words.Styles & Styles.Code) != 0 ? Code(words.Text, isAfterSign: result.Length > 0 && result[^1] == '`') : Escapes.Text(words.Text, inLink, end < runs.Length ? FirstOf(runs[end]) : next));
            }

            i = end;
        }
    }

    private void WriteStyled(StringBuilder result, ReadOnlySpan<Inline> runs, int level, char next, bool inLink)
    {
        var inner = new StringBuilder();
        Write(inner, Without(runs, Signs[level].Style), level + 1, Signs[level].Sign[0], inLink);
        var content = inner.ToString();
        var trimmed = content.Trim(' ');
        if (trimmed.Length == 0)
        {
            result.Append(content);
            return;
        }

        var isSpacedBefore = content[0] == ' ';
        var isSpacedAfter = content[^1] == ' ';
        result.Append(isSpacedBefore ? " " : "");
        var (_, sign, tag) = Signs[level];
        var before = result.Length > 0 ? result[^1] : '\0';
        if (CanStand(sign, trimmed, before, isSpacedAfter ? ' ' : next))
        {
            result.Append(sign).Append(trimmed).Append(sign);
        }
        else if (tag.Length > 0)
        {
            result.Append('<').Append(tag).Append('>').Append(trimmed).Append("</").Append(tag).Append('>');
        }
        else
        {
            result.Append("<strong><em>").Append(trimmed).Append("</em></strong>");
        }

        result.Append(isSpacedAfter ? " " : "");
    }

    // CommonMark 0.31, 6.2: what is left- and right-flanking; stricter, so that every reader agrees.
    private static bool CanStand(string sign, string content, char before, char after)
    {
        var mark = sign[0];
        if (before == mark || content[0] == mark || content[^1] == mark || content.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        if (sign is "^" or "~")
        {
            return content.All(char.IsAsciiLetterOrDigit);
        }

        var opens = !IsSign(content[0]) && !char.IsWhiteSpace(content[0]) || IsGap(before);
        var closes = !IsSign(content[^1]) && !char.IsWhiteSpace(content[^1]) || IsGap(after);
        return opens && closes && !char.IsWhiteSpace(content[0]) && !char.IsWhiteSpace(content[^1]);
    }

    private static bool IsGap(char c) => c is '\0' or ' ' or '\n' or '.' or ',' or ';' or ':' or '(' or ')' or '"' or '!' or '?';

    private static bool IsSign(char c) => char.IsPunctuation(c) || char.IsSymbol(c) || char.IsSurrogate(c);

    private void WriteOther(StringBuilder result, Inline inline)
    {
        switch (inline)
        {
            case Inline.Break:
                result.Append(isInCell ? "<br>" : "\\\n");
                break;
            case Inline.NoteMark mark:
                AfterExclamation(result);
                result.Append(CultureInfo.InvariantCulture, $"[^{mark.Note}]");
                break;
            case Inline.Picture picture when Addresses.IsElsewhere(picture.Source):
                var name = picture.Alt.Length > 0 ? picture.Alt : Addresses.LastName(picture.Source);
                WriteLink(result, [new Inline.Words(name)], picture.Source);
                break;
            case Inline.Picture picture:
                result.Append("![").Append(Escapes.Text(picture.Alt, isInLink: true)).Append("](").Append(Addresses.Target(picture.Source));
                result.Append(picture.Caption is { Length: > 0 } caption ? $" \"{Escapes.Text(caption, isInLink: true).Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : "").Append(')');
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(inline));
        }
    }

    private void WriteLink(StringBuilder result, ReadOnlySpan<Inline> runs, string href)
    {
        var text = new StringBuilder();
        Write(text, runs, 0, ']', inLink: true);
        var content = text.ToString();
        var trimmed = content.Trim(' ');
        if (trimmed.Length == 0)
        {
            result.Append(content);
            return;
        }

        result.Append(content[0] == ' ' ? " " : "");
        AfterExclamation(result);
        result.Append('[').Append(trimmed).Append("](").Append(Addresses.Target(href)).Append(')');
        result.Append(content[^1] == ' ' ? " " : "");
    }

    // `![` would be a picture.
    private static void AfterExclamation(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] == '!')
        {
            result.Insert(result.Length - 1, '\\');
        }
    }

    private string Code(string text, bool isAfterSign)
    {
        var line = text.ReplaceLineEndings(" ");
        if (line.Trim(' ').Length == 0 || (isInCell && line.Contains('|', StringComparison.Ordinal)))
        {
            return Escapes.Text(line, next: '*');
        }

        if (isAfterSign)
        {
            return $"<code>{Escapes.Text(line, next: '<')}</code>";
        }

        var fence = new string('`', Runs.Longest(line, '`') + 1);
        var gap = line[0] is '`' or ' ' || line[^1] is '`' or ' ' ? " " : "";
        return fence + gap + line + gap + fence;
    }

    private static bool Has(Inline.Words words, Styles style) => (words.Styles & style) == style && (words.Styles & Styles.Code) == 0;

    private static Inline[] Without(ReadOnlySpan<Inline> runs, Styles style)
    {
        var result = runs.ToArray();
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = result[i] is Inline.Words words ? words with { Styles = words.Styles & ~style } : result[i];
        }

        return result;
    }

    private static char FirstOf(Inline inline) => inline switch
    {
        Inline.Words { Href: not null } => '[',
        Inline.Words { Text.Length: > 0 } words => (words.Styles & Styles.Code) != 0 ? '`' : words.Text[0],
        Inline.Break => '\n',
        _ => '[',
    };
}

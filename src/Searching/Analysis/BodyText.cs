using System.Buffers;
using System.Net;
using System.Text;
using PolicyArchive.Markup;

namespace PolicyArchive.Searching.Analysis;

/// <summary>
/// The text that a reader sees in our own markup, which is well formed: words with single spaces, blocks on lines of
/// their own, without the signs that lead to notes and headings.
/// </summary>
internal static class BodyText
{
    private static readonly SearchValues<byte> Special = SearchValues.Create("<&\t\r\n\f"u8);

    // Elements that do not end a line of text.
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "picture", "q", "rp", "rt", "ruby",
        "s", "samp", "small", "source", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    };

    /// <summary>As UTF-8.</summary>
    public static byte[] Of(Html html)
    {
        var markup = html.Utf8;
        using var text = new MarkupWriter(markup.Length + 16);
        var gap = (byte)0;
        for (var i = 0; i < markup.Length;)
        {
            var next = markup[i..].IndexOfAny(Special);
            var run = next < 0 ? markup[i..] : markup.Slice(i, next);
            if (run.Length > 0)
            {
                AppendSpaced(text, ref gap, run);
                i += run.Length;
            }
            else if (markup[i] == '<')
            {
                i = Tag(markup, i, ref gap);
            }
            else if (markup[i] == '&')
            {
                i = Entity(markup, i, text, ref gap);
            }
            else
            {
                gap = gap == 0 ? (byte)' ' : gap;
                i++;
            }
        }

        return text.ToArray();
    }

    // Most runs have single spaces only, and are taken whole.
    private static void AppendSpaced(MarkupWriter text, ref byte gap, ReadOnlySpan<byte> run)
    {
        while (!run.IsEmpty)
        {
            if (run[0] == ' ')
            {
                gap = gap == 0 ? (byte)' ' : gap;
                run = run[1..];
                continue;
            }

            var end = run.IndexOf("  "u8);
            end = end >= 0 ? end : run[^1] == ' ' ? run.Length - 1 : run.Length;
            Append(text, ref gap, run[..end]);
            run = run[end..];
        }
    }

    private static void Append(MarkupWriter text, ref byte gap, ReadOnlySpan<byte> words)
    {
        if (gap != 0 && text.Length > 0)
        {
            text.Write([gap]);
        }

        gap = 0;
        text.Write(words);
    }

    private static int Entity(ReadOnlySpan<byte> markup, int i, MarkupWriter text, ref byte gap)
    {
        var length = markup[i..].IndexOf((byte)';') + 1;
        if (length is < 3 or > 32)
        {
            Append(text, ref gap, "&"u8);
            return i + 1;
        }

        var decoded = WebUtility.HtmlDecode(Encoding.UTF8.GetString(markup.Slice(i, length)));
        if (string.IsNullOrWhiteSpace(decoded))
        {
            gap = gap == 0 ? (byte)' ' : gap;
        }
        else
        {
            Append(text, ref gap, Encoding.UTF8.GetBytes(decoded));
        }

        return i + length;
    }

    // Returns where the text goes on.
    private static int Tag(ReadOnlySpan<byte> markup, int i, ref byte gap)
    {
        var end = EndOfTag(markup, i);
        var tag = markup[i..end];
        var isEnd = tag is [_, (byte)'/', ..];
        var nameLength = tag[(isEnd ? 2 : 1)..].IndexOfAny(" >/"u8);
        var name = Encoding.ASCII.GetString(tag.Slice(isEnd ? 2 : 1, Math.Max(0, nameLength)));
        if (name is "td" or "th")
        {
            gap = gap == 0 ? (byte)' ' : gap;
        }
        else if (!Inline.Contains(name))
        {
            gap = (byte)'\n';
        }

        if (name == "a" && !isEnd && (tag.IndexOf("class=\"anchor\""u8) >= 0 || tag.IndexOf("role=\"doc-noteref\""u8) >= 0 || tag.IndexOf("role=\"doc-backlink\""u8) >= 0))
        {
            var close = markup[end..].IndexOf("</a>"u8);
            return close < 0 ? markup.Length : end + close + "</a>".Length;
        }

        return end;
    }

    // A value in quotation marks may hold ">".
    private static int EndOfTag(ReadOnlySpan<byte> markup, int i)
    {
        if (markup[i..].StartsWith("<!--"u8))
        {
            var close = markup[i..].IndexOf("-->"u8);
            return close < 0 ? markup.Length : i + close + 3;
        }

        while (i < markup.Length)
        {
            var step = markup[i..].IndexOfAny((byte)'>', (byte)'"');
            if (step < 0)
            {
                return markup.Length;
            }

            i += step + 1;
            if (markup[i - 1] == '>')
            {
                return i;
            }

            var quote = markup[i..].IndexOf((byte)'"');
            i = quote < 0 ? markup.Length : i + quote + 1;
        }

        return markup.Length;
    }
}

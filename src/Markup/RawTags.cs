namespace PolicyArchive.Markup;

/// <summary>A tag as a writer wrote it.</summary>
/// <param name="Name">In lower case; <c>!</c> for a declaration or an instruction.</param>
/// <param name="Start">Where it stands in the rendered text.</param>
/// <param name="Offset">Where it stands in the source.</param>
internal readonly record struct RawTag(string Name, bool IsEnd, bool ClosesItself, int Start, int Offset);

/// <summary>The tags of raw HTML one by one (HTML, 13.2.5), those in comments and attributes left out.</summary>
internal static class RawTags
{
    public static IEnumerable<RawTag> In(RawTrace trace)
    {
        var html = trace.Html;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length; at = at + 1 < html.Length ? html.IndexOf('<', at + 1) : -1)
        {
            if (trace.OffsetOf(at) is var offset && offset < 0)
            {
                continue;
            }

            var isEnd = html[at + 1] == '/';
            var name = isEnd ? at + 2 : at + 1;
            if (html.AsSpan(at).StartsWith("<!--"))
            {
                at = EndOfComment(html, at);
            }
            else if (name < html.Length && char.IsAsciiLetter(html[name]))
            {
                var end = EndOfName(html, name);
                var close = EndOfTag(html, end);
                yield return new RawTag(html[name..end].ToLowerInvariant(), isEnd, html[close - 1] == '/', at, offset);
                at = close;
            }
            else if (html[at + 1] is '!' or '?' or '/')
            {
                yield return new RawTag("!", false, true, at, offset);
                at = html.IndexOf('>', at) is var close and >= 0 ? close : html.Length - 1;
            }
        }
    }

    private static int EndOfComment(string html, int at)
    {
        var text = html.AsSpan(at + 4);
        if (text.StartsWith(">") || text.StartsWith("->"))
        {
            return at + 4;
        }

        var (plain, odd) = (text.IndexOf("-->"), text.IndexOf("--!>"));
        var end = plain < 0 ? odd : odd < 0 ? plain : Math.Min(plain, odd);
        return end < 0 ? html.Length - 1 : at + 4 + end + 2;
    }

    private static int EndOfName(string html, int at)
    {
        while (at < html.Length && html[at] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            at++;
        }

        return at;
    }

    // The closing bracket; one in a quoted value is none.
    private static int EndOfTag(string html, int at)
    {
        for (; at < html.Length && html[at] != '>'; at++)
        {
            if (html[at] != '=')
            {
                continue;
            }

            do
            {
                at++;
            }
            while (at < html.Length && char.IsWhiteSpace(html[at]));
            if (at < html.Length && html[at] is '"' or '\'')
            {
                at = html.IndexOf(html[at], at + 1) is var end and >= 0 ? end : html.Length - 1;
                continue;
            }

            while (at < html.Length && html[at] != '>' && !char.IsWhiteSpace(html[at]))
            {
                at++;
            }

            at--;
        }

        return Math.Min(at, html.Length - 1);
    }
}

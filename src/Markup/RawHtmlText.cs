namespace PolicyArchive.Markup;

/// <summary>What can be told of raw HTML without parsing it.</summary>
internal static class RawHtmlText
{
    /// <summary>One comment and nothing else. Browsers end a comment at <c>&lt;!--&gt;</c> too, which is therefore none here.</summary>
    public static bool IsComment(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return IsCommentStart(trimmed) && trimmed[4..].IndexOf("-->") == trimmed.Length - 7;
    }

    public static bool IsOpenComment(string text)
    {
        var trimmed = text.AsSpan().Trim();
        return IsCommentStart(trimmed) && !trimmed[4..].Contains("-->", StringComparison.Ordinal);
    }

    /// <summary>A line break, which is safe as it stands and the commonest tag in Markdown.</summary>
    public static bool IsBreak(string tag) => tag is "<br>" or "<br/>" or "<br />" or "<BR>" or "<wbr>";

    public static void Count(string text, WordCount words)
    {
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            var open = rest.IndexOf('<');
            words.Add(open < 0 ? rest : rest[..open]);
            words.Break();
            var close = open < 0 ? -1 : rest[open..].IndexOf('>');
            rest = close < 0 ? [] : rest[(open + close + 1)..];
        }
    }

    private static bool IsCommentStart(ReadOnlySpan<char> text) =>
        text.StartsWith("<!--", StringComparison.Ordinal) && text.Length >= 7 && text[4] != '>' && !text[4..].StartsWith("->", StringComparison.Ordinal);
}

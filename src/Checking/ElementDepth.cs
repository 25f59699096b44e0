namespace PolicyArchive.Checking;

/// <summary>
/// How deep the elements of a page stand in each other, near enough: known before a tree of them is built, since
/// building one of a hundred thousand open elements takes time by the square.
/// </summary>
internal static class ElementDepth
{
    /// <summary>What browsers build; Chromium stops at 512.</summary>
    public const int Deepest = 500;

    // Those that end themselves, or the next of their kind ends (HTML, 13.1.2.4).
    private static readonly HashSet<string> NotCounted = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "path", "use", "circle", "rect", "line",
    };

    public static int Of(ReadOnlySpan<byte> html)
    {
        var notCounted = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> name = stackalloc char[16];
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf((byte)'<'); at >= 0 && at + 1 < html.Length;)
        {
            var rest = html[(at + 1)..];
            var isEnd = rest[0] == '/';
            rest = isEnd ? rest[1..] : rest;
            var length = 0;
            while (length < rest.Length && length < name.Length && char.IsAsciiLetterOrDigit((char)rest[length]))
            {
                name[length] = (char)rest[length];
                length++;
            }

            if (length > 0 && !notCounted.Contains(name[..length]))
            {
                depth = Math.Max(0, depth + (isEnd ? -1 : 1));
                deepest = Math.Max(deepest, depth);
            }

            var next = rest.IndexOf((byte)'<');
            at = next < 0 ? -1 : html.Length - rest.Length + next;
        }

        return deepest;
    }
}

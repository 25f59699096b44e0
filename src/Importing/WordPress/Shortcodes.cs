using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.WordPress;

/// <summary>WordPress's signs in square brackets. What is not surely one, such as <c>[sic]</c>, is text.</summary>
internal static partial class Shortcodes
{
    [GeneratedRegex("""\[(?:wp_)?caption\b[^\]]*\](?<inner>.*?)\[/(?:wp_)?caption\]""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Caption { get; }

    [GeneratedRegex("""^(?<picture>\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(?<text>.*)$""", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Pictured { get; }

    [GeneratedRegex("""caption\s*=\s*["'](?<text>[^"']*)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex CaptionText { get; }

    [GeneratedRegex("""\[embed\b[^\]]*\]\s*(?<url>https?://[^\s\[\]]+)\s*\[/embed\]""", RegexOptions.IgnoreCase)]
    private static partial Regex Embed { get; }

    [GeneratedRegex("""(?<!\[)\[(?<close>/)?(?<name>[a-zA-Z][a-zA-Z0-9_-]{1,40})(?<rest>(?:\s+[^\[\]<>]*)?)/?\](?!\])""")]
    private static partial Regex Sign { get; }

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "gallery", "audio", "video", "playlist", "embed", "caption", "wp_caption", "contact-form", "contact-form-7", "toc", "youtube", "vimeo", "tweet", "button", "row", "column", "accordion", "tabs", "tab", "footnote", "ref", "sc_name", "googlemaps", "slideshow", "archives", "recent_posts" };

    /// <param name="codes">Those that would have been run, as they stand.</param>
    public static string Replace(string html, out List<string> codes)
    {
        if (!html.Contains('[', StringComparison.Ordinal))
        {
            codes = [];
            return html;
        }

        var found = new List<string>();
        var text = Caption.Replace(html, match =>
        {
            var inner = Pictured.Match(match.Groups["inner"].Value);
            var words = inner.Success ? inner.Groups["text"].Value.Trim() : "";
            words = words.Length > 0 ? words : CaptionText.Match(match.Value) is { Success: true } said ? said.Groups["text"].Value : "";
            return $"<figure>{(inner.Success ? inner.Groups["picture"].Value : match.Groups["inner"].Value)}<figcaption>{words}</figcaption></figure>";
        });
        text = Embed.Replace(text, match => $"""<a href="{match.Groups["url"].Value}">{match.Groups["url"].Value}</a>""");
        var closed = Sign.Matches(text).Where(m => m.Groups["close"].Success).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        text = Sign.Replace(text, match =>
        {
            var name = match.Groups["name"].Value;
            if (!Known.Contains(name) && !closed.Contains(name) && !match.Groups["rest"].Value.Contains('=', StringComparison.Ordinal))
            {
                return match.Value;
            }

            if (!match.Groups["close"].Success)
            {
                found.Add(match.Value.Length > 160 ? match.Value[..160] + "…" : match.Value);
            }

            return "";
        });
        codes = found;

        // [[name]] is how a sign is written that is not to be run.
        return text.Replace("[[", "[", StringComparison.Ordinal).Replace("]]", "]", StringComparison.Ordinal);
    }
}

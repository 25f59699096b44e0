using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>Statiq's shortcodes.</summary>
internal static partial class StatiqSigns
{
    [GeneratedRegex("""<\?(?<kind>[#!*])\s*(?<close>/)?\s*(?<name>[\p{L}\p{N}_.-]*)(?<rest>(?>"[^"\n]{0,500}"|(?!\?>|<\?).){0,1000}?)(?<single>/)?\s*\?>""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sign { get; }

    public static void Convert(Conversion body) => body.Each(Sign, match => Convert(body, match));

    private static int Convert(Conversion body, Match match)
    {
        var (from, to) = (match.Index, match.Index + match.Length);
        var (name, arguments) = (match.Groups["name"].Value, SignArguments.Of(match.Groups["rest"].Value));
        var end = match.Groups["single"].Success || match.Groups["close"].Success ? null : Closing(body, to, name);
        var inner = end is null ? "" : body.Source[to..end.Index];
        var after = end is null ? to : end.Index + end.Length;
        if (match.Groups["close"].Success)
        {
            body.Keep(from, to, "the shortcode", isSaid: false);
            return to;
        }

        var shown = name.ToLowerInvariant() switch
        {
            "raw" => inner,
            "highlight" => Shown.Code((arguments["language"] ?? arguments[0] ?? "").Replace("language-", "", StringComparison.Ordinal), inner),
            "figure" or "image" when (arguments["src"] ?? arguments[0]) is { } source => Shown.Picture(source, arguments["alt"] ?? arguments["title"], inner.Trim() is { Length: > 0 } caption && !caption.Contains('\n', StringComparison.Ordinal) ? caption : arguments["title"], arguments["link"]),
            "link" when arguments[0] is { } target => body.Index.Reference(target, body.Text),
            "meta" when arguments[0] is { } key && body.Text.Head.Text(key) is { } value => Escapes.Text(value),
            "youtube" or "vimeo" or "gist" or "twitter" or "embed" when Shown.Framed(name, arguments) is { } address => Shown.Frame(address),
            _ => null,
        };
        if (shown is null)
        {
            body.Keep(from, to, "the shortcode");
            return to;
        }

        return body.Replace(from, after, shown);
    }

    private static Match? Closing(Conversion body, int from, string name) =>
        body.EndOf(Sign, from, name, match => match.Groups["close"].Success && match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase));
}

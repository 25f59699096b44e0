using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>Hugo's shortcodes. Those of its own are known; a site's own are kept and said.</summary>
internal static partial class HugoSigns
{
    [GeneratedRegex("""\{\{(?<kind>[<%])(?<quoted>/\*)?\s*(?<close>/)?\s*(?<name>[\p{L}\p{N}_./-]*)(?<rest>(?>"(?:\\.|[^"\\]){0,500}"|`[^`]{0,500}`|(?!(?:\*/)?[%>]\}\}|\{\{[<%]).){0,2000})(?:\*/)?[%>]\}\}""", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sign { get; }

    public static void Convert(Conversion body) => body.Each(Sign, match => Convert(body, match));

    // Where the text goes on.
    private static int Convert(Conversion body, Match match)
    {
        var (from, to) = (match.Index, match.Index + match.Length);
        if (match.Groups["quoted"].Success)
        {
            var literal = match.Value.Replace("/*", "", StringComparison.Ordinal).Replace("*/", "", StringComparison.Ordinal);
            return body.Replace(from, to, body.IsInCode ? literal : Escapes.Text(literal));
        }

        var (name, rest) = (match.Groups["name"].Value, match.Groups["rest"].Value.TrimEnd().TrimEnd('/'));
        if (match.Groups["close"].Success)
        {
            body.Keep(from, to, "the shortcode", isSaid: false);
            return to;
        }

        var arguments = SignArguments.Of(rest);
        if (name == "highlight" && Closing(body, to, name) is { Success: true } end)
        {
            return body.Replace(from, end.Index + end.Length, Shown.Code(arguments[0] ?? "", body.Source[to..end.Index]));
        }

        if (Replacement(body, name, arguments) is { } shown)
        {
            return body.Replace(from, to, shown);
        }

        body.Keep(from, to, "the shortcode");
        return to;
    }

    private static string? Replacement(Conversion body, string name, SignArguments arguments) => name switch
    {
        "figure" when (arguments["src"] ?? arguments[0]) is { } source => Shown.Picture(source, arguments["alt"], Caption(arguments), arguments["link"]),
        "ref" or "relref" when (arguments["path"] ?? arguments[0]) is { } target => body.Index.Reference(target, body.Text),
        "param" when arguments[0] is { } key && body.Text.Head.Text(key) is { } value => Escapes.Text(value),
        _ => Shown.Framed(name, arguments) is { } address ? Shown.Frame(address) : null,
    };

    private static string? Caption(SignArguments arguments)
    {
        var caption = string.Join(". ", ((string?[])[arguments["title"]?.TrimEnd('.'), arguments["caption"]]).OfType<string>());
        return arguments["attr"] is { } credit ? caption.Length == 0 ? credit : $"{caption} ({credit})" : caption.Length == 0 ? null : caption;
    }

    private static Match? Closing(Conversion body, int from, string name) =>
        body.EndOf(Sign, from, name, match => match.Groups["close"].Success && match.Groups["name"].Value == name);
}

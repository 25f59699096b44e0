using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>Liquid and Nunjucks in a body, as Jekyll and Eleventy run them; and kramdown's braces.</summary>
/// <param name="isJekyll">Jekyll's Markdown has attribute lists in braces; Eleventy's templates have comments in them.</param>
internal sealed partial class LiquidSigns(bool isJekyll)
{
    [GeneratedRegex("""\{%-?\s*(?<tag>[\p{L}\p{N}_/-]*)(?<rest>(?>"[^"\n]{0,500}"|'[^'\n]{0,500}'|(?!-?%\}|\{[{%]).){0,1000}?)-?%\}|\{\{-?(?<output>(?>"[^"\n]{0,500}"|'[^'\n]{0,500}'|(?!-?\}\}|\{[{%]).){0,1000}?)-?\}\}|\{#(?<comment>(?![A-Za-z][\w-]*\})(?:(?!\{#).){0,1000}?)#\}|(?:^[ \t]*(?:[*+-]|1\.)[ \t]+[^\n]*\n)?^[ \t]*\{:\s*toc\b[^}\n]*\}[ \t]*$|\{:(?<attributes>[^{}\n]{0,300})\}""", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Sign { get; }

    [GeneratedRegex("""^\s*(?:"(?<text>[^"]*)"|'(?<text>[^']*)'|(?<name>[\w.-]+))\s*(?<filters>(?:\|.*)?)$""", RegexOptions.Singleline)]
    private static partial Regex Output { get; }

    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "relative_url", "absolute_url", "url", "safe", "escape", "xml_escape", "strip", "htmlBaseUrl" };

    public void Convert(Conversion body) => body.Each(Sign, match => Convert(body, match));

    private int Convert(Conversion body, Match match)
    {
        var (from, to) = (match.Index, match.Index + match.Length);
        if (match.Groups["output"] is { Success: true } output)
        {
            if (OutputOf(body, output.Value) is { } shown)
            {
                return body.Replace(from, to, shown);
            }

            body.Keep(from, to, "the value");
            return to;
        }

        if (match.Groups["tag"] is { Success: true } tag)
        {
            return ConvertTag(body, from, to, tag.Value, match.Groups["rest"].Value.Trim());
        }

        if (isJekyll ? match.Groups["comment"].Success || body.IsInCode : !match.Groups["comment"].Success)
        {
            body.Copy(from, to);
            return to;
        }

        // Places for a list of contents, attributes and comments: readers did not see them.
        return body.Replace(from, to, "");
    }

    private static int ConvertTag(Conversion body, int from, int to, string name, string rest)
    {
        if (name is "raw" or "verbatim" or "comment" or "highlight" && EndOf(body, to, "end" + name) is { } end)
        {
            var inner = body.Source[to..end.Index];
            var after = end.Index + end.Length;
            return body.Replace(from, after, name switch { "comment" => "", "highlight" => Shown.Code(rest.Split(' ')[0].Trim('"', '\''), inner), _ => inner });
        }

        var arguments = SignArguments.Of(rest);
        var shown = name switch
        {
            "link" => body.Index.OfPath(rest.Trim('"', '\'')),
            "post_url" => body.Index.OfPost(rest.Trim('"', '\'')),
            "image" when arguments is { Count: >= 2 } && arguments[0] is { } source && arguments[1] is { } alt && body.Index.HasPicture(body.Text, source) => Shown.Picture(source, alt, null, null),
            _ => Shown.Framed(name, arguments) is { } address ? Shown.Frame(address) : null,
        };
        if (shown is not null)
        {
            return body.Replace(from, to, shown);
        }

        body.Keep(from, to, "the tag", isSaid: !name.StartsWith("end", StringComparison.Ordinal) && name is not ("else" or "elsif" or "elseif" or "elif" or "when"));
        return to;
    }

    private static Match? EndOf(Conversion body, int from, string name) =>
        body.EndOf(Sign, from, name, match => match.Groups["tag"].Value == name);

    // A text or a value that is known, through filters that do not change what it says.
    private static string? OutputOf(Conversion body, string expression)
    {
        if (Output.Match(expression) is not { Success: true } match)
        {
            return null;
        }

        var isText = match.Groups["text"].Success;
        var value = isText ? match.Groups["text"].Value : body.Index.Value(match.Groups["name"].Value, body.Text) is { } known ? known : null;
        foreach (var filter in match.Groups["filters"].Value.Split('|').Select(f => f.Trim()).Where(f => f.Length > 0))
        {
            var (name, argument) = filter.Split(':', 2) is [var before, var behind] ? (before.Trim(), behind.Trim()) : (filter, "");
            value = name switch
            {
                _ when Passing.Contains(name) => value,
                "prepend" when argument is "site.baseurl" or "site.url" or "baseurl" => value,
                "append" when argument is ['"' or '\'', .. var text, '"' or '\''] => value + text,
                "prepend" when argument is ['"' or '\'', .. var text, '"' or '\''] => text + value,
                _ => null,
            };
        }

        return value is null ? null : isText || value.StartsWith('/') || value.Length == 0 ? value : Escapes.Text(value);
    }
}

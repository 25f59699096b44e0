using System.Text.RegularExpressions;

namespace PolicyArchive.Reading;

/// <summary>
/// The slip of the pen behind a fault of YAML. The parser complains where it cannot go on, which is often a line after
/// the slip, and in the words of its grammar.
/// </summary>
/// <param name="Offset">Where it stands in the text.</param>
internal sealed partial record YamlSlip(int Offset, string What, string Cure)
{
    private const int LongestKey = 1024;
    private const string OneColumn = "begin keys of one level in one column";

    [GeneratedRegex(@"^ *(?:- +)?(?<key>[A-Za-z][A-Za-z0-9_-]*):(?<value>[^ \t/].*|/[^/].*)$")]
    private static partial Regex NoSpaceBehindColon { get; }

    [GeneratedRegex(@"^ *(?:- +)?(?<key>[A-Za-z][A-Za-z0-9_-]*) *(?<sign>[=\uFF1A\uFE55\uA789]) *(?<value>.*)$")]
    private static partial Regex OtherSign { get; }

    [GeneratedRegex("^(?:name|affiliation|orcid|url|date|text|file|title|alt|credit):[^ /]")]
    private static partial Regex Record { get; }

    [GeneratedRegex(@"^ *-[^ \t-]")]
    private static partial Regex NoSpaceBehindHyphen { get; }

    [GeneratedRegex("^%", RegexOptions.Multiline)]
    private static partial Regex Order { get; }

    [GeneratedRegex(@"^ *(?:- +)?[^ \t#:""'-][^:]*:(?:[ \t]|$)")]
    private static partial Regex KeyAndValue { get; }

    private readonly record struct Line(int Start, string Text)
    {
        public int Indent => Text.Length - Text.TrimStart(' ').Length;
    }

    /// <param name="message">What the parser said.</param>
    /// <param name="offset">Where.</param>
    public static YamlSlip? Behind(string message, string yaml, int offset)
    {
        var line = LineAt(yaml, offset);
        if (message.Contains("mapping values", StringComparison.OrdinalIgnoreCase) || message.Contains("invalid mapping", StringComparison.OrdinalIgnoreCase))
        {
            return InLine(line) ?? (Above(yaml, line) is { } above ? InLine(above) ?? TooDeep(above, line) : null);
        }

        if (message.Contains("<document start>", StringComparison.Ordinal) && Order.Match(yaml) is { Success: true } order)
        {
            return new YamlSlip(order.Index, "a line that begins with `%` is an order to a YAML parser, and none is followed", "remove it");
        }

        if (message.Contains("<document end>", StringComparison.Ordinal))
        {
            return InLine(line) ?? (KeyAndValue.IsMatch(line.Text) ? new YamlSlip(line.Start + line.Indent, "this line is indented less than the first key", OneColumn) : null);
        }

        return message.Contains("block mapping", StringComparison.Ordinal) || message.Contains("block collection", StringComparison.Ordinal) || message.Contains("simple key", StringComparison.Ordinal) || message.Contains("expected ':'", StringComparison.Ordinal)
            ? InLine(line) ?? BehindAnEnd(line, offset) ?? NoKey(line, offset)
            : null;
    }

    /// <summary>What is wrong with the first line of a text that should be keys and values and is not.</summary>
    public static YamlSlip? InFirstLine(string yaml, int offset) => InLine(LineAt(yaml, offset));

    /// <summary>A text that is the first key and value of an author, a correction or a file, but for the space between them.</summary>
    public static YamlSlip? OfRecord(string item) => Record.IsMatch(item) ? InLine(new Line(0, item)) : null;

    private static YamlSlip? InLine(Line line)
    {
        if (line.Text.Length > LongestKey)
        {
            return null;
        }

        if (NoSpaceBehindColon.Match(line.Text) is { Success: true } close)
        {
            var (key, value) = (close.Groups["key"].Value, close.Groups["value"]);
            return char.IsWhiteSpace(value.Value[0])
                ? new YamlSlip(line.Start + value.Index, $"what stands behind the colon of `{key}` only looks like a space (U+{(int)value.Value[0]:X4})", "write a plain space")
                : new YamlSlip(line.Start + value.Index, $"a space is missing behind the colon of `{key}`", $"write `{key}: {Brief(value.Value)}`");
        }

        if (OtherSign.Match(line.Text) is { Success: true } other)
        {
            var (key, sign) = (other.Groups["key"].Value, other.Groups["sign"]);
            return new YamlSlip(line.Start + sign.Index, $"`{sign.Value}` stands where a colon and a space belong", $"write `{key}: {Brief(other.Groups["value"].Value)}`");
        }

        return NoSpaceBehindHyphen.IsMatch(line.Text)
            ? new YamlSlip(line.Start + line.Indent + 1, "a space is missing behind the hyphen", "begin each item of the list with a hyphen and a space")
            : null;
    }

    private static YamlSlip? TooDeep(Line above, Line line) =>
        line.Indent > above.Indent && KeyAndValue.IsMatch(line.Text)
            ? new YamlSlip(line.Start + line.Indent, "this line is indented more than the one above it, and so would be a part of its value", OneColumn)
            : null;

    private static YamlSlip? BehindAnEnd(Line line, int offset) => line.Text[..Math.Clamp(offset - line.Start, 0, line.Text.Length)].TrimEnd() switch
    {
        [.., '"' or '\''] => new YamlSlip(offset, "more text follows the quotation mark that ends this value", "put the whole value into quotation marks of the other kind; inside single ones, write a quotation mark twice"),
        [.., ']' or '}'] => new YamlSlip(offset, "more text follows the bracket that ends this value", "put quotation marks round a text that begins with a bracket"),
        _ => null,
    };

    private static YamlSlip? NoKey(Line line, int offset)
    {
        if (offset > line.Start + line.Indent || line.Text.TrimStart(' ') is not { Length: > 0 } text || text[0] is '-')
        {
            return null;
        }

        return !KeyAndValue.IsMatch(text)
                ? new YamlSlip(line.Start + line.Indent, "this line is no `key: value`", "put a colon and a space behind the key, indent the line if it goes on with the value above, or end the front matter above it with a line `---`")
            : text.IndexOf(':', StringComparison.Ordinal) > LongestKey ? new YamlSlip(line.Start + line.Indent, $"a key of more than {LongestKey} characters", "shorten it")
            : null;
    }

    private static Line? Above(string yaml, Line line)
    {
        while (line.Start > 0)
        {
            line = LineAt(yaml, line.Start - 1);
            if (line.Text.Trim() is { Length: > 0 } text && text[0] != '#')
            {
                return line;
            }
        }

        return null;
    }

    private static Line LineAt(string yaml, int offset)
    {
        var at = Math.Clamp(offset, 0, yaml.Length);
        at = at > 0 && at < yaml.Length && yaml[at] == '\n' && yaml[at - 1] == '\r' ? at - 1 : at;
        var start = at == 0 ? 0 : yaml.LastIndexOfAny(['\n', '\r'], at - 1) + 1;
        var end = yaml.IndexOfAny(['\n', '\r'], start);
        return new Line(start, end < 0 ? yaml[start..] : yaml[start..end]);
    }

    private static string Brief(string value) => value.Length > 60 ? value[..(char.IsHighSurrogate(value[59]) ? 59 : 60)] + "…" : value;
}

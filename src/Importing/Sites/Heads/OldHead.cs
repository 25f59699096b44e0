using PolicyArchive.Findings;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Heads;

/// <summary>The front matter of another generator's text: YAML between <c>---</c>, TOML between <c>+++</c>, or JSON.</summary>
/// <param name="Map">Null when there is none, or it cannot be read.</param>
/// <param name="BodyStart">Offset of the body in the text.</param>
internal sealed record OldHead(YamlMap? Map, int BodyStart, bool IsPresent)
{
    /// <summary>Null, with findings, when there is a head that cannot be read.</summary>
    public static OldHead? Split(SourceFile file, List<Finding> findings)
    {
        var text = file.Text;
        var line = LineEnd(text, 0);
        var first = text.AsSpan(0, line).TrimEnd();
        if (first.SequenceEqual("+++"))
        {
            return Fenced(file, line, "+++", findings, TomlText.Read);
        }

        if (first.SequenceEqual("---json") || first.SequenceEqual("---toml"))
        {
            return Fenced(file, line, "---", findings, first.EndsWith("toml") ? TomlText.Read : Yaml);
        }

        if (first.StartsWith("---") && first is not "---" && first[3..].Trim() is "js" or "javascript")
        {
            findings.Add(Finding.Error("FILE006", file.Head, "the front matter is a program, and no code is run", "write its values as YAML, between lines of three hyphens"));
            return null;
        }

        if (first.StartsWith("{") && EndOfJson(text) is { } end)
        {
            return Yaml(text[..end], file.At, findings) is { } json ? new OldHead(json, SkipLine(text, end), IsPresent: true) : null;
        }

        var head = FrontMatter.Split(file, findings);
        return head is { IsPresent: true, Head: null } ? null : new OldHead(head.Head, head.BodyStart, head.IsPresent);
    }

    private static YamlMap? Yaml(string text, Func<int, Place> placeAt, List<Finding> findings) => YamlReader.Read(text, YamlReader.FrontMatterLength, placeAt, findings);

    private static OldHead? Fenced(SourceFile file, int start, string fence, List<Finding> findings, Func<string, Func<int, Place>, List<Finding>, YamlMap?> read)
    {
        for (var at = start; at < file.Text.Length; at = LineEnd(file.Text, at))
        {
            if (file.Text.AsSpan(at, LineEnd(file.Text, at) - at).TrimEnd().SequenceEqual(fence))
            {
                return read(file.Text[start..at], offset => file.At(start + offset), findings) is { } map ? new OldHead(map, LineEnd(file.Text, at), IsPresent: true) : null;
            }
        }

        findings.Add(Finding.Error("FILE010", file.Head, "the front matter that begins here never ends", $"close it with a line `{fence}`"));
        return null;
    }

    // The brace that closes the first, past texts in quotation marks; null where the text is no JSON, such as a tag in braces.
    private static int? EndOfJson(string text)
    {
        if (!text.AsSpan(1).TrimStart().StartsWith("\""))
        {
            return null;
        }

        var (depth, isText) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (isText)
            {
                i += text[i] == '\\' ? 1 : 0;
                isText = i < text.Length && text[i] != '"';
                continue;
            }

            isText = text[i] == '"';
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return null;
    }

    private static int SkipLine(string text, int at) => string.IsNullOrWhiteSpace(text[at..LineEnd(text, at)]) ? LineEnd(text, at) : at;

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is var end and >= 0 ? end + 1 : text.Length;
}

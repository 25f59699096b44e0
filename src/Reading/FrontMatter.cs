using System.Text.RegularExpressions;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>The YAML head of a Markdown file, and where its body begins.</summary>
/// <param name="Head">Null when the file has none, or it could not be read.</param>
/// <param name="BodyStart">Offset of the body in the file's text.</param>
internal sealed partial record FrontMatter(YamlMap? Head, int BodyStart, bool IsPresent)
{
    [GeneratedRegex(@"^[A-Za-z][A-Za-z_-]*:(?:[ \t]|$)")]
    private static partial Regex KeyLine { get; }

    // No key of ours or of another generator has so many spaces.
    private const int WordsOfASentence = 3;

    // What people and word processors write for three hyphens.
    [GeneratedRegex(@"^(?:[ \t]+---|-{2}|-{4,}|\u2014|\u2013-?|-\u2013|\+{3}|;{3})[ \t]*$")]
    private static partial Regex NearlyFence { get; }

    public static FrontMatter Split(SourceFile file, List<Finding> findings)
    {
        var text = file.Text;
        var afterOpening = LineEnd(text, 0);
        if (!IsFence(text, 0, afterOpening))
        {
            return WithoutOpening(file, afterOpening);
        }

        if ((Closing(text, afterOpening) ?? Closing(text, afterOpening, "...")) is not { } closing)
        {
            findings.Add(Finding.Error("FILE010", file.Head, $"the front matter that begins here never ends{NearlyClosing(file, afterOpening)}", "close it with a line of three hyphens, `---`, at its very beginning"));
            return new FrontMatter(null, text.Length, IsPresent: true);
        }

        var head = YamlReader.Read(text[afterOpening..closing.Start], YamlReader.FrontMatterLength, offset => file.At(afterOpening + offset), findings);
        if (head?.Entries.FirstOrDefault(e => e.Key.Count(c => c == ' ') >= WordsOfASentence) is { } sentence)
        {
            findings.Add(Finding.Error("FILE010", sentence.KeyPlace, "this is a sentence, and no key: the front matter does not end before it", "end it above with a line of three hyphens, `---`"));
        }

        return new FrontMatter(head, closing.End, IsPresent: true);
    }

    /// <summary>What to say of a brief without a head, judged by what stands in its place.</summary>
    public static Finding Missing(SourceFile file)
    {
        const string Cure = "begin the file with a line `---`, then `title: ` and `published: `, then another line `---`";
        var start = file.Text.AsSpan().TrimStart();
        var first = file.Text.AsSpan().TrimStart().StartsWith("---") && file.Text.StartsWith('-');
        var message = first ? "the first line is not three hyphens alone"
            : start.StartsWith("+++") ? "the front matter is TOML, which is not read"
            : start.StartsWith("{") || start.StartsWith(";;;") ? "the front matter is JSON, which is not read"
            : start.StartsWith("---") ? "the front matter does not begin in the first line"
            : "the brief has no front matter";
        return Finding.Error("BRIEF004", file.Head, message, first ? "make it a line `---`, with nothing else in it" : start.StartsWith("---") ? "remove what stands before the line `---`, which has three hyphens" : Cure);
    }

    // Statiq lets the opening line be left out. A paragraph underlined with hyphens is a heading unless it gives a title.
    private static FrontMatter WithoutOpening(SourceFile file, int firstLineEnd)
    {
        var text = file.Text;
        if (KeyLine.IsMatch(text[..firstLineEnd].TrimEnd()) && Closing(text, firstLineEnd) is { } closing
            && YamlReader.Read(text[..closing.Start], YamlReader.FrontMatterLength, file.At, []) is { } head && head.Entries.Any(e => e.Folded == "title"))
        {
            return new FrontMatter(head, closing.End, IsPresent: true);
        }

        return new FrontMatter(null, 0, IsPresent: false);
    }

    private static string NearlyClosing(SourceFile file, int from)
    {
        for (var start = from; start < file.Text.Length; start = LineEnd(file.Text, start))
        {
            var line = file.Text[start..LineEnd(file.Text, start)].TrimEnd('\r', '\n');
            if (line.Length < 40 && NearlyFence.IsMatch(line))
            {
                return $"; line {file.At(start).Line}, `{line}`, does not end it";
            }
        }

        return "";
    }

    private static (int Start, int End)? Closing(string text, int from, string fence = "---")
    {
        for (var start = from; start < text.Length;)
        {
            var end = LineEnd(text, start);
            if (IsFence(text, start, end, fence))
            {
                return (start, end);
            }

            start = end;
        }

        return null;
    }

    private static bool IsFence(string text, int start, int end, string fence = "---") => text.AsSpan(start, end - start).TrimEnd().SequenceEqual(fence);

    private static int LineEnd(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny('\n', '\r');
        return at < 0 ? text.Length
            : start + at + (text[start + at] == '\r' && start + at + 1 < text.Length && text[start + at + 1] == '\n' ? 2 : 1);
    }
}

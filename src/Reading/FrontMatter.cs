using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>The YAML head of a Markdown file, and where its body begins.</summary>
/// <param name="Head">Null when the file has none, or it could not be read.</param>
/// <param name="BodyStart">Offset of the body in the file's text.</param>
internal sealed record FrontMatter(YamlMap? Head, int BodyStart, bool IsPresent)
{
    public static FrontMatter Split(SourceFile file, List<Finding> findings)
    {
        var text = file.Text;
        var afterOpening = LineEnd(text, 0);
        if (!IsFence(text, 0, afterOpening))
        {
            return new FrontMatter(null, 0, IsPresent: false);
        }

        for (var start = afterOpening; start < text.Length;)
        {
            var next = LineEnd(text, start);
            if (IsFence(text, start, next))
            {
                var head = YamlReader.Read(text[afterOpening..start], offset => file.At(afterOpening + offset), findings);
                return new FrontMatter(head, next, IsPresent: true);
            }

            start = next;
        }

        findings.Add(Finding.Error("FILE010", file.Head, "the front matter that begins here never ends", "close it with a line of three hyphens, `---`"));
        return new FrontMatter(null, text.Length, IsPresent: true);
    }

    private static bool IsFence(string text, int start, int end) => text.AsSpan(start, end - start).TrimEnd().SequenceEqual("---");

    private static int LineEnd(string text, int start)
    {
        var at = text.AsSpan(start).IndexOfAny('\n', '\r');
        return at < 0 ? text.Length
            : start + at + (text[start + at] == '\r' && start + at + 1 < text.Length && text[start + at + 1] == '\n' ? 2 : 1);
    }
}

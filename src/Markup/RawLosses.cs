using System.Globalization;
using AngleSharp.Dom;

namespace PolicyArchive.Markup;

/// <summary>
/// What raw HTML loses on its way into a page, each at its place: an element that goes with its text every time, one that
/// leaves its text, or an attribute, at the first.
/// </summary>
internal sealed class RawLosses(Galley galley, RawTrace trace)
{
    // Past these, the rest of a text is counted.
    private const int MostNamed = 100;

    private readonly Dictionary<string, (int Offset, int Count)> _found = new(StringComparer.Ordinal);
    private readonly HashSet<int> _parsed = [];

    /// <summary>What the parser made of the text, to tell what it passed over.</summary>
    public void Parsed(IDocument document)
    {
        foreach (var element in document.All)
        {
            _parsed.Add(PositionOf(element));
        }
    }

    /// <summary>Where the element's tag stands in the source; -1 for one that no writer wrote.</summary>
    public int OffsetOf(IElement element) => trace.OffsetOf(PositionOf(element));

    /// <summary>Where a part of the element's tag stands in the source.</summary>
    public int OffsetIn(IElement element, string part)
    {
        var offset = Math.Max(0, OffsetOf(element));
        var tag = galley.Markdown.AsSpan(offset);
        tag = tag[..Math.Min(tag.Length, 4_000)];
        var at = tag.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return part.Length > 0 && at > 0 ? offset + at : offset;
    }

    /// <summary>An element of which the text stays.</summary>
    public void Element(IElement element)
    {
        if (OffsetOf(element) is var offset and >= 0)
        {
            Add($"`<{element.LocalName}>` may not be published, and was left out; its text stays", offset, isEach: false);
        }
    }

    public void Attribute(IElement element, string name) => Add($"the attribute `{name}` may not be published, and was left out", OffsetIn(element, name), isEach: false);

    /// <summary>Says it all, with what goes whole and what the parser passed over.</summary>
    /// <param name="isCutShort">Whether the end of the text was lost.</param>
    public void Report(bool isCutShort)
    {
        var tags = RawTags.In(trace).ToArray();
        var ends = tags.Index().Where(t => t.Item.IsEnd).ToLookup(t => t.Item.Name, t => t.Index);
        RawTag? unclosed = null;
        for (var i = 0; i < tags.Length && unclosed is null; i++)
        {
            var tag = tags[i];
            if (tag.Name == "!")
            {
                Add("an instruction or declaration is not read, and was left out", tag.Offset, isEach: false);
            }
            else if (!tag.IsEnd && RawHtmlAllowList.DroppedWhole.Contains(tag.Name))
            {
                var end = HasContent(tag) ? ends[tag.Name].FirstOrDefault(at => at > i) : i;
                unclosed = end == 0 && HasContent(tag) ? tag : null;
                Add($"`<{tag.Name}>` may not be published, and was left out with what is in it", tag.Offset, isEach: true);
                i = end;
            }
            else if (tag.IsEnd && RawHtmlAllowList.DroppedWhole.Contains(tag.Name))
            {
                Add($"`</{tag.Name}>` closes nothing, and was left out", tag.Offset, isEach: false);
            }
            else if (!tag.IsEnd && !_parsed.Contains(tag.Start))
            {
                Add($"`<{tag.Name}>` has no place here, and was left out", tag.Offset, isEach: false);
            }
        }

        unclosed ??= isCutShort && tags.Length > 0 ? tags[^1] : null;
        if (unclosed is { } open)
        {
            galley.Error("TEXT010", open.Offset, $"`<{open.Name}>` is never closed, so the text after it would be lost", $"close it with `</{open.Name}>`; to show it as text, write it between backticks");
        }

        foreach (var (message, (offset, count)) in _found.Where(f => f.Value.Offset != unclosed?.Offset))
        {
            galley.Warn("TEXT007", offset, message.Split('\n')[0] + (count > 1 ? string.Create(CultureInfo.InvariantCulture, $" (and {count - 1} more)") : ""), "write Markdown instead");
        }
    }

    private static bool HasContent(RawTag tag) => !RawHtmlAllowList.Void.Contains(tag.Name) && !(tag.ClosesItself && tag.Name is "svg" or "math");

    // Of elements that go with their text each is a finding of its own.
    private void Add(string message, int offset, bool isEach)
    {
        var key = isEach && _found.Count < MostNamed ? string.Create(CultureInfo.InvariantCulture, $"{message}\n{offset}") : message;
        _found[key] = _found.TryGetValue(key, out var before) ? (before.Offset, before.Count + 1) : (offset, 1);
    }

    private static int PositionOf(IElement element) => element.SourceReference?.Position is { } position ? position.Position - 1 - Sanitising.Head.Length : -1;
}

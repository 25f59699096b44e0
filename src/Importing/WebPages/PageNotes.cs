using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.WebPages;

/// <summary>Notes of a page: a small link to an element that links back to it.</summary>
internal sealed partial class PageNotes
{
    private readonly Dictionary<IElement, int> _marks = [];
    private readonly List<IElement> _texts = [];
    private readonly HashSet<IElement> _own = [];

    [GeneratedRegex(@"^[\[(]?(?:[0-9]{1,3}|[ivxlc]{1,6}|[a-z*†‡§]{1,2})[\])]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Label { get; }

    [GeneratedRegex(@"^(?:\s*[\[(]?(?:[0-9]{1,3}|[*†‡§]{1,2})[\]).:]?\s+|\s*\[[0-9]{1,3}\]\s*)")]
    private static partial Regex Number { get; }

    public static PageNotes Of(IElement root)
    {
        var notes = new PageNotes();
        var byId = new Dictionary<string, IElement>(StringComparer.Ordinal);
        foreach (var element in root.GetDescendants().OfType<IElement>())
        {
            if (NameOf(element) is { } id)
            {
                byId.TryAdd(id, element);
            }
        }

        foreach (var link in root.QuerySelectorAll("a[href^='#']"))
        {
            var text = link.TextContent.Trim();
            if (!Label.IsMatch(text) || !byId.TryGetValue(link.GetAttribute("href")![1..], out var target) || TextOf(target, link) is not { } block || block.Contains(link) || notes._own.Any(n => n.Contains(link)))
            {
                continue;
            }

            var mark = link.ParentElement is { LocalName: "sup" } raised && raised.TextContent.Trim() == text ? raised : link;
            var number = notes._texts.IndexOf(block);
            if (number < 0)
            {
                notes._texts.Add(block);
                notes._own.Add(block);
                number = notes._texts.Count - 1;
            }

            notes._marks[mark] = number + 1;
        }

        return notes;
    }

    public int? MarkOf(IElement element) => _marks.TryGetValue(element, out var number) ? number : null;

    /// <summary>Whether an element is the text of a note, or a list of nothing else.</summary>
    public bool IsText(IElement element) =>
        _own.Contains(element) || (_own.Count > 0 && element.LocalName is "ol" or "ul" or "section" or "div" && element.Children.Length > 0 && element.Children.Any(IsText) && element.Children.All(c => IsText(c) || c.LocalName is "hr" or "br" or "h2" or "h3" or "h4"));

    /// <summary>The texts, in the order of their first marks.</summary>
    public ImmutableArray<ImmutableArray<Part>> Texts(PageInlines inlines) => [.. _texts.Select(text => ImmutableArray.Create<Part>(new Part.Paragraph(WithoutSigns(text, inlines))))];

    // The element itself, or the paragraph or item in which its anchor stands; it must lead back.
    private static IElement? TextOf(IElement target, IElement mark)
    {
        var block = target.LocalName is "li" or "p" or "div" or "dd" or "td" or "aside" ? target : target.Closest("li, p, dd, div");
        if (block is null || block.TextContent.Length > 8_000)
        {
            return null;
        }

        var own = NameOf(mark) ?? (mark.ParentElement is { } parent ? NameOf(parent) : null);
        var isNamed = NameOf(target) is { } id && (id.StartsWith("fn", StringComparison.OrdinalIgnoreCase) || id.StartsWith("_ftn", StringComparison.OrdinalIgnoreCase) || id.StartsWith("_edn", StringComparison.OrdinalIgnoreCase) || id.Contains("note", StringComparison.OrdinalIgnoreCase));
        var leadsBack = block.QuerySelectorAll("a[href^='#']").Any(a => own is null || a.GetAttribute("href") == "#" + own);
        return isNamed || leadsBack ? block : null;
    }

    // Old pages name their anchors without an id.
    private static string? NameOf(IElement element) =>
        element.Id is { Length: > 0 } id ? id : element.LocalName == "a" && element.GetAttribute("name") is { Length: > 0 } name ? name : null;

    private static ImmutableArray<Inline> WithoutSigns(IElement text, PageInlines inlines)
    {
        var signs = text.QuerySelectorAll("a[href^='#']").Where(a => a.TextContent.Trim() is "↩" or "↩︎" or "↑" or "^" or "⏎" or "" or "Back" or "back" || Label.IsMatch(a.TextContent.Trim())).ToList();
        foreach (var sign in signs)
        {
            (sign.ParentElement is { LocalName: "sup" } raised && raised.TextContent == sign.TextContent ? raised : sign).Remove();
        }

        var result = inlines.Of(text).ToBuilder();
        var first = 0;
        while (first < result.Count && result[first] is Inline.Words { Text: var space } && string.IsNullOrWhiteSpace(space))
        {
            first++;
        }

        if (first < result.Count && result[first] is Inline.Words words)
        {
            result[first] = words with { Text = Number.Replace(words.Text, "") };
        }

        return result.ToImmutable();
    }
}

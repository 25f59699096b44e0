using System.Collections.Immutable;
using AngleSharp.Dom;
using Ganss.Xss;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Findings;

namespace PolicyArchive.Markup;

/// <summary>Raw HTML in Markdown, through one allow-list. Only articles that hold any pass here.</summary>
internal static class RawHtml
{
    private const int DeepestNesting = 200;

    private static readonly string[] Tags =
    [
        "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
        "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby",
        "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "wbr",
    ];

    private static readonly string[] Attributes =
    [
        "alt", "aria-label", "cite", "class", "colspan", "datetime", "decoding", "dir", "height", "href", "id", "lang", "loading", "open", "role", "rowspan",
        "scope", "span", "src", "start", "tabindex", "title", "value", "width",
    ];

    private static readonly string[] Classes = ["align-right", "align-center", "table", "notes"];

    /// <summary>The offset of the first raw HTML that is more than a comment, or -1.</summary>
    public static int FirstIn(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (node is HtmlBlock or HtmlInline)
            {
                return node.Span.Start;
            }
        }

        return -1;
    }

    /// <summary>The markup made safe, its links (those written in HTML too) in order of appearance, and its ids.</summary>
    public static (string Html, ImmutableArray<Link> Links, ImmutableArray<string> Ids) Sanitise(string rendered, ImmutableArray<Link> links, Place place, List<Finding> findings)
    {
        if (Depth(rendered) > DeepestNesting)
        {
            findings.Add(Finding.Error("TEXT006", place, $"HTML elements are nested more than {DeepestNesting} deep", "close them, or write Markdown"));
            return ("", [], []);
        }

        var removed = new SortedSet<string>(StringComparer.Ordinal);
        var sanitizer = new HtmlSanitizer();
        Set(sanitizer.AllowedTags, Tags);
        Set(sanitizer.AllowedAttributes, Attributes);
        Set(sanitizer.AllowedClasses, Classes);
        Set(sanitizer.AllowedSchemes, ["http", "https", "mailto", "tel", "xref"]);
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowDataAttributes = false;
        sanitizer.RemovingTag += (_, e) => removed.Add($"<{e.Tag.LocalName}>");
        sanitizer.RemovingAttribute += (_, e) => removed.Add(e.Attribute.Name);
        sanitizer.RemovingCssClass += (_, e) => removed.Add("class");
        using var document = sanitizer.SanitizeDom(rendered);
        if (removed.Count > 0)
        {
            findings.Add(Finding.Warning("TEXT007", place, $"HTML that may not be published was left out: {string.Join(", ", removed)}", "write Markdown instead"));
        }

        var kept = ImmutableArray.CreateBuilder<Link>();
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            if (element.Id is { Length: > 0 } id)
            {
                ids.Add(id);
            }

            var name = element.LocalName switch { "a" => "href", "img" => "src", _ => null };
            if (name is null || element.GetAttribute(name) is not { } target)
            {
                continue;
            }

            var isOurs = target.Length > 2 && target[0] == Html.SlotStart;
            var link = isOurs ? links[int.Parse(target[1..^1], System.Globalization.CultureInfo.InvariantCulture)] : new Link(name == "src" ? LinkKind.Picture : LinkKind.Page, target, place);
            element.SetAttribute(name, LinkSlots.Mark(kept.Count));
            kept.Add(link);
        }

        var html = document.Body.InnerHtml
            .Replace($" href=\"{Html.SlotStart}", $"{Html.SlotStart}", StringComparison.Ordinal)
            .Replace($" src=\"{Html.SlotStart}", $"{Html.SlotStart}", StringComparison.Ordinal)
            .Replace($"{Html.SlotEnd}\"", $"{Html.SlotEnd}", StringComparison.Ordinal);
        return (html, kept.ToImmutable(), ids.ToImmutable());
    }

    // How deep start tags stand in each other at most, without building a tree of them.
    private static int Depth(string html)
    {
        var (depth, deepest) = (0, 0);
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            depth = html[i + 1] == '/' ? Math.Max(0, depth - 1) : char.IsAsciiLetter(html[i + 1]) && !IsVoid(html, i + 1) ? depth + 1 : depth;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static bool IsVoid(string html, int at) =>
        ((string[])["br", "hr", "img", "col", "wbr", "input"]).Any(tag => string.CompareOrdinal(html, at, tag, 0, tag.Length) == 0 && !char.IsAsciiLetterOrDigit(html.AsSpan(at + tag.Length).IsEmpty ? ' ' : html[at + tag.Length]));

    private static void Set(ISet<string> set, IEnumerable<string> values)
    {
        set.Clear();
        set.UnionWith(values);
    }
}

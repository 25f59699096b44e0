using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WebPages;

/// <summary>The text, links and pictures within a block of a page.</summary>
/// <param name="home">The page's own address, from which its links go on, or null.</param>
/// <param name="notes">The notes of the page.</param>
/// <param name="picture">The file beside the brief for a picture's address, or null.</param>
internal sealed class PageInlines(Uri? home, PageNotes notes, Func<string, string?> picture)
{
    private const int Deepest = 200;

    private readonly List<string> _lost = [];

    /// <summary>Links that lead nowhere outside the page, and pictures that are not there, as the page writes them.</summary>
    public IReadOnlyList<string> Lost => _lost;

    public ImmutableArray<Inline> Of(IElement element) => Of(element.ChildNodes);

    public ImmutableArray<Inline> Of(IEnumerable<INode> nodes)
    {
        var result = ImmutableArray.CreateBuilder<Inline>();
        foreach (var node in nodes)
        {
            Add(node, Styles.None, null, result, 0);
        }

        return result.ToImmutable();
    }

    public bool IsNote(IElement element) => notes.IsText(element);

    /// <summary>A cell is one line: its paragraphs are parted by breaks.</summary>
    public static ImmutableArray<Inline> InCell(PageInlines inlines, IElement cell)
    {
        var result = ImmutableArray.CreateBuilder<Inline>();
        foreach (var node in cell.ChildNodes)
        {
            if (node is IElement { LocalName: "p" or "div" } && result.Count > 0)
            {
                result.Add(new Inline.Break());
            }

            result.AddRange(inlines.Of([node]));
        }

        return result.ToImmutable();
    }

    public static string TextOf(IElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.GetDescendants())
        {
            if (node is IText own && own.ParentElement is { } parent && !PageFrame.IsSilent(parent))
            {
                text.Append(own.Data);
            }
            else if (node is IElement { LocalName: "p" or "div" or "li" or "br" or "h1" or "h2" or "h3" or "h4" or "td" or "th" or "tr" or "section" or "button" or "a" or "span" or "label" or "option" })
            {
                text.Append(' ');
            }
        }

        return TextFold.CollapseSpaces(Texts.Cleaned.Of(text.ToString()).Text);
    }

    /// <summary>Runs between two breaks and more.</summary>
    public static IEnumerable<ImmutableArray<Inline>> SplitAtGaps(ImmutableArray<Inline> inlines)
    {
        var part = ImmutableArray.CreateBuilder<Inline>();
        for (var i = 0; i < inlines.Length; i++)
        {
            var next = i + 1;
            while (next < inlines.Length && inlines[next] is Inline.Words { Text: var text } && string.IsNullOrWhiteSpace(text))
            {
                next++;
            }

            if (inlines[i] is Inline.Break && next < inlines.Length && inlines[next] is Inline.Break)
            {
                yield return part.DrainToImmutable();
                i = next;
            }
            else
            {
                part.Add(inlines[i]);
            }
        }

        yield return part.ToImmutable();
    }

    private void Add(INode node, Styles styles, string? href, ImmutableArray<Inline>.Builder result, int depth)
    {
        switch (node)
        {
            case IText text:
                result.Add(new Inline.Words(Texts.Cleaned.Of(text.Data).Text, styles, href));
                break;
            case IElement element when !PageFrame.IsSilent(element):
                AddElement(element, styles, href, result, depth + 1);
                break;
            default:
                break;
        }
    }

    private void AddElement(IElement element, Styles styles, string? href, ImmutableArray<Inline>.Builder result, int depth)
    {
        if (notes.MarkOf(element) is { } note)
        {
            result.Add(new Inline.NoteMark(note));
            return;
        }

        if (depth > Deepest)
        {
            result.Add(new Inline.Words(TextOf(element), styles, href));
            return;
        }

        switch (element.LocalName)
        {
            case "br":
                result.Add(new Inline.Break());
                return;
            case "img":
                AddPicture(element, result);
                return;
            case "a":
                href ??= Address(element.GetAttribute("href"));
                break;
            case "q":
                result.Add(new Inline.Words("\u201c", styles, href));
                AddChildren(element, styles, href, result, depth);
                result.Add(new Inline.Words("\u201d", styles, href));
                return;
            default:
                styles |= StyleOf(element.LocalName);
                break;
        }

        AddChildren(element, styles, href, result, depth);
    }

    private void AddChildren(IElement element, Styles styles, string? href, ImmutableArray<Inline>.Builder result, int depth)
    {
        foreach (var child in element.ChildNodes)
        {
            Add(child, styles, href, result, depth);
        }
    }

    private static Styles StyleOf(string name) => name switch
    {
        "strong" or "b" => Styles.Strong,
        "em" or "i" or "cite" or "dfn" => Styles.Emphasis,
        "s" or "del" or "strike" => Styles.Struck,
        "sup" => Styles.Raised,
        "sub" => Styles.Lowered,
        "code" or "kbd" or "samp" or "tt" => Styles.Code,
        _ => Styles.None,
    };

    private void AddPicture(IElement element, ImmutableArray<Inline>.Builder result)
    {
        var address = (string?[])[element.GetAttribute("data-src"), element.GetAttribute("data-lazy-src"), element.GetAttribute("src")];
        foreach (var source in ((string?[])[element.GetAttribute("src"), .. address]).OfType<string>().Where(s => !s.StartsWith("data:", StringComparison.OrdinalIgnoreCase) && s.Length > 0))
        {
            if ((picture(source) ?? Address(source)) is { } kept)
            {
                result.Add(new Inline.Picture(kept, TextFold.CollapseSpaces(Texts.Cleaned.Of(element.GetAttribute("alt") ?? "").Text)));
                return;
            }
        }
    }

    private string? Address(string? href)
    {
        // Browsers read over line ends and tabs in an address (WHATWG URL, 4.4).
        var text = href?.Replace("\n", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal).Trim();
        if (string.IsNullOrEmpty(text) || text.StartsWith('#'))
        {
            return null;
        }

        if (Addresses.IsKept(text))
        {
            return text;
        }

        if (text.StartsWith("//", StringComparison.Ordinal) && Addresses.IsKept("https:" + text))
        {
            return "https:" + text;
        }

        if (home is not null && !text.Contains(':', StringComparison.Ordinal) && Uri.TryCreate(home, text, out var whole) && whole.Scheme is "http" or "https")
        {
            // A part of the page itself is no place outside it.
            return whole.GetLeftPart(UriPartial.Query) == home.GetLeftPart(UriPartial.Query) ? null : whole.AbsoluteUri;
        }

        _lost.Add(text.Length > 200 ? text[..200] + "…" : text);
        return null;
    }
}

using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WebPages;

/// <summary>The elements of an article to blocks.</summary>
/// <param name="isWhole">Whether everything is text: an export holds no frame.</param>
internal sealed class PageBlocks(PageLines lines, PageInlines inlines, bool isWhole = false)
{
    // Deeper elements are read as their text: no writer nests a text so deep.
    private const int Deepest = 60;

    private static readonly HashSet<string> Containers = new(StringComparer.Ordinal)
    {
        "div", "section", "article", "main", "header", "body", "center", "figure", "details", "summary", "fieldset", "address", "hgroup", "figcaption", "aside", "footer", "td", "th", "tr", "tbody", "thead", "tfoot", "html", "dialog", "nav", "form",
    };

    private static readonly HashSet<string> BlockNames = [.. Containers, "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "table", "pre", "hr"];

    private readonly List<Dropped> _dropped = [];

    public IReadOnlyList<Dropped> Dropped => _dropped;

    public ImmutableArray<Block> Read(IElement root)
    {
        var blocks = new List<Block>();
        Walk(root, blocks, 0);
        return [.. blocks.Where(b => b.Text.Length > 0 || HasMore(b.Part))];
    }

    private void Walk(IElement container, List<Block> blocks, int depth)
    {
        var loose = new List<INode>();
        foreach (var node in container.ChildNodes)
        {
            if (node is IElement element && (BlockNames.Contains(element.LocalName) || HoldsBlocks(element)))
            {
                Flush(loose, blocks);
                Add(element, blocks, depth + 1);
            }
            else if (node is IElement or IText)
            {
                loose.Add(node);
            }
        }

        Flush(loose, blocks);
    }

    // `a` and `span` round whole paragraphs.
    private static bool HoldsBlocks(IElement element) =>
        !PageFrame.IsSilent(element) && element.Children.Length > 0 && element.LocalName is "a" or "span" or "font" or "ins" or "del" or "b" or "strong" or "em" or "i" or "label" or "button" or "time" or "menu"
        && element.QuerySelector("p, div, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre") is not null;

    private void Add(IElement element, List<Block> blocks, int depth)
    {
        if (PageFrame.IsSilent(element) || inlines.IsNote(element))
        {
            return;
        }

        if (!isWhole && PageFrame.Reason(element) is { } reason)
        {
            Drop(element, reason);
            return;
        }

        if (depth > Deepest)
        {
            blocks.Add(new Block(Part.Plain(PageInlines.TextOf(element)), lines.Of(element)));
            return;
        }

        var line = lines.Of(element);
        switch (element.LocalName)
        {
            case "p":
                AddParagraph(element, blocks, line, depth);
                break;
            case ['h', >= '1' and <= '6'] name:
                blocks.Add(new Block(new Part.Heading(name[1] - '0', inlines.Of(element)), line));
                break;
            case "ul" or "ol" when Items(element, depth) is { Length: > 0 } items:
                blocks.Add(new Block(new Part.List(element.LocalName == "ol" ? Start(element) : null, items), line));
                break;
            case "dl":
                AddTerms(element, blocks, depth);
                break;
            case "figure" when Pictured(element) is { } picture:
                blocks.Add(new Block(new Part.Paragraph([picture]), line));
                break;
            case "blockquote":
                blocks.Add(new Block(new Part.Quote(Parts(element, depth)), line));
                break;
            case "pre":
                blocks.Add(new Block(new Part.Code(element.TextContent.Trim('\n')), line));
                break;
            case "hr":
                blocks.Add(new Block(new Part.Rule(), line));
                break;
            case "table":
                new PageTable(element, inlines).AddTo(blocks, line, () => Parts(element, depth));
                break;
            default:
                Walk(element, blocks, depth);
                break;
        }
    }

    // A picture beside the brief with its caption is one figure.
    private Inline.Picture? Pictured(IElement figure)
    {
        if (figure.QuerySelectorAll("figcaption") is not [var caption] || figure.QuerySelectorAll("img").Length != 1 || caption.QuerySelector("a, p + p, ul, ol, table") is not null)
        {
            return null;
        }

        var inner = inlines.Of(figure.ChildNodes.Where(n => n != caption));
        return inner.Where(i => i is not Inline.Words { Text: var text } || !string.IsNullOrWhiteSpace(text)).ToArray() is [Inline.Picture picture] && !Addresses.IsElsewhere(picture.Source)
            ? picture with { Caption = PageInlines.TextOf(caption) } : null;
    }

    private void AddParagraph(IElement element, List<Block> blocks, int line, int depth)
    {
        if (element.Children.Any(child => BlockNames.Contains(child.LocalName)))
        {
            Walk(element, blocks, depth);
            return;
        }

        // Two breaks are the end of a paragraph in all but name.
        foreach (var part in PageInlines.SplitAtGaps(inlines.Of(element)))
        {
            blocks.Add(new Block(new Part.Paragraph(part), line, IsStandfirst: !isWhole && PageFrame.IsStandfirst(element)));
        }
    }

    private void AddTerms(IElement element, List<Block> blocks, int depth)
    {
        foreach (var child in element.Children)
        {
            if (child.LocalName == "dt")
            {
                blocks.Add(new Block(new Part.Paragraph([.. inlines.Of(child).Select(i => i is Inline.Words words ? words with { Styles = words.Styles | Styles.Strong } : i)]), lines.Of(child)));
            }
            else
            {
                Walk(child, blocks, depth + 1);
            }
        }
    }

    private ImmutableArray<ImmutableArray<Part>> Items(IElement list, int depth)
    {
        var items = new List<ImmutableArray<Part>>();
        foreach (var node in list.ChildNodes)
        {
            if (node is IElement { LocalName: "ul" or "ol" } nested && items.Count > 0)
            {
                // Old editors put a nested list between the items.
                var parts = new List<Block>();
                Add(nested, parts, depth + 1);
                items[^1] = [.. items[^1], .. parts.Select(p => p.Part)];
            }
            else if (node is IElement element && !PageFrame.IsSilent(element) && !inlines.IsNote(element))
            {
                items.Add(depth >= Deepest ? [Part.Plain(PageInlines.TextOf(element))] : Parts(element, depth + 1));
            }
            else if (node is IText text && TextFold.CollapseSpaces(text.Data) is { Length: > 0 } words)
            {
                items.Add([Part.Plain(words)]);
            }
        }

        return [.. items.Where(item => item.Length > 0)];
    }

    private static int Start(IElement list) => int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var start) ? start : 1;

    private ImmutableArray<Part> Parts(IElement element, int depth)
    {
        var inner = new List<Block>();
        if (BlockNames.Contains(element.LocalName) && element.LocalName is not ("li" or "blockquote" or "table" or "dd" or "div" or "section"))
        {
            Add(element, inner, depth + 1);
        }
        else
        {
            Walk(element, inner, depth + 1);
        }

        return [.. inner.Where(b => b.Text.Length > 0 || HasMore(b.Part)).Select(b => b.Part)];
    }

    private void Flush(List<INode> loose, List<Block> blocks)
    {
        if (loose.Count > 0)
        {
            var line = loose.OfType<IElement>().Select(lines.Of).FirstOrDefault(l => l > 0);
            foreach (var part in PageInlines.SplitAtGaps(inlines.Of(loose)))
            {
                blocks.Add(new Block(new Part.Paragraph(part), line));
            }

            loose.Clear();
        }
    }

    private void Drop(IElement element, string why)
    {
        if (PageInlines.TextOf(element) is { Length: > 0 } text)
        {
            _dropped.Add(new Dropped(text, why, lines.Of(element)));
        }
    }

    private static bool HasMore(Part part) => part switch
    {
        Part.Rule => true,
        Part.Paragraph paragraph => paragraph.Inlines.Any(i => i is Inline.Picture or Inline.NoteMark),
        Part.Quote quote => quote.Parts.Any(HasMore),
        Part.List list => list.Items.Any(item => item.Any(HasMore)),
        Part.Table table => table.Rows.Any(row => row.Any(cell => cell.Any(i => i is Inline.Picture))),
        _ => false,
    };
}

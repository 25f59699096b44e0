using AngleSharp.Dom;

namespace PolicyArchive.Importing.WordPress;

/// <summary>
/// Old posts hold no paragraphs: an empty line parts them, and any other line end is a break. WordPress makes markup of that
/// when it shows them.
/// </summary>
internal static class LineBreaks
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "figcaption", "section", "article", "aside", "header", "footer", "form", "address", "details", "summary", "nav", "body", "caption",
    };

    public static void Restore(IElement body)
    {
        foreach (var text in body.GetDescendants().OfType<IText>().Where(t => t.Data.Contains('\n', StringComparison.Ordinal)).ToArray())
        {
            if (text.ParentElement is not { } parent || parent.Closest("pre, code, script, style, textarea") is not null || parent.LocalName is "table" or "thead" or "tbody" or "tfoot" or "tr" or "ul" or "ol" or "dl")
            {
                continue;
            }

            Restore(text, parent);
        }

        WrapParagraphs(body);
    }

    // Notes are told by the paragraphs in which they stand.
    private static void WrapParagraphs(IElement body)
    {
        IElement? paragraph = null;
        var between = new List<INode>();
        foreach (var node in body.ChildNodes.ToArray())
        {
            if (node is IElement { LocalName: "br" } || (node is IText space && string.IsNullOrWhiteSpace(space.Data)))
            {
                between.Add(node);
                continue;
            }

            if (node is IComment || (node is IElement element && (IsBlock(element) || element.Descendants<IElement>().Any(IsBlock))))
            {
                (paragraph, between) = (node is IComment ? paragraph : null, []);
                continue;
            }

            if (paragraph is null || between.Count(n => n is IElement) > 1)
            {
                paragraph = body.Owner!.CreateElement("p");
                body.InsertBefore(paragraph, node);
                between.ForEach(n => n.RemoveFromParent());
                between.Clear();
            }

            between.ForEach(n => paragraph.AppendChild(n));
            between.Clear();
            paragraph.AppendChild(node);
        }
    }

    private static void Restore(IText text, IElement parent)
    {
        var data = text.Data.ReplaceLineEndings("\n");

        // Beside a block, a line end only parts the lines of the source.
        var isAtStart = text.PreviousSibling is null ? Blocks.Contains(parent.LocalName) : IsBlock(text.PreviousSibling);
        var isAtEnd = text.NextSibling is null ? Blocks.Contains(parent.LocalName) : IsBlock(text.NextSibling);
        data = isAtStart ? data.TrimStart() : data;
        data = isAtEnd ? data.TrimEnd() : data;
        var document = text.Owner!;
        var lines = data.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                parent.InsertBefore(document.CreateElement("br"), text);
            }

            parent.InsertBefore(document.CreateTextNode(lines[i]), text);
        }

        text.RemoveFromParent();
    }

    private static bool IsBlock(INode node) => node is IElement element && (Blocks.Contains(element.LocalName) || element.LocalName == "br");
}

using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Word;

/// <summary>The paragraphs, lists and tables of a document to blocks.</summary>
internal sealed class DocumentBlocks(DocumentStyles styles, DocumentLists lists, DocumentRuns runs)
{
    private const int MostColumns = 60;
    private const int Deepest = 40;

    private readonly List<Block> _blocks = [];
    private readonly List<DocumentLists.Item> _items = [];
    private readonly List<Part> _quoted = [];

    public string? Title { get; private set; }

    public List<string> Contents { get; } = [];

    public ImmutableArray<Block> Read(OpenXmlElement body)
    {
        Walk(body, 0);
        Flush();
        return [.. _blocks];
    }

    private void Walk(OpenXmlElement container, int depth)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Add(paragraph);
                    AddBoxes(depth);
                    break;
                case Table table:
                    Flush();
                    Add(table, depth);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun or MoveToRun when depth < Deepest:
                    Walk(element, depth + 1);
                    break;
                default:
                    break;
            }
        }
    }

    // A box's text stands after the paragraph that it is anchored to.
    private void AddBoxes(int depth)
    {
        var boxes = runs.Boxes.ToArray();
        runs.Boxes.Clear();
        foreach (var box in boxes.Where(_ => depth < Deepest))
        {
            Flush();
            Walk(box, depth + 1);
        }
    }

    private void Add(Paragraph paragraph)
    {
        var inlines = runs.Of(paragraph);
        var names = styles.NamesOf(paragraph);
        var text = PartText.Of(inlines);
        if (names.Any(n => n.StartsWith("toc ", StringComparison.Ordinal) || n is "toc heading" or "table of contents"))
        {
            Contents.Add(text);
            return;
        }

        if (text.Length == 0 && !inlines.Any(i => i is Inline.Picture or Inline.NoteMark))
        {
            if (paragraph.ParagraphProperties?.ParagraphBorders?.BottomBorder is not null)
            {
                Flush();
                _blocks.Add(new Block(new Part.Rule()));
            }

            return;
        }

        if (names.Contains("title") || styles.HeadingLevel(paragraph) is not null)
        {
            Flush();
            Title ??= names.Contains("title") ? text : null;
            _blocks.Add(new Block(new Part.Heading(names.Contains("title") ? 1 : styles.HeadingLevel(paragraph)!.Value, inlines)));
        }
        else if (names.Any(n => n is "quote" or "intense quote" or "block text"))
        {
            FlushItems();
            _quoted.Add(new Part.Paragraph(inlines));
        }
        else if (styles.NumberingOf(paragraph) is { } numbering && lists.ItemOf(numbering, [new Part.Paragraph(inlines)]) is { } item)
        {
            FlushQuote();
            _items.Add(item);
        }
        else
        {
            Flush();
            _blocks.Add(new Block(new Part.Paragraph(inlines)));
        }
    }

    private void Add(Table table, int depth)
    {
        var rows = table.Elements<TableRow>().ToArray();
        var cells = rows.Select(row => row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row).ToArray()).ToArray();
        if (depth >= Deepest || cells.All(row => row.Length < 2) || rows.Length < 2)
        {
            foreach (var cell in cells.SelectMany(row => row))
            {
                Walk(cell, depth + 1);
                Flush();
            }

            return;
        }

        var read = cells.Select(row => row.SelectMany(Cells).ToList()).ToList();
        var width = read.Max(row => row.Count);
        _blocks.Add(new Block(new Part.Table([.. read.Select(row => (ImmutableArray<ImmutableArray<Inline>>)[.. row, .. Enumerable.Repeat(ImmutableArray<Inline>.Empty, width - row.Count)])])));
    }

    private IEnumerable<ImmutableArray<Inline>> Cells(TableCell cell)
    {
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        foreach (var paragraph in cell.Descendants<Paragraph>())
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new Inline.Break());
            }

            inlines.AddRange(runs.Of(paragraph));
        }

        yield return inlines.ToImmutable();
        for (var i = 1; i < Math.Min(cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1, MostColumns); i++)
        {
            yield return [];
        }
    }

    private void Flush()
    {
        FlushItems();
        FlushQuote();
    }

    private void FlushItems()
    {
        _blocks.AddRange(DocumentLists.Lists(_items).Select(list => new Block(list)));
        _items.Clear();
    }

    private void FlushQuote()
    {
        if (_quoted.Count > 0)
        {
            _blocks.Add(new Block(new Part.Quote([.. _quoted])));
            _quoted.Clear();
        }
    }
}

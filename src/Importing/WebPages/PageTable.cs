using System.Collections.Immutable;
using System.Globalization;
using AngleSharp.Dom;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.WebPages;

/// <summary>A table; one that only lays out a page is its contents.</summary>
internal sealed class PageTable(IElement table, PageInlines inlines)
{
    private const int MostColumns = 60;

    public void AddTo(List<Block> blocks, int line, Func<ImmutableArray<Part>> contents)
    {
        var rows = table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table).ToArray();
        var isLayout = rows.Length < 2 || rows.All(row => row.Children.Length < 2) || table.GetAttribute("role") == "presentation" || table.QuerySelector("table, ul, ol, blockquote, pre, h1, h2, h3") is not null;
        if (isLayout)
        {
            foreach (var part in rows.Length == 0 ? contents() : Unfolded(rows))
            {
                blocks.Add(new Block(part, line));
            }

            return;
        }

        if (table.QuerySelector("caption") is { } caption)
        {
            blocks.Add(new Block(new Part.Paragraph(inlines.Of(caption)), line));
        }

        var cells = rows.Select(Cells).ToList();
        var width = cells.Max(row => row.Count);
        blocks.Add(new Block(new Part.Table([.. cells.Select(row => (ImmutableArray<ImmutableArray<Inline>>)[.. row, .. Enumerable.Repeat(ImmutableArray<Inline>.Empty, width - row.Count)])]), line));
    }

    private IEnumerable<Part> Unfolded(IElement[] rows) =>
        rows.SelectMany(row => row.Children).SelectMany(cell => new PageBlocks(new PageLines(false), inlines, isWhole: true).Read(cell)).Select(block => block.Part);

    // A cell over several columns is one cell and empty ones.
    private List<ImmutableArray<Inline>> Cells(IElement row)
    {
        var cells = new List<ImmutableArray<Inline>>();
        foreach (var cell in row.Children.Where(c => c.LocalName is "td" or "th"))
        {
            cells.Add(PageInlines.InCell(inlines, cell));
            var span = int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) ? Math.Min(columns, MostColumns) : 1;
            for (var i = 1; i < span && cells.Count < MostColumns; i++)
            {
                cells.Add([]);
            }
        }

        return cells;
    }
}

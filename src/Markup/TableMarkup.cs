using Markdig.Extensions.Tables;

namespace PolicyArchive.Markup;

/// <summary>
/// A table in a frame that scrolls, by keyboard too. Columns are aligned by class: the site's content policy forbids
/// styles in attributes.
/// </summary>
internal sealed class TableMarkup : ArticlePart<Table>
{
    protected override void Write(ArticleRenderer renderer, Table table)
    {
        renderer.TableCount++;
        renderer.EnsureLine();
        renderer.Write("<div");
        renderer.WriteAttribute("class", "table").WriteAttribute("role", "region").WriteAttribute("tabindex", "0").WriteAttribute("aria-label", renderer.Words.TableLabel(renderer.TableCount)).WriteLine("><table>");
        var isInBody = false;
        foreach (var block in table)
        {
            var row = (TableRow)block;
            if (!row.IsHeader && !isInBody)
            {
                renderer.WriteLine("<tbody>");
                isInBody = true;
            }

            renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                WriteCell(renderer, table, row, i);
            }

            renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
        }

        renderer.WriteLine(isInBody ? "</tbody></table></div>" : "</table></div>");
    }

    private static void WriteCell(ArticleRenderer renderer, Table table, TableRow row, int index)
    {
        var cell = (TableCell)row[index];
        var isEmptyHeader = row.IsHeader && (cell.Count == 0 || cell[0] is Markdig.Syntax.LeafBlock { Inline.FirstChild: null });
        var tag = row.IsHeader && !isEmptyHeader ? "th" : "td";
        renderer.Write('<').Write(tag);
        if (tag == "th")
        {
            renderer.WriteAttribute("scope", "col");
        }

        var alignment = index < table.ColumnDefinitions.Count ? table.ColumnDefinitions[index].Alignment : null;
        if (alignment is TableColumnAlign.Right or TableColumnAlign.Center)
        {
            renderer.WriteAttribute("class", alignment == TableColumnAlign.Right ? "align-right" : "align-center");
        }

        renderer.Write('>');
        var before = renderer.ImplicitParagraph;
        renderer.ImplicitParagraph = cell.Count == 1;
        renderer.WriteChildren(cell);
        renderer.ImplicitParagraph = before;
        renderer.Write("</").Write(tag).Write('>');
    }
}

using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyArchive.Markup;

/// <summary>Renders what the project writes in its own way: links, headings, figures, tables and footnotes.</summary>
internal static class ArticleRenderers
{
    public static void Install(HtmlRenderer renderer, LinkSlots slots)
    {
        renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Links(slots));
        renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new Autolinks(slots));
        renderer.ObjectRenderers.ReplaceOrAdd<HeadingRenderer>(new Headings());
        renderer.ObjectRenderers.ReplaceOrAdd<ParagraphRenderer>(new Paragraphs(slots));
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new Tables());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteGroupRenderer>(new Notes());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlFootnoteLinkRenderer>(new NoteReferences(slots));
    }

    public static string NoteId(Footnote note) => $"fn-{note.Order}";

    public static string ReferenceId(FootnoteLink link) =>
        link.Footnote.Links.Where(l => !l.IsBackLink).ToList().IndexOf(link) is var n and > 0 ? $"fnref-{link.Footnote.Order}-{n + 1}" : $"fnref-{link.Footnote.Order}";

    private sealed class Links(LinkSlots slots) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            if (link.IsImage)
            {
                Picture(renderer, link, slots);
                return;
            }

            var slot = slots.Take(LinkKind.Page, link.GetDynamicUrl?.Invoke() ?? link.Url, link.UrlSpan.IsEmpty ? link.Span : link.UrlSpan);
            if (slot is null)
            {
                renderer.WriteChildren(link);
                return;
            }

            renderer.Write("<a").Write(slot);
            if (!string.IsNullOrEmpty(link.Title))
            {
                renderer.Write(" title=\"").WriteEscape(link.Title).Write('"');
            }

            renderer.Write('>');
            renderer.WriteChildren(link);
            renderer.Write("</a>");
        }
    }

    private static void Picture(HtmlRenderer renderer, LinkInline image, LinkSlots slots)
    {
        var alt = MarkdownReader.PlainText(image);
        if (alt.Trim().Length == 0)
        {
            slots.Warn("TEXT005", image.Span, "the picture has no alternative text", "say between the square brackets what it shows");
        }

        if (slots.Take(LinkKind.Picture, image.Url, image.UrlSpan.IsEmpty ? image.Span : image.UrlSpan) is { } slot)
        {
            renderer.Write("<img").Write(slot).Write(" alt=\"").WriteEscape(alt).Write("\" loading=\"lazy\" decoding=\"async\">");
        }
    }

    private sealed class Autolinks(LinkSlots slots) : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            var slot = slots.Take(LinkKind.Page, link.IsEmail ? "mailto:" + link.Url : link.Url, link.Span);
            renderer.Write(slot is null ? "" : "<a").Write(slot ?? "").Write(slot is null ? "" : ">");
            renderer.WriteEscape(link.Url);
            renderer.Write(slot is null ? "" : "</a>");
        }
    }

    private sealed class Headings : HtmlObjectRenderer<HeadingBlock>
    {
        protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
        {
            var tag = heading.Level switch { <= 2 => "h2", 3 => "h3", 4 => "h4", 5 => "h5", _ => "h6" };
            renderer.EnsureLine();
            renderer.Write('<').Write(tag).Write(" id=\"").WriteEscape(heading.GetAttributes().Id).Write("\">");
            renderer.WriteLeafInline(heading);
            renderer.Write("</").Write(tag).WriteLine(">");
        }
    }

    // A picture alone in its paragraph is a figure, and its title the caption.
    private sealed class Paragraphs(LinkSlots slots) : HtmlObjectRenderer<ParagraphBlock>
    {
        private readonly ParagraphRenderer _plain = new();

        protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
        {
            if (paragraph.Inline is { FirstChild: LinkInline { IsImage: true } image } inline && inline.LastChild == image && !renderer.ImplicitParagraph)
            {
                renderer.EnsureLine();
                renderer.Write("<figure>");
                Picture(renderer, image, slots);
                if (!string.IsNullOrEmpty(image.Title))
                {
                    renderer.Write("<figcaption>").WriteEscape(image.Title).Write("</figcaption>");
                }

                renderer.WriteLine("</figure>");
                return;
            }

            _plain.Write(renderer, paragraph);
        }
    }

    private sealed class Tables : HtmlObjectRenderer<Table>
    {
        protected override void Write(HtmlRenderer renderer, Table table)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<div class=\"table\" role=\"region\" aria-label=\"Table\" tabindex=\"0\"><table>");
            var inBody = false;
            foreach (var row in table.OfType<TableRow>())
            {
                if (!row.IsHeader && !inBody)
                {
                    renderer.WriteLine("<tbody>");
                    inBody = true;
                }

                renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
                for (var i = 0; i < row.Count; i++)
                {
                    Cell(renderer, table, row, i);
                }

                renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
            }

            renderer.WriteLine(inBody ? "</tbody></table></div>" : "</table></div>");
        }

        private static void Cell(HtmlRenderer renderer, Table table, TableRow row, int index)
        {
            var cell = (TableCell)row[index];
            var align = index < table.ColumnDefinitions.Count ? table.ColumnDefinitions[index].Alignment : null;
            renderer.Write(row.IsHeader ? "<th scope=\"col\"" : "<td");
            renderer.Write(align switch { TableColumnAlign.Right => " class=\"align-right\">", TableColumnAlign.Center => " class=\"align-center\">", _ => ">" });
            var implicitBefore = renderer.ImplicitParagraph;
            renderer.ImplicitParagraph = cell.Count == 1;
            renderer.Write(cell);
            renderer.ImplicitParagraph = implicitBefore;
            renderer.Write(row.IsHeader ? "</th>" : "</td>");
        }
    }

    private sealed class Notes : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup group)
        {
            renderer.EnsureLine();
            renderer.WriteLine("<section class=\"notes\" role=\"doc-endnotes\" aria-label=\"Notes\"><ol>");
            foreach (var note in group.OfType<Footnote>())
            {
                renderer.Write("<li id=\"").Write(NoteId(note)).WriteLine("\">");
                renderer.WriteChildren(note);
                renderer.WriteLine("</li>");
            }

            renderer.WriteLine("</ol></section>");
        }
    }

    private sealed class NoteReferences(LinkSlots slots) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink link)
        {
            var order = link.Footnote.Order.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (link.IsBackLink)
            {
                var back = slots.Take(LinkKind.Page, "#" + BackTarget(link), link.Span);
                renderer.Write(" <a").Write(back ?? "").Write(" role=\"doc-backlink\" aria-label=\"Back to the text, note ").Write(order).Write("\">↩</a>");
                return;
            }

            var slot = slots.Take(LinkKind.Page, "#" + NoteId(link.Footnote), link.Span);
            renderer.Write("<sup><a").Write(slot ?? "").Write(" id=\"").Write(ReferenceId(link)).Write("\" role=\"doc-noteref\" aria-label=\"Note ").Write(order).Write("\">").Write(order).Write("</a></sup>");
        }

        // Markdig gives each reference a back link with the same index.
        private static string BackTarget(FootnoteLink back)
        {
            var references = back.Footnote.Links.Where(l => !l.IsBackLink).ToList();
            var backs = back.Footnote.Links.Where(l => l.IsBackLink).ToList();
            return ReferenceId(references[Math.Clamp(backs.IndexOf(back), 0, references.Count - 1)]);
        }
    }
}

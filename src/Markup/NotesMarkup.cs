using System.Globalization;
using Markdig.Extensions.Footnotes;

namespace PolicyArchive.Markup;

/// <summary>The notes at the end of a text (Digital Publishing WAI-ARIA, doc-endnotes).</summary>
internal sealed class NotesMarkup : ArticlePart<FootnoteGroup>
{
    protected override void Write(ArticleRenderer renderer, FootnoteGroup group)
    {
        renderer.EnsureLine();
        renderer.Write("<section");
        renderer.WriteAttribute("class", "notes").WriteAttribute("role", "doc-endnotes").WriteAttribute("aria-label", renderer.Words.NotesLabel).WriteLine("><ol>");
        foreach (var block in group)
        {
            if (block is Footnote note)
            {
                renderer.Write("<li");
                renderer.WriteAttribute("id", NoteIds.OfNote(note)).WriteLine(">");
                renderer.WriteChildren(note);
                renderer.WriteLine("</li>");
            }
        }

        renderer.WriteLine("</ol></section>");
    }
}

/// <summary>The number in the text that leads to a note, and the arrow in the note that leads back.</summary>
internal sealed class NoteLinkMarkup : ArticlePart<FootnoteLink>
{
    protected override void Write(ArticleRenderer renderer, FootnoteLink link)
    {
        var number = link.Footnote.Order.ToString(CultureInfo.InvariantCulture);
        var reference = renderer.Notes.OfReference(link);
        if (link.IsBackLink)
        {
            WriteLink(renderer, link, " <a", reference);
            renderer.WriteAttribute("role", "doc-backlink").WriteAttribute("aria-label", NoteIds.LabelOfWayBack(reference, renderer.Words)).Write(">↩</a>");
        }
        else if (renderer.IsInLink)
        {
            renderer.Write("<sup");
            renderer.WriteAttribute("id", reference).Write('>').Write(number).Write("</sup>");
        }
        else
        {
            WriteLink(renderer, link, "<sup><a", NoteIds.OfNote(link.Footnote));
            renderer.WriteAttribute("id", reference).WriteAttribute("role", "doc-noteref").WriteAttribute("aria-label", renderer.Words.NoteLabel(number)).Write('>').Write(number).Write("</a></sup>");
        }
    }

    private static void WriteLink(ArticleRenderer renderer, FootnoteLink link, string start, string id)
    {
        var at = link.IsBackLink ? link.Footnote.Span.Start : link.Span.Start;
        renderer.Write(start);
        renderer.WriteSlot(LinkKind.Page, renderer.Galley.Add(LinkKind.Page, "#" + id, Math.Max(0, at)));
    }
}

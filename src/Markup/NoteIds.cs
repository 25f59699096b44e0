using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using PolicyArchive.Wording;

namespace PolicyArchive.Markup;

/// <summary>The ids of footnotes and of the places that refer to them: <c>fn-1</c>, <c>fnref-1</c>, <c>fnref-1-2</c>.</summary>
internal sealed class NoteIds
{
    private readonly Dictionary<int, string> _ofReference = [];

    public string OfReference(FootnoteLink link) => _ofReference.GetValueOrDefault(link.Index, "");

    public static string OfNote(Footnote note) => string.Create(CultureInfo.InvariantCulture, $"fn-{note.Order}");

    /// <summary>What is read out for the arrow: a note that is referred to twice has two of them.</summary>
    public static string LabelOfWayBack(string reference, Words words)
    {
        var numbers = reference.Split('-');
        return numbers.Length == 3 ? words.BackToTextLabel(numbers[1], numbers[2]) : words.BackToTextLabel(numbers[^1]);
    }

    /// <summary>Claims them all, before headings can; warns of notes to which nothing refers.</summary>
    public static NoteIds Of(MarkdownDocument document, Galley galley)
    {
        var ids = new NoteIds();
        foreach (var note in document.OfType<FootnoteGroup>().SelectMany(group => group.OfType<Footnote>()))
        {
            galley.Claim(OfNote(note));
            var count = 0;
            foreach (var link in note.Links.Where(link => !link.IsBackLink))
            {
                count++;
                var id = string.Create(CultureInfo.InvariantCulture, $"fnref-{note.Order}{(count == 1 ? "" : $"-{count}")}");
                ids._ofReference[link.Index] = id;
                galley.Claim(id);
            }
        }

        foreach (var definition in (IEnumerable<LinkReferenceDefinition>?)document.GetLinkReferenceDefinitions(false)?.Links.Values ?? [])
        {
            if (definition is FootnoteLinkReferenceDefinition { Footnote: { Links.Count: 0 } unused })
            {
                galley.Warn("TEXT012", unused.Span.Start, $"nothing refers to the note `[{unused.Label}]`, so it is not shown", "refer to it in the text, or remove it");
            }
        }

        return ids;
    }
}

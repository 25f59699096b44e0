using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyArchive.Importing.Word;

/// <summary>Footnotes and endnotes, numbered by their first marks.</summary>
internal sealed class DocumentNotes(MainDocumentPart main)
{
    private readonly List<(bool IsEndnote, FootnoteEndnoteType Note)> _notes = [];

    /// <summary>Those that a mark has named so far; reading one may name another.</summary>
    public IReadOnlyList<(bool IsEndnote, FootnoteEndnoteType Note)> Named => _notes;

    public int? NumberOf(bool isEndnote, long? id)
    {
        FootnoteEndnoteType? note = isEndnote
            ? main.EndnotesPart?.Endnotes?.Elements<Endnote>().FirstOrDefault(n => n.Id?.Value == id)
            : main.FootnotesPart?.Footnotes?.Elements<Footnote>().FirstOrDefault(n => n.Id?.Value == id);
        if (note is null || note.Type?.Value is { } type && type != FootnoteEndnoteValues.Normal)
        {
            return null;
        }

        var at = _notes.FindIndex(n => ReferenceEquals(n.Note, note));
        if (at < 0)
        {
            _notes.Add((isEndnote, note));
            at = _notes.Count - 1;
        }

        return at + 1;
    }

    public OpenXmlPart PartOf(bool isEndnote) => isEndnote ? main.EndnotesPart! : main.FootnotesPart!;
}

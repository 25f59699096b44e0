using System.Collections.Immutable;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Styles;

/// <summary>
/// A piece in the styles that most readers are asked for, letter for letter as processors of the Citation Style Language print
/// its record in the styles <c>apa</c>, <c>chicago-author-date</c>, <c>chicago-notes-bibliography</c> and <c>modern-language-association</c>.
/// </summary>
internal static class CitationStyles
{
    public static ImmutableArray<StyledCitation> Of(Reference reference) =>
    [
        new("APA", Apa.Of(reference).Printed),
        new("Chicago, author-date", Chicago.AuthorDate(reference).Printed),
        new("Chicago, note", Chicago.Note(reference).Printed),
        new("Chicago, bibliography", Chicago.Bibliography(reference).Printed),
        new("MLA", Mla.Of(reference).Printed),
    ];
}

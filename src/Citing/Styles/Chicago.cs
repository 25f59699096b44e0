using System.Globalization;

namespace PolicyArchive.Citing.Styles;

/// <summary>The Chicago Manual of Style, 18th edition: author-date (13.102), and notes with a bibliography (13.18).</summary>
internal static class Chicago
{
    public static Phrase AuthorDate(Reference reference)
    {
        var year = Phrase.Plain(reference.Issued?.Day.Year.ToString(CultureInfo.InvariantCulture) ?? "n.d.");
        var date = reference.IsReport ? Phrase.Empty : Phrase.Plain(reference.Issued?.Day.ToString("MMMM d", CultureInfo.InvariantCulture));
        // The style names the publisher of an article's container in notes and the bibliography alone.
        return Entry(reference, year, date, publisherOfContainer: null);
    }

    public static Phrase Bibliography(Reference reference) => Entry(reference, Phrase.Empty, DateOf(reference), reference.PublisherOfContainer);

    /// <summary>The first, full note.</summary>
    public static Phrase Note(Reference reference)
    {
        var named = Phrase.Join(
            ", ",
            NameList.InChicagoNote(reference),
            Title(reference),
            reference.IsArticle ? Description(reference, inNote: false) : Description(reference, inNote: true),
            Series(reference),
            reference.IsArticle ? Serial(reference, DateOf(reference), reference.PublisherOfContainer) : Phrase.Empty,
            reference.IsArticle || reference.IsReport ? Phrase.Empty : Publication(Phrase.Plain(reference.Publisher), DateOf(reference)));
        var published = reference.IsReport ? Phrase.Join(" ", named, Publication(Phrase.Plain(reference.Publisher), DateOf(reference)).Within("(", ")")) : named;
        return Phrase.Join(", ", published, Address(reference)).Ended(".");
    }

    // Without an author the title stands first, and the year after it.
    private static Phrase Entry(Reference reference, Phrase year, Phrase date, string? publisherOfContainer)
    {
        var names = NameList.InChicagoBibliography(reference);
        return Phrase.Join(
            ". ",
            names.IsEmpty ? Title(reference) : names,
            year,
            names.IsEmpty ? Phrase.Empty : Title(reference),
            Description(reference, inNote: false),
            Series(reference),
            reference.IsArticle ? Serial(reference, date, publisherOfContainer) : Publication(Phrase.Plain(LetterCase.First(reference.Publisher)), date),
            Address(reference)).Ended(".");
    }

    private static Phrase Title(Reference reference) =>
        reference.IsReport ? Phrase.Italic(reference.TitleInCapitals) : Phrase.Quoted(reference.TitleInCapitals);

    // Its kind, with its number where it has one; an article's number stands after its date.
    private static Phrase Description(Reference reference, bool inNote) => (reference.Number, reference.IsArticle) switch
    {
        (null, _) => Phrase.Plain(inNote ? reference.Genre : LetterCase.First(reference.Genre)),
        (_, true) => Phrase.Empty,
        (var number, _) when inNote => Phrase.Plain($"{reference.Genre} {PieceNumber.Of(number).Label}{PieceNumber.Of(number).Text}"),
        (var number, _) => Phrase.Plain($"{Titles.InCapitals(reference.Genre, reference)} {LetterCase.First(PieceNumber.Of(number).Label)}{LetterCase.First(PieceNumber.Of(number).Text)}"),
    };

    private static Phrase Series(Reference reference) =>
        reference.IsArticle || reference.Series is not { } series ? Phrase.Empty : Phrase.Plain(Titles.InCapitals(series, reference));

    private static Phrase Serial(Reference reference, Phrase date, string? publisher) => Phrase.Join(
        ", ",
        Phrase.Italic(Titles.InCapitals(reference.Container, reference)),
        reference is { Doi: not null, Issued: not null, Series: null, Number: null } ? Phrase.Plain("ahead of print") : Phrase.Empty,
        Phrase.Plain(reference.Series),
        Phrase.Plain(publisher),
        date,
        reference.Number is { } number ? Phrase.Plain(PieceNumber.Of(number).Text) : Phrase.Empty);

    private static Phrase Publication(Phrase publisher, Phrase date) => Phrase.Join(", ", publisher, date);

    private static Phrase DateOf(Reference reference) => Phrase.Plain(
        reference.Issued?.Day.ToString(reference.IsReport ? "yyyy" : "MMMM d, yyyy", CultureInfo.InvariantCulture) ?? "n.d.");

    private static Phrase Address(Reference reference) => Phrase.Plain(reference.Doi is { } doi ? "https://doi.org/" + doi.Text : reference.Url);
}

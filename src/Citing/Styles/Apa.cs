using System.Globalization;

namespace PolicyArchive.Citing.Styles;

/// <summary>The Publication Manual of the American Psychological Association, 7th edition.</summary>
internal static class Apa
{
    public static Phrase Of(Reference reference)
    {
        var names = NameList.InApa(reference);
        var title = Phrase.Join(" ", Title(reference), Identifier(reference));
        var body = Phrase.Join(
            ". ",
            names.IsEmpty ? title : names,
            Date(reference),
            Phrase.Join(" ", names.IsEmpty ? Phrase.Empty : title, Description(reference)),
            reference.IsArticle ? Serial(reference) : Phrase.Plain(reference.Publisher)).Ended(".");
        return Phrase.Join(" ", body, Address(reference));
    }

    private static Phrase Date(Reference reference) => Phrase.Plain(
        reference.Issued?.Day.ToString(reference.IsReport || reference.IsArticle ? "yyyy" : "yyyy, MMMM d", CultureInfo.InvariantCulture) ?? "n.d.").Within("(", ")");

    private static Phrase Title(Reference reference) => reference.IsArticle ? Phrase.Plain(reference.Title) : Phrase.Slanted(reference.Title);

    private static Phrase Identifier(Reference reference) => reference.IsArticle ? Phrase.Empty : Phrase.Join(
        "; ",
        reference.Number is { } number ? Phrase.Plain($"{Titles.InCapitals(reference.Genre, reference)} {Labelled(number)}") : Phrase.Empty,
        reference is { IsReport: true, Series: { } series } ? Phrase.Plain(Titles.InCapitals(series, reference)) : Phrase.Empty).Within("(", ")");

    private static string Labelled(string text)
    {
        var number = PieceNumber.Of(text);
        return LetterCase.First(number.Label) + LetterCase.First(number.Text);
    }

    private static Phrase Description(Reference reference) =>
        reference.Number is null ? Phrase.Plain(LetterCase.First(reference.Genre)).Within("[", "]") : Phrase.Empty;

    private static Phrase Serial(Reference reference) => Phrase.Join(
        ", ",
        Phrase.Slanted(Titles.InCapitals(reference.Container, reference) + (reference.Series is { } series ? ", " + Titles.InCapitals(series, reference) : "")),
        reference.Number is { } number ? Phrase.Plain("Article " + PieceNumber.Of(number).Text) : Phrase.Empty);

    private static Phrase Address(Reference reference) => Phrase.Plain(
        reference.Doi is { } doi ? "https://doi.org/" + doi.Text : reference.Issued is null ? "Retrieved " + reference.Url : reference.Url);
}

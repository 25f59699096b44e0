using System.Globalization;

namespace PolicyArchive.Citing.Styles;

/// <summary>The MLA Handbook, 9th edition.</summary>
internal static class Mla
{
    private static readonly string[] Months = ["Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."];

    public static Phrase Of(Reference reference) =>
        Phrase.Join(
            ". ",
            NameList.InMla(reference),
            reference.IsArticle ? Phrase.Quoted(reference.TitleInCapitals) : Phrase.Italic(reference.TitleInCapitals),
            Phrase.Join(
                ", ",
                reference.IsArticle ? Phrase.Italic(Titles.InCapitals(reference.Container, reference)) : Phrase.Empty,
                reference.IsReport ? Phrase.Plain(reference.Genre) : Phrase.Empty,
                reference.Number is { } number ? Phrase.Plain(PieceNumber.Of(number).Text) : Phrase.Empty,
                reference.IsArticle ? Phrase.Empty : Phrase.Plain(reference.Publisher),
                Date(reference),
                Phrase.Plain(reference.Doi is { } doi ? "https://doi.org/" + doi.Text : reference.Url))).Ended(".");

    // Articles are dated by their month, reports by their day.
    private static Phrase Date(Reference reference) => reference.Issued?.Day is not { } day || !(reference.IsReport || reference.IsArticle)
        ? Phrase.Empty
        : Phrase.Plain((reference.IsReport ? day.Day.ToString(CultureInfo.InvariantCulture) + " " : "") + $"{Months[day.Month - 1]} {day.Year.ToString(CultureInfo.InvariantCulture)}");
}

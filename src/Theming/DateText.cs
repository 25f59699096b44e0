using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Wording;

namespace PolicyArchive.Theming;

/// <summary>A date as templates print it.</summary>
/// <param name="Iso">For <c>datetime</c>; empty when the date is unknown.</param>
/// <param name="Month">The month and year alone.</param>
/// <param name="Year">Four digits, whatever the language.</param>
internal sealed record DateText(string Iso, string Text, string Month, string Year)
{
    public static DateText Of(PublicationDate date, Words words) => date.AsKnown is { } known
        ? new DateText(known.Iso, words.Day(known.Day), words.Month(known.Day), known.Day.ToString("yyyy", CultureInfo.InvariantCulture))
        : new DateText("", words.DateUnknown, "", "");
}

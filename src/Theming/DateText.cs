using System.Globalization;
using PolicyArchive.Briefs;

namespace PolicyArchive.Theming;

/// <summary>A date as templates print it.</summary>
/// <param name="Iso">For <c>datetime</c>; empty when the date is unknown.</param>
internal sealed record DateText(string Iso, string Text, string Year)
{
    public static DateText Of(PublicationDate date) => date.AsKnown is { } known
        ? new DateText(known.Iso, known.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), known.Day.ToString("yyyy", CultureInfo.InvariantCulture))
        : new DateText("", "date unknown", "");
}

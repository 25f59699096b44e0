using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>What is wrong with a text that should be a date, and the day it may mean.</summary>
internal static partial class DateFault
{
    private const string Iso = "yyyy-MM-dd";

    private static readonly string[] WordFormats =
        ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd"];

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex Day { get; }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]")]
    private static partial Regex Instant { get; }

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$")]
    private static partial Regex DayMonthOrMonthDay { get; }

    public static Finding Of(string code, Mention mention)
    {
        var text = mention.Text;
        if (Day.IsMatch(text))
        {
            return Finding.Error(code, mention.Place, $"there is no day {text}", "write a day of the calendar as year-month-day");
        }

        if (Instant.IsMatch(text))
        {
            return Finding.Error(code, mention.Place, $"there is no instant \u201c{text}\u201d", "write e.g. `2024-03-12T09:30:00+01:00`, or the day alone");
        }

        if (DayMonthOrMonthDay.Match(text) is { Success: true } match)
        {
            var monthFirst = Written(match, month: 1, day: 2);
            var dayFirst = Written(match, month: 2, day: 1);
            return monthFirst is not null && dayFirst is not null && monthFirst != dayFirst
                ? Finding.Error(code, mention.Place, $"\u201c{text}\u201d can be two days", $"write `{dayFirst}` or `{monthFirst}`, year-month-day")
                : Unclear(code, mention, dayFirst ?? monthFirst);
        }

        return Unclear(code, mention, DateOnly.TryParseExact(text, WordFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString(Iso, CultureInfo.InvariantCulture) : null);
    }

    private static Finding Unclear(string code, Mention mention, string? meant) =>
        Finding.Error(code, mention.Place, $"\u201c{mention.Text}\u201d is not a date as ISO 8601 writes it", $"write year-month-day, {(meant is null ? "e.g. `2024-03-12`" : $"`{meant}`")}");

    private static string? Written(Match match, int month, int day) =>
        DateOnly.TryParseExact($"{match.Groups[3].Value}-{match.Groups[month].Value}-{match.Groups[day].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(Iso, CultureInfo.InvariantCulture)
            : null;
}

using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>What is wrong with a text that should be a date, and the day it may mean.</summary>
internal static partial class DateFault
{
    private const string Iso = "yyyy-MM-dd";

    private static readonly string[] WordFormats =
        ["d MMMM yyyy", "d MMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "yyyy/M/d", "yyyy.M.d", "yyyy-M-d", "yyyyMMdd", "d-MMM-yyyy", "yyyy-MMM-d", "ddd, d MMM yyyy HH:mm:ss 'GMT'"];

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    private static partial Regex Day { get; }

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ] *[0-9]")]
    private static partial Regex Instant { get; }

    [GeneratedRegex(@"^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$")]
    private static partial Regex DayMonthOrMonthDay { get; }

    [GeneratedRegex("^([0-9]{4})-?([0-9]{3})$")]
    private static partial Regex DayOfYear { get; }

    [GeneratedRegex("^([0-9]{4})-?W([0-9]{2})-?([1-7])$")]
    private static partial Regex DayOfWeek { get; }

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

        return Unclear(code, mention, Meant(text) is { } day ? day.ToString(Iso, CultureInfo.InvariantCulture) : null);
    }

    // Days by number or week, seconds since 1970, and digits and hyphens that a word processor or another keyboard made.
    private static DateOnly? Meant(string text)
    {
        if (DateTime.TryParseExact(text, WordFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var words))
        {
            return DateOnly.FromDateTime(words);
        }

        if (DayOfYear.Match(text) is { Success: true } counted && Number(counted, 1) is > 0 and var year && Number(counted, 2) is > 0 and var number && number <= (DateTime.IsLeapYear(year) ? 366 : 365))
        {
            return new DateOnly(year, 1, 1).AddDays(number - 1);
        }

        if (DayOfWeek.Match(text) is { Success: true } week && Number(week, 1) is > 0 and var of && Number(week, 2) is > 0 and var which && which <= ISOWeek.GetWeeksInYear(of))
        {
            return DateOnly.FromDateTime(ISOWeek.ToDateTime(of, which, (System.DayOfWeek)(Number(week, 3) % 7)));
        }

        if (text.Length is 10 or 13 && text.All(char.IsAsciiDigit) && long.TryParse(text[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime);
        }

        var plain = string.Concat(TextFold.Compose(text).Select(c =>
            char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? "-"
            : char.IsDigit(c) ? ((int)char.GetNumericValue(c)).ToString(CultureInfo.InvariantCulture)
            : c.ToString()));
        return PublicationDate.Parse(plain)?.Day;
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Finding Unclear(string code, Mention mention, string? meant) =>
        Finding.Error(code, mention.Place, $"\u201c{mention.Text}\u201d is not a day written year-month-day", $"write {(meant is null ? "e.g. `2024-03-12`" : $"`{meant}`")}, as ISO 8601 does");

    private static string? Written(Match match, int month, int day) =>
        DateOnly.TryParseExact($"{match.Groups[3].Value}-{match.Groups[month].Value}-{match.Groups[day].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.ToString(Iso, CultureInfo.InvariantCulture)
            : null;
}

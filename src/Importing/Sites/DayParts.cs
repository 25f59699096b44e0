using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Importing.Arranging;

namespace PolicyArchive.Importing.Sites;

/// <summary>The day of a text, as the addresses of generators spell its parts.</summary>
internal static class DayParts
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static DateOnly? Of(string? date) => date is not null && WrittenDates.Judge(date).Iso is { } iso && PublicationDate.Parse(iso) is { } known ? known.Day : null;

    /// <summary>What a sign such as <c>year</c> or <c>i_month</c> stands for; null when it is no part of a day.</summary>
    public static string? Of(string sign, DateOnly day) => sign switch
    {
        "year" => day.ToString("yyyy", English),
        "short_year" => day.ToString("yy", English),
        "month" => day.ToString("MM", English),
        "i_month" => day.Month.ToString(English),
        "monthname" or "long_month" => day.ToString("MMMM", English),
        "short_month" => day.ToString("MMM", English),
        "day" => day.ToString("dd", English),
        "i_day" => day.Day.ToString(English),
        "short_day" => day.ToString("ddd", English),
        "long_day" or "weekdayname" => day.ToString("dddd", English),
        "weekday" => ((int)day.DayOfWeek).ToString(English),
        "yearday" => day.DayOfYear.ToString(English),
        "y_day" => day.DayOfYear.ToString("000", English),
        "week" => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)).ToString("00", English),
        "w_year" => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue)).ToString(English),
        _ => null,
    };
}

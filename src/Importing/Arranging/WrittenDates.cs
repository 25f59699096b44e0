using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;

namespace PolicyArchive.Importing.Arranging;

/// <summary>A date as people write it.</summary>
/// <param name="Day">Its first possible day; null where it can be read two ways.</param>
/// <param name="IsMonth">Whether only the month is said.</param>
internal readonly record struct WrittenDate(int Index, int Length, DateOnly? Day, bool IsMonth);

/// <summary>Dates in running text, in the languages whose months are known.</summary>
internal static partial class WrittenDates
{
    private static readonly FrozenDictionary<string, int> Months = MonthNames();

    [GeneratedRegex(@"(?<![\d/.-])(?:(?<y>[0-9]{4})[-/](?<m>[0-9]{1,2})[-/](?<d>[0-9]{1,2})|(?<a>[0-9]{1,2})(?<s>[/.-])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})|(?<y>[0-9]{4})年(?<m>[0-9]{1,2})月(?:(?<d>[0-9]{1,2})日)?|(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?\s+(?:de\s+|of\s+)?(?<name>\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?(?<y>[0-9]{4})|(?<name>\p{L}{3,10})\.?\s+(?<d>[0-9]{1,2})(?:st|nd|rd|th)?,?\s+(?<y>[0-9]{4})|(?<name>\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?(?<y>[0-9]{4}))(?!\d)")]
    private static partial Regex Written { get; }

    public static IEnumerable<WrittenDate> In(string text)
    {
        foreach (Match match in Written.Matches(text))
        {
            if (Read(match) is { } date)
            {
                yield return date;
            }
        }
    }

    /// <summary>The day that a text as a whole gives, as it is written in front matter; or why it gives none.</summary>
    public static (string? Iso, string? Why) Judge(string text)
    {
        var trimmed = text.Trim();
        if (PublicationDate.Parse(trimmed) is { } exact)
        {
            return (exact.Iso, null);
        }

        var dates = In(trimmed).ToList();
        return dates switch
        {
            [{ Day: null }] => (null, "can be read two ways"),
            [{ IsMonth: true }] => (null, "names no day"),
            [{ Day: { } day }] => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null),
            [] => (null, "is no date that is written out"),
            _ => (null, "holds several dates"),
        };
    }

    private static WrittenDate? Read(Match match)
    {
        var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
        if (match.Groups["a"].Success)
        {
            return TwoWays(match, year);
        }

        var isNamed = match.Groups["name"].Success;
        var name = match.Groups["name"].Value;
        if (isNamed && !Months.ContainsKey(name.ToLowerInvariant()))
        {
            return null;
        }

        // `may` and `march` are words of other kinds too.
        if (isNamed && name is "may" or "march" && !char.IsDigit(match.Value[0]))
        {
            return null;
        }

        var month = isNamed ? Months[name.ToLowerInvariant()] : int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);
        var isMonth = !match.Groups["d"].Success;
        var day = isMonth ? 1 : int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        return Of(year, month, day) is { } date ? new WrittenDate(match.Index, match.Length, date, isMonth) : null;
    }

    private static WrittenDate? TwoWays(Match match, int year)
    {
        var (a, b) = (int.Parse(match.Groups["a"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["b"].Value, CultureInfo.InvariantCulture));
        var (dayFirst, monthFirst) = (Of(year, b, a), Of(year, a, b));
        return dayFirst is null && monthFirst is null ? null
            : new WrittenDate(match.Index, match.Length, dayFirst is not null && monthFirst is not null && dayFirst != monthFirst ? null : dayFirst ?? monthFirst, false);
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= 1400 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static FrozenDictionary<string, int> MonthNames()
    {
        string[] names =
        [
            "january jan janvier janv januar jänner enero gennaio janeiro januari",
            "february feb février févr fevrier februar febrero febbraio fevereiro februari",
            "march mar mars märz marzo março maart",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio maio mei",
            "june jun juin juni junio giugno junho",
            "july jul juillet juil juli julio luglio julho",
            "august aug août aout agosto augustus",
            "september sep sept septembre septiembre setiembre settembre setembro",
            "october oct octobre oktober okt octubre ottobre outubro",
            "november nov novembre noviembre novembro",
            "december dec décembre déc decembre dezember dez diciembre dic dicembre dezembro",
        ];
        return names.SelectMany((line, i) => line.Split(' ').Select(name => (name, i + 1))).DistinctBy(n => n.name).ToFrozenDictionary(n => n.name, n => n.Item2, StringComparer.Ordinal);
    }
}

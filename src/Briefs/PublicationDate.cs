using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyArchive.Briefs;

/// <summary>
/// When a piece was published: a day, perhaps with the time its author gave; or unknown, perhaps with the earliest day
/// it can be. The author's own day stands, whatever the machine's zone.
/// </summary>
public abstract partial record PublicationDate
{
    private PublicationDate()
    {
    }

    /// <param name="Day">The author's own calendar day.</param>
    /// <param name="Time">The time of that day and its distance from UTC, where the author gave one.</param>
    public sealed record Known(DateOnly Day, DateTimeOffset? Time = null) : PublicationDate
    {
        /// <summary>The instant for feeds: the author's, or midnight UTC of the day.</summary>
        public DateTimeOffset Instant => Time ?? new DateTimeOffset(Day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

        /// <summary>ISO 8601, as it was given: <c>2016-07-21</c> or <c>2016-07-21T10:00:00+09:00</c>.</summary>
        public string Iso => Time is { } time
            ? time.ToString(time.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <param name="NotBefore">The latest past event that the text dates, or null.</param>
    public sealed record Unknown(DateOnly? NotBefore = null) : PublicationDate;

    public Known? AsKnown => this as Known;

    // A record prints its members, and this one would print itself among them without end.
    public sealed override string ToString() => AsKnown?.Iso ?? "unknown";

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?<minute>[0-9]{2}:[0-9]{2})(?:(?<second>:[0-9]{2})(?:[.,](?<fraction>[0-9]{1,9}))?)? ?(?:(?<utc>[Zz]|UTC|GMT)|(?<hours>[+-][0-9]{2})(?::?(?<minutes>[0-9]{2}))?)?$")]
    private static partial Regex DayAndTime { get; }

    /// <summary>Reads an ISO 8601 day or instant; null when the text is neither, or the day does not exist.</summary>
    public static Known? Parse(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new Known(day);
        }

        if (DayAndTime.Match(text) is not { Success: true } match)
        {
            return null;
        }

        var hours = match.Groups["hours"] is { Success: true } given ? given.Value : "+00";
        var minutes = match.Groups["minutes"] is { Success: true } rest ? rest.Value : "00";
        var second = match.Groups["second"] is { Success: true } some ? some.Value : ":00";

        // .NET counts in ten millionths of a second.
        var fraction = match.Groups["fraction"].Value.PadRight(7, '0')[..7];
        return DateTimeOffset.TryParseExact(
            $"{match.Groups["day"].Value} {match.Groups["minute"].Value}{second}.{fraction} {hours}:{minutes}", "yyyy-MM-dd HH:mm:ss.fffffff zzz",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? new Known(DateOnly.FromDateTime(instant.DateTime), instant)
            : null;
    }
}

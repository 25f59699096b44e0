using System.Globalization;
using PolicyArchive.Briefs;

namespace PolicyArchive.Feeds;

/// <summary>How feeds write dates: always those of the briefs, never that of the build.</summary>
internal static class FeedDate
{
    /// <summary>RFC 822, 5, with the year of four digits that RSS asks for: <c>Thu, 21 Jul 2016 00:00:00 +0000</c>.</summary>
    public static string Rfc822(PublicationDate.Known date)
    {
        var offset = date.Instant.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);
        return date.Instant.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + offset;
    }

    /// <summary>RFC 3339, with a time even where only the day is known: <c>2016-07-21T00:00:00Z</c>.</summary>
    public static string Rfc3339(PublicationDate.Known date) =>
        date.Instant.ToString(date.Instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>The last change among the entries; null where none is dated.</summary>
    public static PublicationDate.Known? Latest(IEnumerable<Entry> entries)
    {
        PublicationDate.Known? latest = null;
        foreach (var entry in entries)
        {
            if (entry.Brief.LastChanged is { } changed && (latest is null || changed.Instant > latest.Instant))
            {
                latest = changed;
            }
        }

        return latest;
    }
}

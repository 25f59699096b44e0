using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Drafting;

/// <summary>How an archive's editors lay out their files, seen from the newest of them.</summary>
internal static class Habits
{
    private const int Newest = 12;

    /// <summary>Where a new brief goes, below the input folder: in the folder of its year, and with its day before its name, where most have it so.</summary>
    public static string PathOf(Slug slug, DateOnly day, IEnumerable<Brief> briefs)
    {
        var paths = briefs
            .Where(brief => brief.Published.AsKnown is not null && brief.SourcePath.StartsWith("briefs/", StringComparison.Ordinal))
            .OrderByDescending(brief => brief.Published.AsKnown!.Day).ThenBy(brief => brief.SourcePath, StringComparer.Ordinal)
            .Take(Newest)
            .Select(brief => (brief.SourcePath, Published: brief.Published.AsKnown!.Day))
            .ToArray();
        var year = Most(paths, p => p.SourcePath.StartsWith($"briefs/{Year(p.Published)}/", StringComparison.Ordinal)) ? $"{Year(day)}/" : "";
        var date = Most(paths, p => p.SourcePath.Contains($"/{Day(p.Published)}-", StringComparison.Ordinal)) ? $"{Day(day)}-" : "";
        return $"briefs/{year}{date}{slug}.md";
    }

    private static bool Most<T>(T[] values, Func<T, bool> has) => values.Length > 0 && values.Count(has) * 2 > values.Length;

    private static string Year(DateOnly day) => day.ToString("yyyy", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

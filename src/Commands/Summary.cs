using System.Diagnostics;
using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Commands;

/// <summary>The lines that end a run on standard output: counts and times.</summary>
internal static class Summary
{
    /// <param name="ending">What became of the pages, such as <c>, 3.4 MB in output</c>.</param>
    public static void Print(RunOptions options, Report report, SitePlan plan, StageClock clock, string ending)
    {
        if (options.Quiet)
        {
            return;
        }

        Console.Out.WriteLine($"{Count(plan.Archive.Entries.Length, "brief")}, {Count(plan.Pages.Length, "page")}, {Count(plan.Lists.Length * 3, "feed")}, {Count(plan.Files.Length, "copied file")}{ending}");
        PrintCounts(options, report);
        Console.Out.WriteLine($"{string.Concat(clock.Times.Select(t => $"{t.Stage} {Seconds(t.Time)}, "))}{Seconds(clock.Total)} in all");
        if (options.Verbose)
        {
            using var self = Process.GetCurrentProcess();
            Console.Out.WriteLine($"CPU {Seconds(self.TotalProcessorTime)}, peak memory {Size(self.PeakWorkingSet64)}, {Count(GC.CollectionCount(0), "garbage collection")} in {Seconds(GC.GetTotalPauseDuration())}");
        }
    }

    public static void PrintCounts(RunOptions options, Report report)
    {
        if (!options.Quiet)
        {
            Console.Out.WriteLine($"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}");
        }
    }

    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => Count((int)bytes, "byte"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB"),
    };

    public static string Count(int number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    public static string Count(int number, string what) => Count(number, what, what + "s");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}

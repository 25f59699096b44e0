using PolicyArchive.Findings;

namespace PolicyArchive.Commands;

/// <summary>Exit codes, and how a run tells what it found.</summary>
internal static class Outcome
{
    public const int Done = 0;
    public const int ContentHasErrors = 1;
    public const int CommandLineIsWrong = 2;
    public const int MachineFailed = 3;

    public static int Print(RunOptions options, Report report)
    {
        ReportWriter.Write(report, options.Format, Console.Error);
        if (!options.Quiet && report.Errors + report.Warnings > 0)
        {
            Console.Out.WriteLine($"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}{(report.IsClean ? "" : ": nothing was published")}");
        }

        return report.IsClean ? Done : ContentHasErrors;
    }

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
}

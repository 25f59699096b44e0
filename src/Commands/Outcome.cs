using PolicyArchive.Findings;

namespace PolicyArchive.Commands;

/// <summary>The exit codes, and which of them a report means.</summary>
internal static class Outcome
{
    public const int Done = 0;
    public const int ContentHasErrors = 1;
    public const int CommandLineIsWrong = 2;
    public const int MachineFailed = 3;

    /// <summary>Writes the findings to standard error.</summary>
    public static int Of(RunOptions options, Report report)
    {
        // The console flushes after each line, and there may be very many.
        using var lines = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        ReportWriter.Write(report, options.Format, lines, options.Verbose);
        Console.Error.Write(lines.ToString());
        return report.IsClean ? Done : ContentHasErrors;
    }

    /// <summary>What is said of a fault of the program itself, or of a machine that denies it what it needs to run at all.</summary>
    public static string Fault(Exception fault, bool isWhole)
    {
        if (isWhole)
        {
            return $"The program failed: {fault}";
        }

        var cause = fault.GetBaseException();
        var frame = cause.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains($" {nameof(PolicyArchive)}.", StringComparison.Ordinal));
        return $"The program failed{frame?.TrimEnd().Replace("   at ", " at ", StringComparison.Ordinal)}: {cause.GetType().Name}: {cause.Message.ReplaceLineEndings(" ")}; --verbose says more";
    }
}

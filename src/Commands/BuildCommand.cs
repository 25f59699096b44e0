using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;

namespace PolicyArchive.Commands;

/// <summary><c>build</c>: the writers' and the designer's folder to the output folder, whole or not at all.</summary>
internal static class BuildCommand
{
    public static int Run(RunOptions options)
    {
        var output = OutputFolder.At(options.Output, options.Cache);
        var refusals = Report.Of(output.Judge([options.Input, options.Theme]));
        if (!refusals.IsClean)
        {
            var refused = Outcome.Of(options, refusals);
            Summary.PrintCounts(options, refusals);
            return refused;
        }

        var leftovers = output.Mend();
        return Progress.Show<Func<int>>(options, clock => Run(options, output, leftovers, clock))();
    }

    // What it returns prints the end of the run, once the progress bar is gone.
    private static Func<int> Run(RunOptions options, OutputFolder output, ImmutableArray<Finding> leftovers, StageClock clock)
    {
        var site = SiteBuild.Prepare(options, clock);
        var report = Report.Of(site.Findings, options.Strict);
        if (!report.IsClean || !site.CanRender)
        {
            return () => End(report, "; nothing was published");
        }

        using var printing = new Printing(options);

        // Listened for before there is anything to clear: a signal may come in the moment in which it is made.
        Staging? opened = null;
        var opening = new Lock();
        using var interruption = new Interruption(() =>
        {
            printing.Stop();
            lock (opening)
            {
                opened?.Abandon();
            }
        });
        lock (opening)
        {
            opened = output.Stage();
        }

        using var staging = opened;
        (site, var printFindings) = printing.Print(site, clock);
        report = Report.Of([.. site.Findings, .. printFindings], options.Strict);
        if (!report.IsClean)
        {
            return () => End(report, "; nothing was published");
        }

        var sink = new FileSink(
            (unit, file) =>
            {
                staging.Write(unit, file);
                clock.Advance(site.FileCount);
            },
            staging.IsKept);
        var faults = clock.Time("render", () => site.Render(sink));
        if (!faults.IsEmpty)
        {
            report = Report.Of([.. site.Findings, .. printFindings, .. faults], options.Strict);
            return () => End(report, "; nothing was published");
        }

        var bytes = clock.Time("publish", () =>
        {
            foreach (var file in site.Plan.Files)
            {
                using var source = SourceHandle.Open(file.Source.FullPath);
                staging.Copy(source, file.Source, file.Url.OutputPath);
            }

            var written = staging.Bytes;
            staging.WriteChecksums();
            staging.Commit();
            site.Prune();
            return written;
        });

        // Published addresses alone are promised to readers.
        var recorded = options.Record ? LedgerFile.Record(options.Input, site.Plan.Settings.BaseUrl, PublishedAddresses.Of(site.Plan)) : 0;
        var ledger = options.Record ? $"; {Summary.Count(recorded, "new address", "new addresses")} recorded" : "";
        return () => End(Report.Of([.. report.Shown, .. staging.Leftovers]), $", {Summary.Size(bytes)} in {options.Output}{ledger}");

        int End(Report report, string ending)
        {
            // Warnings even under --strict: they are no fault of the content, and the site may stand already.
            var whole = Report.Of([.. report.Shown, .. leftovers]);
            var code = Outcome.Of(options, whole);
            Summary.Print(options, whole, site.Plan, clock, ending);
            return code;
        }
    }
}

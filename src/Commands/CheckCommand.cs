using System.Collections.Concurrent;
using PolicyArchive.Checking;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;

namespace PolicyArchive.Commands;

/// <summary><c>check</c>: everything that can be known to be wrong, in every finished page, without publishing.</summary>
internal static class CheckCommand
{
    public static int Run(RunOptions options) => Progress.Show<Func<int>>(options, clock => Run(options, clock))();

    // What it returns prints the end of the run, once the progress bar is gone.
    private static Func<int> Run(RunOptions options, StageClock clock)
    {
        var site = SiteBuild.Prepare(options, clock);
        var findings = new List<Finding>(site.Findings);
        if (site.CanRender)
        {
            var files = new ConcurrentBag<RenderedFile>();
            findings.AddRange(clock.Time("render", () => site.Render(file =>
            {
                files.Add(file);
                clock.Advance(site.FileCount);
            }, withCards: false)));
            var paths = files.Select(f => f.Path).Concat(site.Plan.Files.Select(f => f.Url.OutputPath)).Append(Checksums.Url.OutputPath);
            var check = new SiteCheck(paths, site.Plan.Settings.BaseUrl.Folder, site.Plan.Settings.BaseUrl.Origin);
            findings.AddRange(clock.Time("check", () => check.Check(files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))).ToArray()));
        }

        var report = Report.Of(findings, options.Strict);
        return () =>
        {
            var code = Outcome.Of(options, report);
            Summary.Print(options, report, site.Plan, clock, " checked; nothing was published");
            return code;
        };
    }
}

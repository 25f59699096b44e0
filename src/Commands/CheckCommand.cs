using System.Collections.Concurrent;
using PolicyArchive.Checking;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Theming;

namespace PolicyArchive.Commands;

/// <summary><c>check</c>: everything that can be known to be wrong, in every finished page, without publishing.</summary>
internal static class CheckCommand
{
    public static int Run(RunOptions options)
    {
        var site = SiteBuild.Prepare(options);
        var findings = new ConcurrentBag<Finding>(site.Findings);
        if (site.CanRender)
        {
            var files = new ConcurrentBag<RenderedFile>();
            try
            {
                site.Render(files.Add);
                var check = new SiteCheck(files.Select(f => f.Path).Concat(site.Plan!.Files.Select(f => f.Url.OutputPath)), site.Plan.Settings.BaseUrl.Folder);
                foreach (var finding in check.Check(files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal))))
                {
                    findings.Add(finding);
                }
            }
            catch (ThemeFailure failure)
            {
                findings.Add(Finding.Error("THEME010", new Place(options.Theme), failure.Message.ReplaceLineEndings(" "), "see theme/README.md"));
            }
        }

        var code = Outcome.Print(options, Report.Of(findings, options.Strict));
        if (code == Outcome.Done && !options.Quiet)
        {
            Console.Out.WriteLine($"{site.Plan!.Archive.Entries.Length} briefs, {site.Plan.Pages.Length} pages checked; nothing was published");
        }

        return code;
    }
}

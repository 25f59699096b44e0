using System.Globalization;
using PolicyArchive.Findings;
using PolicyArchive.Publishing;
using PolicyArchive.Theming;

namespace PolicyArchive.Commands;

/// <summary><c>build</c>: the writers' and the designer's folder to the output folder, whole or not at all.</summary>
internal static class BuildCommand
{
    public static int Run(RunOptions options)
    {
        var clock = new StageClock(stage => Progress(options, stage));
        var output = OutputFolder.At(options.Output);
        var site = SiteBuild.Prepare(options, (stage, work) => clock.Time(stage, work));
        var report = Report.Of(site.Findings, options.Strict);
        if (!report.IsClean || !site.CanRender)
        {
            return Outcome.Print(options, report);
        }

        using var staging = output.Stage([options.Input, options.Theme], out var refusals);
        if (staging is null)
        {
            return Outcome.Print(options, Report.Of([.. site.Findings, .. refusals], options.Strict));
        }

        var bytes = 0L;
        try
        {
            clock.Time("render", () =>
            {
                site.Render(file =>
                {
                    Interlocked.Add(ref bytes, file.Length);
                    staging.Write(file);
                });
                foreach (var file in site.Plan!.Files)
                {
                    staging.Copy(file.Source, file.Url.OutputPath);
                }

                return true;
            });
        }
        catch (ThemeFailure failure)
        {
            return Outcome.Print(options, Report.Of([.. site.Findings, Finding.Error("THEME010", new Place(options.Theme), failure.Message.ReplaceLineEndings(" "), "see theme/README.md")], options.Strict));
        }

        clock.Time("publish", () =>
        {
            staging.Commit();
            return true;
        });
        var code = Outcome.Print(options, report);
        if (!options.Quiet)
        {
            var plan = site.Plan!;
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{plan.Archive.Entries.Length} briefs, {plan.Pages.Length} pages, {plan.Lists.Length * 3} feeds, {plan.Files.Length} files copied: {bytes / 1e6:0.0} MB in {options.Output}"));
            Console.Out.WriteLine(string.Join(", ", clock.Times.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Stage} {t.Time.TotalSeconds:0.00} s"))));
        }

        return code;
    }

    private static void Progress(RunOptions options, string stage)
    {
        if (!options.Quiet && options.Verbose)
        {
            Console.Out.WriteLine(stage + "…");
        }
    }
}

using System.Globalization;

namespace PolicyArchive.Benchmarks;

/// <summary>Whole builds of generated archives, ours and the peers' in turn, into new folders, and a table of medians.</summary>
internal static class CorpusRuns
{
    /// <param name="native">The program published natively, run in turn with the one on the runtime; or null.</param>
    /// <param name="plot">Where the wall times are drawn; or null.</param>
    public static int Run(FileInfo generator, int[] sizes, DirectoryInfo work, int runs, FileInfo? native, Peer[] peers, FileInfo? plot, TextWriter table)
    {
        var points = new List<TimePoint>();
        table.WriteLine("| generator | briefs | wall s | CPU s | peak MB | ratio of wall times | what it says |");
        table.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        foreach (var size in sizes)
        {
            var input = Corpus(generator, size, work);
            var ours = new List<MeasuredRun>();
            var natively = new List<MeasuredRun>();
            var edited = new List<MeasuredRun>();
            var editing = new EditedRuns(native?.FullName ?? Own, input, work);
            var theirs = peers.ToDictionary(peer => peer.Name, _ => new List<MeasuredRun>());

            // One run more than is counted: the first finds files that are not yet in memory.
            for (var run = 0; run <= runs; run++)
            {
                Count(run, ours, Build(Own, input, size, work));
                if (native is not null)
                {
                    Count(run, natively, Build(native.FullName, input, size, work));
                }

                Count(run, edited, editing.Next());
                foreach (var peer in peers)
                {
                    Count(run, theirs[peer.Name], MeasuredRun.Of("/bin/sh", ["-c", peer.Command.Replace("{n}", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)], work.FullName));
                }
            }

            var wall = Median(ours, r => r.Wall);
            var rows = new List<(string Name, List<MeasuredRun> Runs)> { (TimePlot.Ours, ours) };
            rows.AddRange(native is null ? [] : [($"{TimePlot.Ours}, native", natively)]);
            rows.Add(($"{TimePlot.Ours}{(native is null ? "" : ", native")}, one brief edited", edited));
            rows.AddRange(theirs.Select(peer => (peer.Key, peer.Value)));
            foreach (var (name, of) in rows)
            {
                Row(table, name, size, of, wall);
                points.Add(new TimePoint(name, size, Median(of, r => r.Wall)));
            }

            editing.End();
        }

        if (plot is not null)
        {
            File.WriteAllText(plot.FullName, TimePlot.Of(points));
        }

        return 0;
    }

    private static string Own => Path.Combine(AppContext.BaseDirectory, "policy-archive");

    private static MeasuredRun Build(string program, string input, int size, DirectoryInfo work)
    {
        // Into a new folder: a file system may be slow to create what it has just deleted.
        var output = Path.Combine(work.FullName, "sites", $"{size}-{DateTime.UtcNow:yyyyMMddHHmmssfff}");
        return MeasuredRun.Of(program, ["build", "--no-cache", "--input", input, "--output", output, "--theme", Path.Combine(AppContext.BaseDirectory, "theme")], work.FullName);
    }

    private static string Corpus(FileInfo generator, int size, DirectoryInfo work)
    {
        var input = Path.Combine(work.FullName, "corpora", size.ToString(CultureInfo.InvariantCulture));
        var settings = Path.Combine(input, "settings.yml");
        if (!File.Exists(settings))
        {
            var (program, first) = generator.Extension == ".py" ? ("python3", (string[])[generator.FullName]) : (generator.FullName, []);
            Directory.CreateDirectory(input);
            MeasuredRun.Of(program, [.. first, size.ToString(CultureInfo.InvariantCulture), Path.Combine(input, "briefs")], work.FullName);
            File.WriteAllText(settings, "title: A generated archive\nbase_url: https://archive.example\n");
        }

        return input;
    }

    private static void Count(int run, List<MeasuredRun> runs, MeasuredRun measured)
    {
        if (run > 0)
        {
            runs.Add(measured);
        }
    }

    private static void Row(TextWriter table, string name, int size, List<MeasuredRun> runs, double ours)
    {
        var wall = Median(runs, r => r.Wall);
        var said = runs[^1].Output.Trim().ReplaceLineEndings("; ");
        table.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {size:N0} | {wall:0.00} | {Median(runs, r => r.Cpu):0.00} | {Median(runs, r => r.PeakMemory) / 1e6:0} | {wall / ours:0.00} | {said} |"));
    }

    private static double Median(List<MeasuredRun> runs, Func<MeasuredRun, double> figure) => runs.Select(figure).Order().ElementAt(runs.Count / 2);
}

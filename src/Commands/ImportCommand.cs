using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing;
using PolicyArchive.Importing.Drafting;
using PolicyArchive.Importing.Sites;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;
using Spectre.Console;

namespace PolicyArchive.Commands;

/// <summary><c>import</c>: text, saved pages, WordPress exports, Word files and the sites of other generators to drafts in the writers' folder.</summary>
internal static partial class ImportCommand
{
    // Read and arranged side by side, then written one after the other.
    private const int Batch = 64;

    // More would hide the table.
    private const int MostNamed = 10;

    // How often a run without a progress bar says how far it is.
    private const int Said = 500;

    [GeneratedRegex("^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguageTag { get; }

    public static void ValidateLanguage(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is { } tag && !LanguageTag.IsMatch(tag))
        {
            result.AddError($"--language takes a tag such as fr or pt-BR, not '{tag}'.");
        }
    }

    public static int Run(RunOptions options, IReadOnlyList<string> paths, string? kind, string? language) =>
        Progress.Show<Func<int>>(options, clock => Run(options, paths, kind, language, clock))();

    // What it returns prints the end of the run, once the progress bar is gone.
    private static Func<int> Run(RunOptions options, IReadOnlyList<string> paths, string? kind, string? language, StageClock clock)
    {
        var findings = new List<Finding>();
        var counts = new Dictionary<Arrival, int>();
        var (failed, files) = (0, 0);
        DraftDesk? desk = null;
        SiteMove?[] sites = [];
        if (!Directory.Exists(options.Input))
        {
            findings.Add(Finding.Error("FILE001", new Place(options.Input.Replace('\\', '/')), $"there is no input folder `{options.Input}`", "name one with --input, or make it"));
            return End;
        }

        sites = [.. paths.Select(path => Recognition.Of(path, options.Now))];
        var sources = SourceList.Of(paths.Where((_, i) => sites[i] is null), findings);
        failed += findings.Count(f => f.Severity == Severity.Error);
        var (manuscripts, _) = clock.Time("read the archive", () => InputFolder.At(options.Input).Read(new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = true }));
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Input));
        desk = new DraftDesk(root, options.Input.Replace('\\', '/').TrimEnd('/'), manuscripts, new DraftKeys(kind, language, manuscripts.Settings.Language, options.Now));
        var done = 0;
        var skipped = new Dictionary<SourcePath, List<Dropped>>();
        var total = Math.Max(sources.Count + sites.Sum(site => site?.Count ?? 0), 1);
        clock.Time("import", () =>
        {
            foreach (var site in sites.OfType<SiteMove>())
            {
                failed += site.Faults;
                var copied = Try(site.Summary, () => desk.Place(site, findings, (source, place) =>
                {
                    var arrival = Try(source, place);
                    counts[arrival] = counts.GetValueOrDefault(arrival) + 1;
                    Advance(++done);
                }));
                files += copied;
            }

            foreach (var batch in sources.SelectMany(source => Formats.Pieces(source).Select(read => (Source: source, Read: read))).Chunk(Batch))
            {
                var readings = new (PieceReading Reading, Importing.Arranging.Arrangement? Arranged)[batch.Length];
                Parallel.For(0, batch.Length, i =>
                {
                    var reading = batch[i].Read();
                    readings[i] = (reading, reading.Piece is { } piece ? desk.Arrange(piece) : null);
                });
                for (var i = 0; i < batch.Length; i++)
                {
                    var (reading, arranged) = readings[i];
                    if (reading.Skipped is { } left)
                    {
                        (skipped.TryGetValue(batch[i].Source, out var known) ? known : skipped[batch[i].Source] = []).Add(left);
                    }

                    findings.AddRange(reading.Faults);
                    failed += reading.Faults.Count(f => f.Severity == Severity.Error);
                    if (arranged is not null)
                    {
                        var arrival = Try(arranged.Piece.Place.File, () => desk.Place(arranged, findings));
                        counts[arrival] = counts.GetValueOrDefault(arrival) + 1;
                    }

                    Advance(++done);
                }
            }

            foreach (var (source, left) in skipped)
            {
                Try(source.Display, () => desk.WriteSkipped(source, left));
            }

            return true;
        });
        return End;

        void Advance(int number)
        {
            clock.Advance(total);
            if (!options.IsDecorated && !options.Quiet && number % Said == 0)
            {
                Console.Out.WriteLine($"{number} of {Math.Max(total, number)}");
            }
        }

        int End()
        {
            var report = Report.Of(findings, options.Strict);
            var code = Outcome.Of(options, report);
            if (!options.Quiet)
            {
                foreach (var site in sites.OfType<SiteMove>())
                {
                    Console.Out.WriteLine(site.Summary);
                }

                PrintWritten(desk?.Written ?? [], areDrafts: sites.All(site => site is null));
                Print(counts, files, failed);
                Summary.PrintCounts(options, report);
            }

            return code;
        }
    }

    private static T Try<T>(string source, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception fault) when (MachineFailure.Is(fault))
        {
            throw MachineFailure.While($"cannot write the draft of {source}", fault);
        }
    }

    private static void PrintWritten(List<(string Draft, string Report)> written, bool areDrafts)
    {
        foreach (var (draft, report) in written.Count <= MostNamed ? written : [])
        {
            Console.Out.WriteLine($"{draft}, with its report, {report}");
        }

        if (written.Count > 0 && areDrafts)
        {
            Console.Out.WriteLine("To publish: read the report, mend the draft, take its line `draft: true` away, and build.");
        }
    }

    private static void Print(Dictionary<Arrival, int> counts, int files, int failed)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, count) in ((string, int)[])
        [
            ("imported", counts.GetValueOrDefault(Arrival.Imported)), ("updated", counts.GetValueOrDefault(Arrival.Updated)), ("unchanged", counts.GetValueOrDefault(Arrival.Unchanged)),
            ("kept, since they were edited", counts.GetValueOrDefault(Arrival.Kept)), ("files copied", files), ("failed", failed),
        ])
        {
            if (name == "files copied" && count == 0)
            {
                continue;
            }

            table.AddRow(new Text(name), new Text(count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out), Ansi = AnsiSupport.No }).Write(table);
    }
}

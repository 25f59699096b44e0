using System.Globalization;
using BenchmarkDotNet.Attributes;
using PolicyArchive.Commands;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Searching;

namespace PolicyArchive.Benchmarks;

/// <summary>The stages of a build of 200 briefs, each by itself, in a process that is warm.</summary>
[MemoryDiagnoser]
public class SiteLoops
{
    private const int Briefs = 200;
    private const int WordsInBrief = 600;

    private readonly string _folder = Directory.CreateTempSubdirectory("site-loops-").FullName;
    private readonly List<RenderedFile> _files = [];
    private SiteBuild _site = null!;
    private int _run;

    private RunOptions Options => new() { Input = Path.Combine(_folder, "input"), Theme = Path.Combine(AppContext.BaseDirectory, "theme"), Output = Path.Combine(_folder, "output"), Now = new DateOnly(2026, 1, 1) };

    [GlobalSetup]
    public void WriteTexts()
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, 5000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)random.Next('a', 'z')))).ToArray();
        Directory.CreateDirectory(Path.Combine(_folder, "input", "briefs"));
        File.WriteAllText(Path.Combine(_folder, "input", "settings.yml"), "title: Loops\nbase_url: https://loops.example\n");
        for (var i = 0; i < Briefs; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, WordsInBrief).Select(n => words[(int)(words.Length * Math.Pow(random.NextDouble(), 3))] + (n % 70 == 69 ? ".\n\n" : "")));
            var day = new DateOnly(2010, 1, 1).AddDays(i * 25).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(_folder, "input", "briefs", $"b{i}.md"), $"---\ntitle: Piece {i}\npublished: {day}\ntopics: [Topic {i % 9}, Topic {i % 11}]\nauthors: [Writer {i % 17}]\n---\n{text}\n");
        }

        _site = SiteBuild.Prepare(Options);
        _site.Render(file =>
        {
            lock (_files)
            {
                _files.Add(file);
            }
        });
    }

    [GlobalCleanup]
    public void Clear() => Directory.Delete(_folder, recursive: true);

    /// <summary>Reading, gathering and planning.</summary>
    [Benchmark]
    public int Prepare() => SiteBuild.Prepare(Options).Plan.Pages.Length;

    /// <summary>Pages, feeds, citations and records, and the index with them.</summary>
    [Benchmark]
    public long Render() => Length(sink => _site.Render(sink));

    /// <summary>Words, stems, postings and their packing.</summary>
    [Benchmark]
    public long Index() => Length(sink =>
    {
        SearchIndex.Of(_site.Plan).Write(new FileSink(sink));
        return 0;
    });

    /// <summary>Into a new folder each time, as a first build does.</summary>
    [Benchmark]
    public int Write()
    {
        using var staging = OutputFolder.At(Path.Combine(_folder, "written", (++_run).ToString(CultureInfo.InvariantCulture))).Stage();
        Parallel.ForEach(_files, staging.Write);
        staging.Commit();
        return staging.Count;
    }

    private static long Length<T>(Func<Action<RenderedFile>, T> render)
    {
        var bytes = 0L;
        render(file => Interlocked.Add(ref bytes, file.Length));
        return bytes;
    }
}

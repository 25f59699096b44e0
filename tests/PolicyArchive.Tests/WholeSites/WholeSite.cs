using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.WholeSites;

/// <summary>A site of <c>tests/sites</c>, or the sample archive, built once for all tests that look at it.</summary>
internal sealed class WholeSite
{
    private static readonly ConcurrentDictionary<string, Lazy<WholeSite>> Built = new(StringComparer.Ordinal);

    private WholeSite(RunOptions options)
    {
        Options = options;
        var site = SiteBuild.Prepare(options);
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var faults = ImmutableArray<Finding>.Empty;
        if (Report.Of(site.Findings).IsClean)
        {
            faults = site.Render(file => files[file.Path] = file.Bytes.ToArray());
            foreach (var copy in site.Plan.Files)
            {
                files[copy.Url.OutputPath] = File.ReadAllBytes(copy.Source.FullPath);
            }
        }

        (Plan, Files, Findings) = (site.Plan, files, Report.Of([.. site.Findings, .. faults]).Shown);
    }

    public RunOptions Options { get; }

    public SitePlan Plan { get; }

    public IReadOnlyDictionary<string, byte[]> Files { get; }

    public ImmutableArray<Finding> Findings { get; }

    public static WholeSite Minimal => Of("tests/sites/minimal/input");

    public static WholeSite Everything => Of("tests/sites/everything/input");

    /// <summary>Pieces that are hard to cite.</summary>
    public static WholeSite Citing => Of("tests/sites/citing/input");

    public static WholeSite Broken => Of("tests/sites/broken/input");

    /// <summary>The archive that ships with the program.</summary>
    public static WholeSite Sample => Of("input");

    public string Text(string path) => System.Text.Encoding.UTF8.GetString(Files[path]);

    public IEnumerable<string> Pages => Files.Keys.Where(k => k.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static WholeSite Of(string input) => Built.GetOrAdd(input, _ => new Lazy<WholeSite>(() => new WholeSite(new RunOptions
    {
        Input = Path.Combine(SmallSite.Repository, input),
        Theme = Path.Combine(SmallSite.Repository, "theme"),
        Output = "nowhere",
        Now = new DateOnly(2026, 11, 1),
    }))).Value;
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Dom;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests;

/// <summary>A whole small site in a folder of its own, built in memory through the front door.</summary>
internal sealed class SmallSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-").FullName;

    /// <summary>A PNG picture of one transparent pixel.</summary>
    public static byte[] Pixel { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static string Repository { get; } = FindRepository();

    public SmallSite With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public SmallSite With(string path, byte[] bytes)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    public static SmallSite WithSettings(string more = "") =>
        new SmallSite().With("settings.yml", $"title: A small archive\nbase_url: https://archive.example\n{more}");

    /// <summary>A site of one brief, <c>briefs/x.md</c>: its own keys begin at line 4.</summary>
    public static SmallSite WithBrief(string keys, string body = "Text.\n") => WithSettings().AndBrief("x", keys, body);

    public SmallSite AndBrief(string name, string keys, string body = "Text.\n") =>
        With($"briefs/{name}.md", $"---\ntitle: {name}\npublished: 2019-03-04\n{(keys.Length > 0 ? keys + "\n" : "")}---\n{body}");

    public string Folder => _folder;

    public string PathOf(string path) => Path.Combine(_folder, "input", path);

    public RunOptions Options => new()
    {
        Input = Path.Combine(_folder, "input"),
        Theme = Path.Combine(Repository, "theme"),
        Output = Path.Combine(_folder, "output"),
        Now = new DateOnly(2026, 1, 1),
    };

    public (Report Report, IReadOnlyDictionary<string, string> Files) Build(RunOptions? options = null)
    {
        var site = SiteBuild.Prepare(options ?? Options);
        var files = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var faults = ImmutableArray<Finding>.Empty;
        if (site.CanRender && Report.Of(site.Findings).IsClean)
        {
            faults = site.Render(file => files[file.Path] = Encoding.UTF8.GetString(file.Bytes.Span));
            foreach (var copy in site.Plan.Files)
            {
                files[copy.Url.OutputPath] = "";
            }
        }

        return (Report.Of([.. site.Findings, .. faults]), files);
    }

    /// <summary>All findings of reading, gathering and planning, in their order; not what is said of cards (THEME030 and on).</summary>
    public IReadOnlyList<Finding> Findings() => [.. Report.Of(SiteBuild.Prepare(Options with { Theme = BareTheme.Folder }).Findings).Shown.Where(f => !f.Code.StartsWith("THEME03", StringComparison.Ordinal))];

    public string[] Codes() => [.. Findings().Select(f => f.Code)];

    /// <summary>Every finding as its code and place: <c>BRIEF012 briefs/x.md(4,9)</c>.</summary>
    public string[] Places() => [.. Findings().Select(f => $"{f.Code} {Local(f.Place)}")];

    /// <summary>The only finding.</summary>
    public Finding Finding() => Assert.Single(Findings());

    /// <summary>The site's files; there must be no finding.</summary>
    public IReadOnlyDictionary<string, string> Files(RunOptions? options = null)
    {
        var (report, files) = Build(options);
        Assert.Empty(report.Shown);
        return files;
    }

    /// <summary>A page as a browser reads it; there must be no finding.</summary>
    public IHtmlDocument Page(string path = "briefs/x/index.html") => Dom.Parse(Files()[path]);

    /// <summary>The plan of the site; there must be no finding but notes.</summary>
    public SitePlan Plan(RunOptions? options = null)
    {
        var site = SiteBuild.Prepare(options ?? Options with { Theme = BareTheme.Folder });
        Assert.DoesNotContain(site.Findings, finding => finding.Severity != Severity.Note);
        return site.Plan;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Local(Place place) =>
        (place with { File = place.File.Replace(Options.Input + "/", "", StringComparison.Ordinal) }).ToString();

    private static string FindRepository()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "StatiqSite.csproj")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("not below the repository");
        }

        return folder;
    }
}

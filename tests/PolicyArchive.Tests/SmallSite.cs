using System.Collections.Concurrent;
using System.Text;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests;

/// <summary>A whole small site in a folder of its own, built in memory through the front door.</summary>
internal sealed class SmallSite : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("archive-").FullName;

    public static string Repository { get; } = FindRepository();

    public SmallSite With(string path, string text)
    {
        var full = Path.Combine(_folder, "input", path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, Encoding.UTF8.GetBytes(text));
        return this;
    }

    public static SmallSite WithSettings() => new SmallSite().With("settings.yml", "title: A small archive\nbase_url: https://archive.example\n");

    public string Folder => _folder;

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
        if (site.CanRender && Report.Of(site.Findings).IsClean)
        {
            site.Render(file => files[file.Path] = Encoding.UTF8.GetString(file.Bytes.Span));
            foreach (var copy in site.Plan!.Files)
            {
                files[copy.Url.OutputPath] = "";
            }
        }

        return (Report.Of(site.Findings), files);
    }

    public string[] Codes() => [.. Build().Report.Shown.Select(f => f.Code)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

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

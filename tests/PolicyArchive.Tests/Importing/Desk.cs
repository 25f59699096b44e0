using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing;
using PolicyArchive.Importing.Drafting;
using PolicyArchive.Importing.Sites;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Importing;

/// <summary>An editor's desk: a small site, a folder of sources beside it, and what importing them leaves.</summary>
internal sealed partial class Desk : IDisposable
{
    public static DateOnly Today { get; } = new(2026, 1, 1);

    private readonly SmallSite _site = SmallSite.WithSettings("language: en\n");

    [GeneratedRegex("^provenance:\n(?:  .*\n)+", RegexOptions.Multiline)]
    private static partial Regex Provenance { get; }

    public SmallSite Site => _site;

    public List<Finding> Findings { get; } = [];

    public string[] Codes => [.. Findings.Select(f => f.Code).Order(StringComparer.Ordinal)];

    public string SourceOf(string name) => Path.Combine(_site.Folder, "raw", name);

    public Desk With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public Desk With(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(SourceOf(name))!);
        File.WriteAllBytes(SourceOf(name), bytes);
        return this;
    }

    /// <summary>A whole folder of sources.</summary>
    public Desk WithFolder(string folder, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            With($"{name}/{Path.GetRelativePath(folder, file)}", File.ReadAllBytes(file));
        }

        return this;
    }

    /// <summary>A desk on which one source has been imported.</summary>
    public static Desk After(string name, string text)
    {
        var desk = new Desk().With(name, text);
        desk.Import(name);
        return desk;
    }

    public static Desk After(string name, byte[] bytes)
    {
        var desk = new Desk().With(name, bytes);
        desk.Import(name);
        return desk;
    }

    /// <summary>What became of each piece. Findings of this run replace those of the last.</summary>
    public Arrival[] Import(string name, string? kind = null, DateOnly? today = null)
    {
        Findings.Clear();
        var input = Path.Combine(_site.Folder, "input");
        var (manuscripts, _) = InputFolder.At(input).Read(new ReadingOptions { Today = Today, ShowDrafts = true });
        var desk = new DraftDesk(input, "input", manuscripts, new DraftKeys(kind, null, manuscripts.Settings.Language, today ?? Today));
        var arrivals = new List<Arrival>();
        if (Recognition.Of(SourceOf(name), today ?? Today) is { } site)
        {
            desk.Place(site, Findings, (_, place) => arrivals.Add(place()));
            return [.. arrivals];
        }

        foreach (var read in SourceList.Of([SourceOf(name)], Findings).SelectMany(Formats.Pieces))
        {
            var reading = read();
            Findings.AddRange(reading.Faults);
            if (reading.Piece is { } piece)
            {
                arrivals.Add(desk.Place(desk.Arrange(piece), Findings));
            }
        }

        return [.. arrivals];
    }

    /// <summary>The drafts below the input folder, by path.</summary>
    public string[] Drafts => [.. Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal) && !Path.GetFileName(f).StartsWith('_'))];

    public string[] Files => [.. Directory.EnumerateFiles(Path.Combine(_site.Folder, "input"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(_site.Folder, "input"), f)).Where(f => f != "settings.yml").Order(StringComparer.Ordinal)];

    public string Text(string path) => File.ReadAllText(_site.PathOf(path));

    /// <summary>The only draft, without its provenance.</summary>
    public string Draft => Bare(Text(Assert.Single(Drafts)));

    public string Body => Draft[(Draft.IndexOf("\n---\n\n", StringComparison.Ordinal) + 6)..];

    public string Report => Text(Assert.Single(Files, f => Path.GetFileName(f).StartsWith("_import-report-", StringComparison.Ordinal)));

    public static string Bare(string draft) => Provenance.Replace(draft, "");

    /// <summary>What building the archive with its drafts finds; errors would be the importer's.</summary>
    public Finding[] BuildFindings() => [.. _site.Build(_site.Options with { Drafts = true, Theme = BareTheme.Folder }).Report.Shown];

    public void Dispose() => _site.Dispose();
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>The writers' folder: finds its files, splits and reads them, in parallel; the order is always the same.</summary>
public sealed class InputFolder
{
    private static readonly string[] Listings = ["settings.yml", "people.yml", "topics.yml", "regions.yml", "series.yml", "ledger.txt", "retired.yml"];

    private readonly string _root;
    private readonly string _display;

    private InputFolder(string root, string display) => (_root, _display) = (root, display);

    public static InputFolder At(string path)
    {
        var full = Path.GetFullPath(path);
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full);
        return new InputFolder(full, (relative.StartsWith("..", StringComparison.Ordinal) ? full : relative).Replace('\\', '/').TrimEnd('/'));
    }

    /// <summary>Everything the folder holds, and all that is wrong in its files, each by itself.</summary>
    public (Manuscripts Manuscripts, ImmutableArray<Finding> Findings) Read(ReadingOptions options)
    {
        var findings = new List<Finding>();
        if (!Directory.Exists(_root))
        {
            findings.Add(Finding.Error("FILE001", new Place(_display), "there is no input folder here", "name one with --input, or make it"));
            return (new Manuscripts { Settings = new Settings { Today = options.Today } }, [.. findings]);
        }

        var files = new FolderListing(_root, _display, findings).Files();
        var settings = SettingsReader.Read(Listing("settings.yml", findings), StatiqSettings(), new Place($"{_display}/settings.yml"), options, findings);
        var topics = ListingReader.Terms(Listing("topics.yml", findings), Taxonomy.Topics, findings, out var closedTopics);
        var regions = ListingReader.Terms(Listing("regions.yml", findings), Taxonomy.Regions, findings, out var closedRegions);
        var series = ListingReader.Terms(Listing("series.yml", findings), Taxonomy.Series, findings, out var closedSeries);
        var people = ListingReader.People(Listing("people.yml", findings), findings);
        var (briefs, prose) = ReadMarkdown(files, findings);
        if (briefs.IsEmpty && findings.All(f => f.Severity != Severity.Error))
        {
            findings.Add(Finding.Warning("FILE012", new Place(_display), "there are no briefs here", "put Markdown files with front matter into its folder `briefs`"));
        }

        var manuscripts = new Manuscripts
        {
            Settings = settings,
            Briefs = briefs,
            Prose = prose,
            People = people,
            Terms = [.. topics, .. regions, .. series],
            Closed = [.. new (bool Is, Taxonomy Taxonomy)[] { (closedTopics, Taxonomy.Topics), (closedRegions, Taxonomy.Regions), (closedSeries, Taxonomy.Series) }.Where(c => c.Is).Select(c => c.Taxonomy)],
            Files = [.. files.Where(f => !IsMarkdown(f) && !IsListing(f) && !IsHidden(f)).Select(f => Copied(f))],
        };
        return (manuscripts, [.. findings]);
    }

    private (ImmutableArray<Brief> Briefs, ImmutableArray<Prose> Prose) ReadMarkdown(ImmutableArray<string> files, List<Finding> findings)
    {
        var metadata = DirectoryMetadata.Of(files, Load, findings);
        var sources = files.Where(f => IsMarkdown(f) && !IsHidden(f)).ToArray();
        var read = new (Brief? Brief, Prose? Prose, List<Finding> Findings)[sources.Length];
        Parallel.For(0, sources.Length, i =>
        {
            var own = new List<Finding>();
            var (brief, prose) = Load(sources[i], own) is { } file ? ReadOne(file, metadata, own) : default;
            read[i] = (brief, prose, own);
        });
        foreach (var one in read)
        {
            findings.AddRange(one.Findings);
        }

        return ([.. read.Select(r => r.Brief).OfType<Brief>()], [.. read.Select(r => r.Prose).OfType<Prose>()]);
    }

    private static (Brief? Brief, Prose? Prose) ReadOne(SourceFile file, DirectoryMetadata metadata, List<Finding> findings)
    {
        var head = FrontMatter.Split(file, findings);
        if (head is { IsPresent: true, Head: null })
        {
            return default;
        }

        var keys = new Keys(findings, [head.Head, .. metadata.For(file.RelativePath)]);
        var isBrief = file.RelativePath.StartsWith("briefs/", StringComparison.Ordinal)
            || (!file.RelativePath.StartsWith("pages/", StringComparison.Ordinal) && (keys.Has("published") || keys.Has("date")));
        if (isBrief && !head.IsPresent)
        {
            findings.Add(Finding.Error("BRIEF004", file.Head, "the brief has no front matter", "begin the file with a line `---`, then `title: ` and `published: `, then another line `---`"));
            return default;
        }

        return isBrief
            ? (new BriefReader(file, keys, findings).Read(head.BodyStart), null)
            : (null, ProseReader.Read(file, keys, head.BodyStart, findings));
    }

    private SourceFile? Load(string relative, List<Finding> findings)
    {
        var path = Path.Combine(_root, relative);
        var display = $"{_display}/{relative}";
        if (new FileInfo(path).Length > SourceFile.MaxBytes)
        {
            findings.Add(Finding.Error("FILE005", new Place(display), $"the file is larger than {SourceFile.MaxBytes / 1024 / 1024} MB", "split it, or move pictures and data into files of their own"));
            return null;
        }

        var (file, fault) = SourceFile.Decode(relative, display, File.ReadAllBytes(path));
        if (fault is not null)
        {
            findings.Add(fault);
        }

        return file;
    }

    private YamlMap? Listing(string name, List<Finding> findings) =>
        File.Exists(Path.Combine(_root, name)) && Load(name, findings) is { } file ? YamlReader.Read(file.Text, file.At, findings) : null;

    private YamlMap? StatiqSettings()
    {
        var path = Path.Combine(Path.GetDirectoryName(_root) ?? _root, "settings.yml");
        return File.Exists(path) && SourceFile.Decode("settings.yml", path, File.ReadAllBytes(path)).File is { } file ? YamlReader.Read(file.Text, file.At, []) : null;
    }

    private InputFile Copied(string relative)
    {
        var path = Path.Combine(_root, relative);
        var (width, height) = PictureSize.Of(path);
        return new InputFile(relative.Normalize(), path, new FileInfo(path).Length, width, height);
    }

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static bool IsListing(string path) => Listings.Contains(path, StringComparer.Ordinal);

    private static bool IsHidden(string path) => path.Split('/').Any(part => part[0] is '_' or '.');
}

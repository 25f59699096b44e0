using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
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
        if (string.IsNullOrWhiteSpace(path))
        {
            return new InputFolder("", "\"\"");
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), full).Replace('\\', '/');
        var isBelow = relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
        return new InputFolder(full, isBelow ? relative : path.Replace('\\', '/').TrimEnd('/'));
    }

    /// <summary>Everything the folder holds, and all that is wrong in its files, each by itself.</summary>
    /// <exception cref="IOException">The machine failed: a file that is there could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    /// <param name="kept">What was read before, for a folder that is read again and again.</param>
    /// <param name="articles">Articles of earlier runs, for a folder that is read once.</param>
    public (Manuscripts Manuscripts, ImmutableArray<Finding> Findings) Read(ReadingOptions options, KeptTexts? kept = null, KeptPack? articles = null)
    {
        var findings = new List<Finding>();
        if (!Directory.Exists(_root))
        {
            findings.Add(Finding.Error("FILE001", new Place(_display), $"there is no input folder `{_display}`", "name one with --input, or make it"));
            return (new Manuscripts { Settings = new Settings { Today = options.Today, WordBook = options.Words } }, [.. findings]);
        }

        var files = new FolderListing(_root, PlaceOf, findings).Files();
        findings.AddRange(Misnamed(files));
        var own = files.Contains("settings.yml") ? Load("settings.yml", findings) : null;
        var map = own is null ? null : YamlReader.Read(own.Text, YamlReader.ListingLength, own.At, findings);
        var (statiqText, statiq) = StatiqSettings(findings);
        var settings = findings.Any(f => f.Place.File == PlaceOf("settings.yml").File)
            ? new Settings { Today = options.Today, ShowDrafts = options.ShowDrafts, WordBook = options.Words }
            : SettingsReader.Read(map, statiq, PlaceOf("settings.yml"), options, findings) with
            {
                Print = new PrintHash().With(own?.Text).With(statiqText).With(options.BaseUrl).With(options.ShowDrafts).With(options.Words.Print).Value(),
            };
        var topics = ListingReader.Terms(Listing("topics.yml", files, findings), Taxonomy.Topics, findings, out var closedTopics);
        var regions = ListingReader.Terms(Listing("regions.yml", files, findings), Taxonomy.Regions, findings, out var closedRegions);
        var series = ListingReader.Terms(Listing("series.yml", files, findings), Taxonomy.Series, findings, out var closedSeries);
        var people = ListingReader.People(Listing("people.yml", files, findings), findings);
        var texts = ReadMarkdown(files, settings, kept, new BodyReader(settings, articles), findings);
        var briefs = texts.Select(t => t.Brief).OfType<Brief>().ToImmutableArray();
        if (briefs.IsEmpty && findings.All(f => f.Severity != Severity.Error))
        {
            findings.Add(Finding.Warning("FILE012", new Place(_display), "there are no briefs here", "put Markdown files with front matter into its folder `briefs`"));
        }

        var manuscripts = new Manuscripts
        {
            Settings = settings,
            Briefs = briefs,
            Prose = [.. texts.Select(t => t.Prose).OfType<Prose>()],
            Unread = [.. texts.Where(t => t.IsUnread).Select(t => TextFold.Compose(t.Path))],
            UnreadSlugs = [.. texts.Where(t => t.IsUnread).Select(t => BriefAddress.SlugOfName(t.Path)).OfType<Slug>()],
            People = people,
            Terms = [.. topics, .. regions, .. series],
            Ledger = LedgerReader.Read(files.Contains("ledger.txt") ? Load(Path.Combine(_root, "ledger.txt"), "ledger.txt", PlaceOf("ledger.txt"), findings, LedgerReader.MaxBytes) : null),
            Retired = RetiredReader.Read(Listing("retired.yml", files, findings), findings),
            Closed = [.. new (bool Is, Taxonomy Taxonomy)[] { (closedTopics, Taxonomy.Topics), (closedRegions, Taxonomy.Regions), (closedSeries, Taxonomy.Series) }.Where(c => c.Is).Select(c => c.Taxonomy)],
            Files = [.. files.Where(f => !IsMarkdown(f) && !IsListing(f) && !IsHidden(f)).Concat(texts.Where(t => t.IsPlain).Select(t => t.Path)).Select(Copied)],
        };
        return (manuscripts, [.. findings]);
    }

    /// <summary>What one Markdown file is: a brief, a page, a file to be copied, or so faulty that it is nothing.</summary>
    internal sealed record Text(string Path, Brief? Brief, Prose? Prose, bool IsPlain, List<Finding> Findings)
    {
        public bool IsUnread => Brief is null && Prose is null && !IsPlain;
    }

    private Text[] ReadMarkdown(ImmutableArray<string> files, Settings settings, KeptTexts? kept, BodyReader bodies, List<Finding> findings)
    {
        var sources = files.Where(f => IsMarkdown(f) && !IsHidden(f)).ToArray();
        var metadata = DirectoryMetadata.Of(files, sources, Load, findings);
        kept?.Begin(metadata, settings, sources, FullPath);
        var texts = new Text[sources.Length];
        try
        {
            Parallel.For(0, sources.Length, i => texts[i] = kept?.Find(sources[i]) ?? ReadOne(sources[i], metadata, settings, bodies));
        }
        catch (AggregateException failures)
        {
            // The machine failed for one file or many; one says enough, and says it as a loop would.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        foreach (var text in texts)
        {
            findings.AddRange(text.Findings);
        }

        kept?.Keep(texts);
        return texts;
    }

    /// <summary>One Markdown file as it is now; null where only reading the whole folder can tell what it is.</summary>
    /// <param name="kept">Of the last reading of the whole folder.</param>
    public (Brief? Brief, Prose? Prose, ImmutableArray<Finding> Findings)? ReadAgain(string relative, KeptTexts kept)
    {
        if (kept is not { Metadata: { } metadata, Settings: { } settings } || !kept.Knows(relative) || OwnFile(FullPath(relative)) is null)
        {
            return null;
        }

        var text = ReadOne(relative, metadata, settings, new BodyReader(settings, null));
        return text.IsPlain ? null : (text.Brief, text.Prose, [.. text.Findings]);
    }

    /// <summary>The file at a path found earlier, with no link to elsewhere on the way there; null when it is no longer a file of this folder.</summary>
    public string? OwnFile(string fullPath)
    {
        var file = new FileInfo(fullPath);
        if (file.LinkTarget is not null)
        {
            file = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo;
            if (file is null || IsHidden(Path.GetRelativePath(_root, file.FullName).Replace('\\', '/')))
            {
                return null;
            }
        }

        if (file is not { Exists: true, LinkTarget: null } || !file.FullName.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !FileKind.IsRegular(file.FullName, file.Length, isLink: false))
        {
            return null;
        }

        for (var folder = file.Directory; folder is not null && folder.FullName.Length > _root.Length; folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
            {
                return null;
            }
        }

        return file.FullName;
    }

    private string FullPath(string relative) => Path.Combine(_root, relative);

    private Text ReadOne(string path, DirectoryMetadata metadata, Settings settings, BodyReader bodies)
    {
        var text = new Text(path, null, null, false, []);
        if (Load(path, text.Findings) is not { } file || FrontMatter.Split(file, text.Findings) is var head && head is { IsPresent: true, Head: null })
        {
            return text;
        }

        var keys = new Keys(KeyCodes.Brief, text.Findings, [head.Head, .. metadata.For(path)]);
        var isInBriefs = path.StartsWith("briefs/", StringComparison.Ordinal);
        var isInPages = path.StartsWith("pages/", StringComparison.Ordinal);
        var isBrief = isInBriefs || (!isInPages && (keys.Has("published") || keys.Has("date")));
        if (!head.IsPresent && !keys.Has("title"))
        {
            if (!isInBriefs && !isInPages)
            {
                // A note that came along, such as a README.
                return text with { IsPlain = true };
            }

            if (isBrief)
            {
                text.Findings.Add(FrontMatter.Missing(file));
                return text;
            }
        }

        return isBrief
            ? text with { Brief = new BriefReader(file, keys, settings, bodies).Read(head.BodyStart) is { } brief ? brief with { Print = PrintOf(file, metadata, settings) } : null }
            : text with { Prose = ProseReader.Read(file, keys, head.BodyStart, settings, bodies) };
    }

    private static UInt128 PrintOf(SourceFile file, DirectoryMetadata metadata, Settings settings)
    {
        var print = new PrintHash().With(settings.Print).With(file.RelativePath).With(file.Text);
        foreach (var text in metadata.TextsFor(file.RelativePath))
        {
            print.With(text);
        }

        return print.Value();
    }

    private SourceFile? Load(string relative, List<Finding> findings) => Load(Path.Combine(_root, relative), relative, PlaceOf(relative), findings);

    private static SourceFile? Load(string path, string relative, Place place, List<Finding> findings, int maxBytes = SourceFile.MaxBytes)
    {
        if (SourceHandle.Read(path, maxBytes) is not { } bytes)
        {
            findings.Add(Finding.Error("FILE005", place, $"the file is larger than {maxBytes / 1024 / 1024} MB", "split it, or move pictures and data into files of their own"));
            return null;
        }

        var (file, fault) = SourceFile.Decode(relative, place.File, bytes);
        if (fault is not null)
        {
            findings.Add(fault);
        }

        return file;
    }

    private YamlMap? Listing(string name, ImmutableArray<string> files, List<Finding> findings) =>
        files.Contains(name) && Load(name, findings) is { } file ? YamlReader.Read(file.Text, YamlReader.ListingLength, file.At, findings) : null;

    // A listing under another name would be published, and not read.
    private IEnumerable<Finding> Misnamed(ImmutableArray<string> files) =>
        Listings.Where(name => Directory.Exists(Path.Combine(_root, name)))
            .Select(name => Finding.Error("FILE016", PlaceOf(name), $"`{name}` is a folder, and a file of that name is read", "rename the folder"))
            .Concat(files.Where(f => !f.Contains('/', StringComparison.Ordinal) && !IsListing(f))
                .Select(f => (File: f, Meant: (f.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) ? f[..^".yaml".Length] + ".yml" : f).ToLowerInvariant()))
                .Where(f => IsListing(f.Meant))
                .Select(f => Finding.Warning("FILE016", PlaceOf(f.File), $"`{f.File}` is not read, but published", $"name it `{f.Meant}`")));

    // The file beside the folder may be that of some other program, so what is wrong in it is no error of this site.
    private (string? Text, YamlMap? Map) StatiqSettings(List<Finding> findings)
    {
        var path = Path.GetDirectoryName(_root) is { } parent ? new FileInfo(Path.Combine(parent, "settings.yml")) : null;
        if (path is not { Exists: true, LinkTarget: null } || !FileKind.IsRegular(path.FullName, path.Length, isLink: false))
        {
            return default;
        }

        var found = new List<Finding>();
        var folder = _display.LastIndexOf('/') is var slash and >= 0 ? _display[..(slash + 1)] : _display is "." or ".." ? "../" : "";
        var file = Load(path.FullName, "settings.yml", new Place(folder + "settings.yml"), found);
        var map = file is null ? null : YamlReader.Read(file.Text, YamlReader.ListingLength, file.At, found);
        findings.AddRange(found.Select(f => f with { Severity = Severity.Warning }));
        return (file?.Text, map);
    }

    /// <summary>A file of the folder, as findings name it.</summary>
    public Place PlaceOf(string relative) => new(_display == "." ? relative : $"{_display}/{relative}");

    private InputFile Copied(string relative)
    {
        var path = Path.Combine(_root, relative);
        var file = new FileInfo(path);
        var (length, changed) = (file.Length, file.LastWriteTimeUtc);
        var (width, height, fault) = PictureSize.Of(path);
        return new InputFile(TextFold.Compose(relative), path, PlaceOf(relative), length, changed, width, height, fault);
    }

    private static bool IsMarkdown(string path) => path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private static bool IsListing(string path) => Listings.Contains(path, StringComparer.Ordinal);

    private static bool IsHidden(string path) => path.Split('/').Any(part => part[0] is '_' or '.');
}

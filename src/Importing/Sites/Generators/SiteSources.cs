using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>The texts and data of an old site as they are read, and what is wrong with them.</summary>
internal sealed class SiteSources(SiteFolder folder)
{
    // Left as they are: what another program runs, or another markup.
    private static readonly Dictionary<string, string> NotRead = new(StringComparer.OrdinalIgnoreCase)
    {
        [".cshtml"] = "a Razor page, which is a program", [".razor"] = "a Razor page, which is a program", [".njk"] = "a Nunjucks template, which is a program", [".liquid"] = "a Liquid template, which is a program",
        [".ejs"] = "a template, which is a program", [".hbs"] = "a template, which is a program", [".pug"] = "a template, which is a program", [".haml"] = "a template, which is a program", [".erb"] = "a template, which is a program", [".webc"] = "a template, which is a program", [".mdx"] = "Markdown with programs in it", [".vto"] = "a template, which is a program",
        [".adoc"] = "AsciiDoc: save it as Markdown", [".asciidoc"] = "AsciiDoc: save it as Markdown", [".org"] = "Org: save it as Markdown", [".rst"] = "reStructuredText: save it as Markdown", [".textile"] = "Textile: save it as Markdown", [".pandoc"] = "Pandoc's Markdown: save it as Markdown", [".ipynb"] = "a notebook: save it as Markdown",
    };

    private readonly List<Finding> _findings = [];
    private readonly List<Dropped> _leftOut = [];
    private readonly Dictionary<string, YamlMap?> _data = new(StringComparer.Ordinal);

    public ImmutableArray<Finding> Findings => [.. _findings];

    public ImmutableArray<Dropped> LeftOut => [.. _leftOut];

    public List<Finding> Faults => _findings;

    public static bool IsMarkdown(string path) => Path.GetExtension(path).ToLowerInvariant() is ".md" or ".markdown" or ".mkd" or ".mkdn" or ".mdown";

    public static bool IsHtml(string path) => Path.GetExtension(path).ToLowerInvariant() is ".html" or ".htm";

    public void Leave(string path, string why) => _leftOut.Add(new Dropped(path, why));

    /// <summary>Notes a file that would be a text if it were not of a kind that is not read.</summary>
    public void NoteUnread(string path)
    {
        if (NotRead.TryGetValue(Path.GetExtension(path), out var why))
        {
            Leave(path, why);
        }
    }

    /// <summary>A text and its head; null where it cannot be read, which is said.</summary>
    public (SourceFile File, string Sha256, OldHead Head)? Text(string path)
    {
        if (folder.Read(path, _findings) is not var (file, sha))
        {
            return null;
        }

        return OldHead.Split(file, _findings) is { } head ? (file, sha, head) : null;
    }

    /// <summary>A file of data or settings: YAML, JSON or TOML.</summary>
    public YamlMap? Data(string path)
    {
        if (_data.TryGetValue(path, out var known))
        {
            return known;
        }

        var found = new List<Finding>();
        var map = folder.Read(path, found) is not var (file, _) ? null
            : path.EndsWith(".toml", StringComparison.OrdinalIgnoreCase) ? TomlText.Read(file.Text, file.At, found)
            : YamlReader.Read(file.Text, YamlReader.ListingLength, file.At, found);
        _findings.AddRange(found.Select(f => f with { Severity = Severity.Warning }));
        return _data[path] = map;
    }

    /// <summary>The first of these files that is there.</summary>
    public YamlMap? DataOfFirst(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            if (folder.Has(path))
            {
                return Data(path);
            }
        }

        return null;
    }

    /// <summary>People by their ids: one file of all, or a folder with a file for each.</summary>
    public IEnumerable<OldPerson> People(params string[] stems)
    {
        foreach (var path in folder.Files.Where(f => Path.GetExtension(f).ToLowerInvariant() is ".yml" or ".yaml" or ".json" or ".toml"))
        {
            var stem = path[..^Path.GetExtension(path).Length];
            if (stems.Contains(stem, StringComparer.OrdinalIgnoreCase) && Data(path) is { } all)
            {
                foreach (var entry in all.Entries)
                {
                    yield return Person(entry.Key, entry.Value as YamlMap ?? new YamlMap([new YamlEntry("name", entry.KeyPlace, entry.Value)], entry.KeyPlace));
                }
            }
            else if (stems.Contains(OldAddresses.FolderOf(stem), StringComparer.OrdinalIgnoreCase) && Data(path) is { } one)
            {
                yield return Person(OldAddresses.StemOf(path), one);
            }
        }
    }

    public static OldPerson Person(string id, YamlMap map)
    {
        var keys = new HeadKeys(map);
        return new OldPerson(id, keys.Text("name", "display_name", "title") ?? id)
        {
            Affiliation = keys.Text("affiliation", "organization", "organisation", "company") ?? (keys.Find("organizations")?.Value is YamlList { Items: [YamlMap first, ..] } ? new HeadKeys(first).Text("name") : null),
            Url = keys.Text("url", "website", "web", "uri", "home") is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? url : null,
            Orcid = keys.Text("orcid") is { } orcid && Briefs.Orcid.TryParse(orcid, out _) ? orcid : null,
            Bio = keys.Text("bio", "description", "about", "short_bio"),
        };
    }

    /// <summary>The files of folders that a site serves as they are.</summary>
    public IEnumerable<OldFile> Served(string below, string at = "/") =>
        folder.Below(below).Select(f => new OldFile(f, at + f[(below.Length + 1)..]));
}

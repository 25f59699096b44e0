using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites.Bodies;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>A folder of Statiq's: <c>input/</c>, with keys of folders and of files beside them. No value is computed.</summary>
internal sealed partial class StatiqSite
{
    private const string Root = "input/";

    private readonly SiteFolder _folder;
    private readonly SiteSources _sources;
    private readonly HeadKeys _config;
    private readonly ImmutableArray<string> _listPatterns;

    [GeneratedRegex(@"(?<before>[\w/-]*)/\{[^}]*(?:GroupKey|Tag)[^}]*\}(?<after>(?:/index)?\.html)", RegexOptions.IgnoreCase)]
    private static partial Regex ListAddress { get; }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-(?<name>.+)$")]
    private static partial Regex DatedName { get; }

    private StatiqSite(SiteFolder folder)
    {
        (_folder, _sources) = (folder, new SiteSources(folder));
        _config = new HeadKeys([.. ((string[])["settings.yml", "settings.yaml", "appsettings.json", "settings.json"]).Where(folder.Has).Select(_sources.Data)]);
        var patterns = folder.Below("input").Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal)).Select(f => folder.Read(f, [])?.File.Text ?? "").Where(t => t.Contains("ArchiveKey", StringComparison.Ordinal) && t.Contains("Tags", StringComparison.Ordinal))
            .SelectMany(t => ListAddress.Matches(t)).Select(m => $"/{m.Groups["before"].Value.Trim('/')}/:name{(m.Groups["after"].Value.StartsWith('/') ? "/" : ".html")}").ToImmutableArray();
        _listPatterns = patterns.IsEmpty ? ["/tags/:name.html"] : patterns;
    }

    /// <summary>Statiq's own settings stand beside the folder, or its packages are named by the project.</summary>
    public static bool Is(string root) =>
        Directory.Exists(Path.Combine(root, "input")) && (((string[])["settings.yml", "settings.yaml", "appsettings.json"]).Any(name => File.Exists(Path.Combine(root, name)))
            || Directory.EnumerateFiles(root, "*.csproj").Any(project => File.ReadAllText(project).Contains("\"Statiq.", StringComparison.Ordinal)));

    public static bool IsSource(string path) => path is not ("output" or "theme" or "cache" or "temp" or "bin" or "obj" or "src" or "tests");

    public static OldSite Read(SiteFolder folder) => new StatiqSite(folder).Read();

    private OldSite Read()
    {
        ImmutableArray<OldText> texts = [.. _folder.Below("input").Select(Text).OfType<OldText>()];
        var host = _config.Text("Host");
        return new OldSite
        {
            Generator = "Statiq",
            Folder = _folder,
            Settings = new OldSettings(Written("SiteTitle"), Written("SiteDescription") ?? Written("Description"), host is null ? null : $"{(_config.Flag("LinksUseHttps") == true ? "https" : "http")}://{host}", Written("Language")),
            Texts = texts,
            Files = [.. _sources.Served("input").Where(f => !SiteSources.IsMarkdown(f.Path) && !SiteSources.IsHtml(f.Path) && Path.GetExtension(f.Path) is not (".cshtml" or ".yml" or ".yaml" or ".scss" or ".less") && !f.Address.Split('/').Any(s => s.StartsWith('_')))],
            TopicLists = [.. texts.SelectMany(t => t.Claims.Topics).SelectMany(t => _listPatterns.SelectMany(p => Both(p.Replace(":name", OldAddresses.Slugified(t.Text, "."), StringComparison.Ordinal))).Select(address => (t.Text, address))).Distinct()],
            Lists = [("/tags", "/topics/"), ("/posts", "/briefs/"), ("/blog", "/briefs/"), ("/archive", "/years/"), ("/feed.rss", "/feed.xml"), ("/feed.atom", "/atom.xml")],
            Convert = StatiqSigns.Convert,
            LeftOut = _sources.LeftOut,
            Findings = _sources.Findings,
        };
    }

    private string? Written(string key) => _config.Text(key) is { } text && !text.StartsWith("=>", StringComparison.Ordinal) ? text : null;

    // Links leave the ending out, and the file has it.
    private static IEnumerable<string> Both(string address) => address.EndsWith(".html", StringComparison.Ordinal) ? [address[..^".html".Length], address] : [address];

    private OldText? Text(string path)
    {
        var name = Path.GetFileName(path);
        if (!SiteSources.IsMarkdown(path) && !SiteSources.IsHtml(path))
        {
            if (!name.StartsWith('_'))
            {
                _sources.NoteUnread(path);
            }

            return null;
        }

        if (path.Split('/').Any(s => s[0] == '_') || _sources.Text(path) is not var (file, sha, head))
        {
            return null;
        }

        var keys = new HeadKeys([head.Map, .. Given(path)]);
        var body = file.Text[head.BodyStart..];
        if (head.Map?.Entries.FirstOrDefault(e => e.Value is YamlScalar { IsComputed: true } && e.Folded is "title" or "published" or "tags" or "destinationpath") is { } computed)
        {
            _sources.Faults.Add(PolicyArchive.Findings.Finding.Error("BRIEF011", computed.Value.Place, $"`{computed.Key}` is a computed value, and no code is run", "write the value itself"));
            return null;
        }

        var stem = path[Root.Length..^Path.GetExtension(path).Length];
        if (body.Trim().Length == 0 || stem == "index")
        {
            _sources.Leave(path, stem == "index" ? "the front page, which the theme makes here" : "it holds no text");
            return null;
        }

        return Of(file, sha, head, keys, body, stem);
    }

    private static OldText Of(SourceFile file, string sha, OldHead head, HeadKeys keys, string body, string stem)
    {
        var dated = DatedName.Match(OldAddresses.StemOf(stem + "."));
        var date = HeadClaims.Of(keys, "Published", "Date") ?? (dated.Success ? new Claim(dated.Groups["day"].Value, "the file's name") : null);
        var isIndex = stem.EndsWith("/index", StringComparison.Ordinal);
        var own = isIndex ? OldAddresses.FolderOf(stem) : stem;
        var held = keys.Flag("Excluded") == true ? "its front matter says `Excluded`" : keys.Flag("Draft") == true ? "its front matter says `Draft`" : null;
        var claims = HeadClaims.Read(keys, ImmutableDictionary<string, OldPerson>.Empty);
        var isPage = date is null && keys.Flag("IsPost") != true;
        var name = OldAddresses.StemOf(own + ".");
        ImmutableArray<string> addresses = [.. held is null ? Addresses(keys, own, isIndex) : [], .. HeadClaims.OldAddressesOf(keys).SelectMany(a => Both("/" + a.TrimStart('/')))];
        keys.Find("Published", "Excluded", "Draft", "Tags", "Categories", "RedirectFrom", "DestinationPath", "DestinationFileName", "Slug", "Xref", "IsPost");
        return new OldText
        {
            File = file,
            Sha256 = sha,
            Head = keys,
            BodyStart = head.BodyStart,
            Addresses = addresses,
            CrossReference = keys.Text("Xref") ?? OldAddresses.Slugified(claims.Title?.Text ?? name),
            Findings = States.Findings(held, file),
            Claims = claims with
            {
                Title = claims.Title ?? (MovedBody.Heading(body) is { } heading ? new Claim(heading, "the first heading") : null),
                Published = date,
                Topics = [.. HeadClaims.Texts(keys, "Tags").Concat(HeadClaims.Texts(keys, "Categories", "Category", "Topics")).DistinctBy(t => TextFold.Key(t.Text))],
                Slug = new Claim(keys.Text("Slug") ?? (dated.Success ? dated.Groups["name"].Value : name), "the file's name"),
                IsPage = isPage,
                PagePath = isPage ? Paths.OfPage(addresses.FirstOrDefault() ?? "/" + own, own) : null,
                IsPublished = held is null,
                RedirectFrom = addresses,
            },
        };
    }

    private static IEnumerable<string> Addresses(HeadKeys keys, string own, bool isIndex)
    {
        if (keys.Text("DestinationPath") is { } given)
        {
            var path = "/" + given.Replace('\\', '/').TrimStart('/');
            return Both(path.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? path[..^"index.html".Length] : path);
        }

        // Statiq writes names in lower case, with a hyphen for a space (NormalizedPath.OptimizeFileName).
        var address = "/" + string.Join('/', own.Split('/').Select(step => OldAddresses.Slugified(step, "._~")));
        address = keys.Text("DestinationFileName") is { } name ? OldAddresses.FolderOf(address) + "/" + name : address;
        return isIndex ? [address + "/"] : Both(address.EndsWith(".html", StringComparison.Ordinal) ? address : address + ".html");
    }

    // _name.yml beside the file, name.yml too, then _directory.yml of its folders.
    private IEnumerable<YamlMap?> Given(string path)
    {
        var (folder, stem) = (OldAddresses.FolderOf(path), OldAddresses.StemOf(path));
        foreach (var beside in ((string[])["yml", "yaml", "json"]).Select(e => $"{folder}/_{stem}.{e}").Where(_folder.Has))
        {
            yield return _sources.Data(beside);
        }

        for (; folder.Length > 0; folder = OldAddresses.FolderOf(folder))
        {
            foreach (var directory in ((string[])["yml", "yaml", "json"]).Select(e => $"{folder}/_directory.{e}").Where(_folder.Has))
            {
                yield return _sources.Data(directory);
            }
        }
    }
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites.Bodies;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>A folder of Eleventy's: front matter, data files of folders and of files. Its settings are a program, of which only what is written out is known.</summary>
internal sealed partial class EleventySite
{
    private static readonly string[] Settings = [".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts"];
    private static readonly HashSet<string> Structural = new(StringComparer.OrdinalIgnoreCase) { "all", "post", "posts", "nav", "page", "pages", "blog", "article", "articles" };

    private readonly SiteFolder _folder;
    private readonly SiteSources _sources;
    private readonly string _root;
    private readonly string _data;
    private readonly List<OldFile> _files = [];
    private readonly HeadKeys _metadata;
    private readonly Dictionary<string, OldPerson> _people;
    private readonly string? _listPattern;
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);

    [GeneratedRegex("""\binput\s*:\s*["'](?<folder>[^"']+)["']""")]
    private static partial Regex InputFolder { get; }

    [GeneratedRegex("""\bdata\s*:\s*["'](?<folder>[^"']+)["']""")]
    private static partial Regex DataFolder { get; }

    [GeneratedRegex("""addPassthroughCopy\(\s*(?:["'](?<from>[^"']+)["']\s*\)|\{(?<pairs>[^}]*)\})""")]
    private static partial Regex Passthrough { get; }

    [GeneratedRegex("""["'](?<from>[^"']+)["']\s*:\s*["'](?<to>[^"']*)["']""")]
    private static partial Regex Pair { get; }

    [GeneratedRegex(@"^(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})-(?<name>.+)$")]
    private static partial Regex DatedName { get; }

    [GeneratedRegex("""^permalink:\s*["']?(?<before>[^\{"'\n]*)\{\{\s*(?<name>\w+)\s*\|\s*(?:slugify|slug)\s*\}\}(?<after>[^\{"'\n]*)""", RegexOptions.Multiline)]
    private static partial Regex ListPermalink { get; }

    [GeneratedRegex("""\{\{-?\s*(?<name>[\w.]+)\s*(?<filters>(?:\|[^}]*)?)-?\}\}""")]
    private static partial Regex Value { get; }

    private EleventySite(SiteFolder folder)
    {
        (_folder, _sources) = (folder, new SiteSources(folder));
        var program = string.Concat(Settings.Where(name => File.Exists(folder.OnDisk(name))).Select(name => folder.Read(name, [])?.File.Text));
        _root = InputFolder.Match(program) is { Success: true } match ? match.Groups["folder"].Value.Trim('.', '/') : "";
        _root = _root.Length > 0 ? _root + "/" : "";
        _data = OldAddresses.Join(_root.TrimEnd('/'), DataFolder.Match(program) is { Success: true } data ? data.Groups["folder"].Value : "_data") ?? "_data";
        foreach (var (from, to) in Passthrough.Matches(program).SelectMany(m => m.Groups["from"].Success ? [(m.Groups["from"].Value, (string?)null)] : Pair.Matches(m.Groups["pairs"].Value).Select(p => (p.Groups["from"].Value, (string?)p.Groups["to"].Value))))
        {
            AddFiles(from, to);
        }

        _metadata = new HeadKeys(_sources.DataOfFirst(_data + "/metadata.json", _data + "/site.json", _data + "/meta.json", _data + "/metadata.yml", _data + "/site.yml", _data + "/metadata.yaml", _data + "/site.yaml"));
        _people = _sources.People(_data + "/authors", _data + "/people").DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        _listPattern = _folder.Files.Where(f => f.StartsWith(_root, StringComparison.Ordinal) && f.EndsWith(".njk", StringComparison.Ordinal) || f.EndsWith(".liquid", StringComparison.Ordinal))
            .Select(f => _folder.Read(f, [])?.File.Text ?? "").Select(text => ListPermalink.Match(text)).Where(m => m.Success && m.Groups["name"].Value is "tag" or "category" or "topic").Select(m => m.Groups["before"].Value + ":name" + m.Groups["after"].Value).FirstOrDefault();
    }

    public static bool Is(string root) => Settings.Any(name => File.Exists(Path.Combine(root, name)));

    public static bool IsSource(string path) => path is not ("_site" or "dist" or "_includes" or "_layouts") && !path.EndsWith("/_includes", StringComparison.Ordinal);

    public static OldSite Read(SiteFolder folder) => new EleventySite(folder).Read();

    private OldSite Read()
    {
        var found = _folder.Files.Where(f => f.StartsWith(_root, StringComparison.Ordinal) && !f[_root.Length..].Split('/').Any(s => s[0] == '_')).Select(Text).OfType<Found>().ToList();
        var dated = found.Where(f => f.Date is not null).Select(f => OldAddresses.FolderOf(f.Path)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<OldText> texts = [.. found.Select(f => Of(f, dated)).OfType<OldText>()];
        return new OldSite
        {
            Generator = "Eleventy",
            Folder = _folder,
            Settings = new OldSettings(_metadata.Text("title", "name"), _metadata.Text("description"), _metadata.Text("url", "domain") is { } url && url.Contains("://", StringComparison.Ordinal) ? url : null, _metadata.Text("language", "lang")?.Split('-')[0]),
            Texts = texts,
            People = [.. _people.Values],
            Files = [.. _files.DistinctBy(f => f.Path)],
            TopicLists = [.. texts.SelectMany(t => t.Claims.Topics).Select(t => (t.Text, (_listPattern ?? "/tags/:name/").Replace(":name", OldAddresses.Slugified(t.Text), StringComparison.Ordinal))).Distinct()],
            Lists = [("/tags/", "/topics/"), ("/blog/", "/briefs/"), ("/posts/", "/briefs/"), ("/archive/", "/years/"), ("/feed/feed.xml", "/atom.xml"), ("/feed/feed.json", "/feed.json"), ("/feed.xml", "/feed.xml"), ("/feed/", "/feed.xml")],
            Convert = new LiquidSigns(isJekyll: false).Convert,
            LeftOut = _sources.LeftOut,
            Findings = _sources.Findings,
        };
    }

    private sealed record Found(string Path, SourceFile File, string Sha256, OldHead Head, HeadKeys Keys, ImmutableArray<string> Given, Claim? Date);

    private void AddFiles(string from, string? to)
    {
        var path = from.Trim('.', '/');
        foreach (var file in _folder.Files.Where(f => f == path || f.StartsWith(path + "/", StringComparison.Ordinal)))
        {
            var below = file == path ? System.IO.Path.GetFileName(file) : file[(path.Length + 1)..];
            _files.Add(new OldFile(file, "/" + (to is null ? file.StartsWith(_root, StringComparison.Ordinal) ? file[_root.Length..] : file : $"{to.Trim('.', '/')}/{below}".TrimStart('/'))));
        }
    }

    private Found? Text(string path)
    {
        if (!SiteSources.IsMarkdown(path))
        {
            if (SiteSources.IsHtml(path))
            {
                _sources.Leave(path, "a template, which is a program");
            }

            _sources.NoteUnread(path);
            return null;
        }

        if (_sources.Text(path) is not var (file, sha, head) || (!head.IsPresent && path[_root.Length..].Split('/').Length == 1))
        {
            return null;
        }

        var given = Given(path).ToArray();
        var keys = new HeadKeys([head.Map, .. given]);
        var named = path[_root.Length..].Split('/').Select(s => DatedName.Match(OldAddresses.StemOf(s + (s.EndsWith(".md", StringComparison.Ordinal) ? "" : ".")))).LastOrDefault(m => m.Success)?.Groups["day"].Value;
        var date = keys.Text("date") is { } said && DayParts.Of(said) is null && said.Contains("Modified", StringComparison.OrdinalIgnoreCase) ? null : HeadClaims.Of(keys, "date");
        return new Found(path, file, sha, head, keys, [.. given.SelectMany(g => new HeadKeys(g).Texts("tags"))], date ?? (named is null ? null : new Claim(named, "the file's name")));
    }

    // Of the file, then of its folders: x.11tydata.json, x.json; posts/posts.json.
    private IEnumerable<YamlMap?> Given(string path)
    {
        foreach (var stem in DataStems(path))
        {
            foreach (var ending in (string[])[".11tydata.json", ".json", ".11tydata.yml", ".yml", ".yaml"])
            {
                if (_folder.Has(stem + ending) && _sources.Data(stem + ending) is { } map)
                {
                    yield return map;
                }
            }

            foreach (var ending in (string[])[".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"])
            {
                if (_folder.Has(stem + ending) && _unread.Add(stem + ending))
                {
                    _sources.Leave(stem + ending, "data that a program makes: what it gives to the texts of its folder is not known");
                }
            }
        }
    }

    private IEnumerable<string> DataStems(string path)
    {
        yield return path[..^System.IO.Path.GetExtension(path).Length];
        for (var folder = OldAddresses.FolderOf(path); folder.Length >= _root.TrimEnd('/').Length && folder.Length > 0; folder = OldAddresses.FolderOf(folder))
        {
            yield return $"{folder}/{folder[(folder.LastIndexOf('/') + 1)..]}";
        }
    }

    private OldText? Of(Found found, HashSet<string> dated)
    {
        var (path, keys) = (found.Path, found.Keys);
        var body = found.File.Text[found.Head.BodyStart..];
        var (address, why) = Address(found);
        if (address is "/" or "/404.html" || body.Trim().Length == 0 || keys.Find("pagination") is not null)
        {
            _sources.Leave(path, address is "/" ? "the front page, which the theme makes here" : address is "/404.html" ? "the page of what is not found, which the theme makes here" : keys.Find("pagination") is not null ? "a list that a program makes" : "it holds no text");
            return null;
        }

        var claims = HeadClaims.Read(keys, _people);
        var held = keys.Flag("draft") == true ? "its front matter says `draft`" : why;
        var isPage = !dated.Contains(OldAddresses.FolderOf(path)) && found.Date is null || OldAddresses.FolderOf(path) + "/" == _root || OldAddresses.FolderOf(path).Length == 0 && _root.Length == 0;
        var stem = Stem(path);
        ImmutableArray<string> addresses = [.. address is null || held is not null ? [] : WithoutDate(address, path), .. HeadClaims.OldAddressesOf(keys).Select(a => "/" + a.TrimStart('/'))];
        keys.Find("date", "draft", "permalink", "tags", "eleventyExcludeFromCollections", "eleventyNavigation");
        return new OldText
        {
            File = found.File,
            Sha256 = found.Sha256,
            Head = keys,
            BodyStart = found.Head.BodyStart,
            Addresses = addresses,
            Findings = States.Findings(held, found.File),
            Remarks = [.. address is null && held is null ? (string[])["Its old address is made by a program, and is not known: nothing leads here from there."] : [], .. keys.Flag("eleventyExcludeFromCollections") == true && !isPage ? (string[])["It stood in no list there (`eleventyExcludeFromCollections`), and stands in them here."] : []],
            Claims = claims with
            {
                Title = claims.Title ?? (MovedBody.Heading(body) is { } heading ? new Claim(heading, "the first heading") : null),
                Published = found.Date,
                Topics = [.. HeadClaims.Texts(found.Keys, "tags").Where(t => !Structural.Contains(t.Text) && !found.Given.Contains(t.Text)).Concat(HeadClaims.Texts(keys, "categories", "category", "topics")).DistinctBy(t => TextFold.Key(t.Text))],
                Slug = new Claim(keys.Text("slug") ?? stem, "the file's name"),
                IsPage = isPage,
                PagePath = isPage ? Paths.OfPage(address ?? "/" + stem, stem) : null,
                IsPublished = held is null,
                RedirectFrom = addresses,
            },
        };
    }

    // Many sites take the date out of the address of a file by a program.
    private static string[] WithoutDate(string address, string path) =>
        DatedName.Match(OldAddresses.StemOf(path)) is { Success: true } match && address.EndsWith($"/{match.Value}/", StringComparison.Ordinal) ? [address, $"{address[..^(match.Value.Length + 1)]}{match.Groups["name"].Value}/"] : [address];

    // Eleventy's `fileSlug`.
    private static string Stem(string path)
    {
        var stem = OldAddresses.StemOf(path);
        stem = stem == "index" ? OldAddresses.FolderOf(path) is { Length: > 0 } folder ? folder[(folder.LastIndexOf('/') + 1)..] : "index" : stem;
        return DatedName.Match(stem) is { Success: true } match ? match.Groups["name"].Value : stem;
    }

    private (string? Address, string? Held) Address(Found found)
    {
        var path = found.Path[_root.Length..];
        var stem = path[..^System.IO.Path.GetExtension(path).Length];
        var (folder, name) = (OldAddresses.FolderOf(stem), Stem(path));
        var last = folder[(folder.LastIndexOf('/') + 1)..];
        var filePath = stem.EndsWith("/index", StringComparison.Ordinal) || stem == "index" ? stem : $"{(folder.Length == 0 ? "" : folder + "/")}{name}";
        if (found.Keys.Find("permalink") is { Value: YamlScalar given })
        {
            if (given is { IsPlain: true, Text: "false" })
            {
                return (null, "its front matter says `permalink: false`");
            }

            var isKnown = true;
            var address = Value.Replace(given.Text, match =>
            {
                var value = match.Groups["name"].Value switch
                {
                    "page.fileSlug" => name,
                    "page.filePathStem" => "/" + filePath,
                    "title" => found.Keys.Text("title"),
                    "slug" => found.Keys.Text("slug"),
                    var other => DayParts.Of(found.Date?.Text) is { } day && other.StartsWith("page.date.", StringComparison.Ordinal) ? null : found.Keys.Text(other),
                };
                value = match.Groups["filters"].Value.Split('|').Select(f => f.Trim()).Where(f => f.Length > 0).Aggregate(value, (v, filter) => v is null ? null : filter is "slugify" or "slug" or "slugifyUrl" ? OldAddresses.Slugified(v) : filter is "url" or "safe" ? v : null);
                isKnown &= value is not null;
                return value ?? "";
            });
            return isKnown && !address.Contains("{%", StringComparison.Ordinal) ? ("/" + address.TrimStart('/') is var rooted && rooted.EndsWith("/index.html", StringComparison.Ordinal) ? rooted[..^"index.html".Length] : rooted, null) : (null, null);
        }

        // A file named like its folder stands for the folder, and so does its index.
        var own = stem == "index" ? "" : stem.EndsWith("/index", StringComparison.Ordinal) || OldAddresses.StemOf(path) == last ? folder : stem;
        return (own.Length == 0 ? "/" : $"/{own}/", null);
    }
}

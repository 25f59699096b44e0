using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites.Bodies;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>A folder of Jekyll's: <c>_posts/</c>, <c>_drafts/</c>, collections, and pages with front matter.</summary>
internal sealed partial class JekyllSite
{
    private readonly SiteFolder _folder;
    private readonly SiteSources _sources;
    private readonly HeadKeys _config;
    private readonly JekyllAddresses _addresses;
    private readonly string _root;
    private readonly Dictionary<string, bool> _collections = new(StringComparer.Ordinal);
    private readonly List<(string Scope, string? Type, YamlMap Values)> _defaults = [];
    private readonly Dictionary<string, OldPerson> _people;
    private readonly Dictionary<string, List<string>> _listPages = new(StringComparer.Ordinal);
    private readonly List<(string, string)> _lists = [("/feed.xml", "/feed.xml"), ("/atom.xml", "/atom.xml"), ("/tags/", "/topics/"), ("/categories/", "/topics/"), ("/archive/", "/years/"), ("/blog/", "/briefs/"), ("/posts/", "/briefs/")];

    [GeneratedRegex(@"^(?:(?<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})-)?(?<name>.+)$")]
    private static partial Regex PostName { get; }

    [GeneratedRegex(@"\{%-?\s*(?:for|assign|include|if|unless|capture|case)\b|\{\{-?\s*(?:content|paginator)\b")]
    private static partial Regex Program { get; }

    private JekyllSite(SiteFolder folder)
    {
        (_folder, _sources) = (folder, new SiteSources(folder));
        _config = new HeadKeys(_sources.DataOfFirst("_config.yml", "_config.yaml", "_config.toml"));
        _addresses = new JekyllAddresses(_config);
        _root = _config.Text("source")?.Trim('.', '/') is { Length: > 0 } source ? source + "/" : "";
        foreach (var entry in (_config.Find("collections")?.Value as YamlMap)?.Entries ?? [])
        {
            _collections[entry.Key] = entry.Value is YamlMap map && new HeadKeys(map).Flag("output") == true;
        }

        foreach (var scope in (_config.Find("defaults")?.Value as YamlList)?.Items.OfType<YamlMap>() ?? [])
        {
            var keys = new HeadKeys(scope);
            if (keys.Find("values")?.Value is YamlMap values)
            {
                _defaults.Add((keys.Below("scope", "path")?.Trim('/') ?? "", keys.Below("scope", "type"), values));
            }
        }

        _people = _sources.People(_root + "_data/authors", _root + "_data/people", _root + "_data/author").Concat(Profiles()).DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
    }

    public static bool Is(string root) => ((string[])["_config.yml", "_config.yaml", "_config.toml"]).Any(name => File.Exists(Path.Combine(root, name))) || Directory.Exists(Path.Combine(root, "_posts"));

    public static bool IsSource(string path) => path is not ("_site" or "vendor" or "_includes" or "_layouts" or "_sass" or "_plugins");

    public static OldSite Read(SiteFolder folder) => new JekyllSite(folder).Read();

    private OldSite Read()
    {
        ImmutableArray<OldText> texts = [.. _folder.Files.Where(f => f.StartsWith(_root, StringComparison.Ordinal)).Select(Text).OfType<OldText>()];
        return new OldSite
        {
            Generator = "Jekyll",
            Folder = _folder,
            Settings = new OldSettings(_config.Text("title", "name"), _config.Text("description", "tagline"), _config.Text("url") is { } url && url.Contains("://", StringComparison.Ordinal) ? url.TrimEnd('/') + _config.Text("baseurl")?.TrimEnd('/') : null, _config.Text("lang", "locale", "language")?.Split('-', '_')[0]),
            Texts = texts,
            People = [.. _people.Values],
            Files = [.. _folder.Files.Where(f => f.StartsWith(_root, StringComparison.Ordinal) && IsServed(f)).Select(f => new OldFile(f, "/" + f[_root.Length..]))],
            TopicLists = [.. texts.SelectMany(t => TopicLists(t)).Distinct()],
            Lists = [.. _lists],
            Convert = new LiquidSigns(isJekyll: true).Convert,
            LeftOut = _sources.LeftOut,
            Findings = _sources.Findings,
        };
    }

    private OldText? Text(string path)
    {
        if (!SiteSources.IsMarkdown(path) && !SiteSources.IsHtml(path))
        {
            if (!path[_root.Length..].StartsWith("_data/", StringComparison.Ordinal))
            {
                _sources.NoteUnread(path);
            }

            return null;
        }

        var steps = path[_root.Length..].Split('/');
        var special = Array.FindIndex(steps, 0, steps.Length - 1, s => s.StartsWith('_'));
        var kind = special < 0 ? "pages" : steps[special][1..];
        if (kind is not ("pages" or "posts" or "drafts") && !_collections.ContainsKey(kind))
        {
            return null;
        }

        if (kind is "authors" or "people" or "team" or "staff" && special >= 0)
        {
            return null;
        }

        if (_sources.Text(path) is not var (file, sha, head) || (!head.IsPresent && kind is not ("posts" or "drafts")))
        {
            // A note that came along, such as a README, has no front matter and is no page.
            return null;
        }

        var keys = new HeadKeys([head.Map, .. Defaults(path[_root.Length..], kind)]);
        var body = file.Text[head.BodyStart..];
        return kind is "pages" && special < 0 ? Page(path, file, sha, head, keys, body) : Piece(path, file, sha, head, keys, body, kind, steps[..special], string.Join('/', steps[(special + 1)..]));
    }

    private OldText? Page(string path, SourceFile file, string sha, OldHead head, HeadKeys keys, string body)
    {
        var stem = path[_root.Length..^Path.GetExtension(path).Length];
        var address = _addresses.OfPage(keys, stem);
        if (keys.Text("redirect_to") is { } moved)
        {
            _sources.Leave(path, $"a redirect to {moved}");
            return null;
        }

        if (TermOf(keys) is { } term && body.Trim().Length < 400)
        {
            (_listPages.TryGetValue(term, out var known) ? known : _listPages[term] = []).Add(address);
            _sources.Leave(path, "the list of a tag or category, whose address now leads to the topic");
            return null;
        }

        if (address is "/" or "/404.html" || stem == "404" || body.Trim().Length == 0 || (SiteSources.IsHtml(path) && Program.IsMatch(body)) || Program.Count(body) > 3)
        {
            _sources.Leave(path, address is "/" ? "the front page, which the theme makes here" : stem == "404" ? "the page of what is not found, which the theme makes here" : body.Trim().Length == 0 ? "it holds no text" : "a template, which is a program");
            return null;
        }

        return Of(file, sha, head, keys, body, address, null, [], isPage: true, OldAddresses.StemOf(stem + "."), null);
    }

    private OldText? Piece(string path, SourceFile file, string sha, OldHead head, HeadKeys keys, string body, string kind, string[] above, string below)
    {
        if (_collections.TryGetValue(kind, out var isOutput) && !isOutput)
        {
            _sources.Leave(path, $"a text of the collection `{kind}`, which has no pages of its own");
            return null;
        }

        var name = PostName.Match(OldAddresses.StemOf(below));
        var isPost = kind is "posts" or "drafts";
        var named = isPost && name.Groups["day"].Success ? name.Groups["day"].Value : null;
        var date = keys.Text("date") is not null ? HeadClaims.Of(keys, "date") : named is null ? null : new Claim(Padded(named), "the file's name");
        if (kind == "posts" && date is null)
        {
            _sources.Leave(path, "its name begins with no date, so Jekyll does not publish it");
            return null;
        }

        var topics = Topics(keys, above);
        var held = keys.Flag("published") == false ? "its front matter says `published: false`" : kind == "drafts" ? "it is in `_drafts`" : null;
        var stem = isPost ? name.Groups["name"].Value : OldAddresses.StemOf(below);
        var address = _addresses.OfPost(keys, stem, DayParts.Of(date?.Text), [.. above, .. Categories(keys)], isPost ? "posts" : kind, below[..^Path.GetExtension(below).Length]);
        return Of(file, sha, head, keys, body, held is null ? address : null, date, topics, isPage: kind is "pages", stem, held);
    }

    private OldText Of(SourceFile file, string sha, OldHead head, HeadKeys keys, string body, string? address, Claim? date, ImmutableArray<Claim> topics, bool isPage, string stem, string? held)
    {
        var claims = HeadClaims.Read(keys, _people);
        ImmutableArray<string> addresses = [.. address is null ? [] : (string[])[address], .. HeadClaims.OldAddressesOf(keys).Select(a => Uri.TryCreate(a, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : "/" + a.TrimStart('/'))];
        keys.Find("date", "published", "permalink", "slug", "tags", "tag", "categories", "category", "redirect_to");
        return new OldText
        {
            File = file,
            Sha256 = sha,
            Head = keys,
            BodyStart = head.BodyStart,
            Addresses = addresses,
            Findings = States.Findings(held, file),
            Claims = claims with
            {
                Title = claims.Title ?? (MovedBody.Heading(body) is { } heading ? new Claim(heading, "the first heading") : new Claim(Titled(stem), "the file's name")),
                Published = date,
                Topics = topics,
                Slug = new Claim(keys.Text("slug") ?? stem, "the file's name"),
                IsPage = isPage,
                PagePath = isPage ? Paths.OfPage(address ?? "/" + stem, stem) : null,
                IsPublished = held is null,
                RedirectFrom = addresses,
            },
        };
    }

    private IEnumerable<YamlMap?> Defaults(string path, string kind) =>
        _defaults.Where(d => (d.Type is null || d.Type == kind || (kind == "drafts" && d.Type == "posts")) && (d.Scope.Length == 0 || path == d.Scope || path.StartsWith(d.Scope + "/", StringComparison.Ordinal)))
            .Select((d, i) => (d, i)).OrderByDescending(d => d.d.Scope.Length).ThenByDescending(d => d.d.Type is not null).ThenByDescending(d => d.i).Select(d => (YamlMap?)d.d.Values);

    private static ImmutableArray<Claim> Topics(HeadKeys keys, string[] above) =>
        [.. above.Select(a => new Claim(a, "the file's folder")).Concat(Categories(keys).Select(c => new Claim(c, "the front matter's categories"))).Concat(Names(keys, "tags", "tag").Select(t => new Claim(t, "the front matter's tags"))).DistinctBy(t => TextFold.Key(t.Text))];

    private IEnumerable<(string, string)> TopicLists(OldText text)
    {
        foreach (var topic in text.Claims.Topics.Select(t => t.Text))
        {
            var archive = Names(text.Head, "tags", "tag").Contains(topic) ? _addresses.OfTerm("tags", "tag", topic) : _addresses.OfTerm("categories", "category", topic);
            foreach (var address in _listPages.GetValueOrDefault(TextFold.Key(topic), []).Concat(_listPages.GetValueOrDefault(OldAddresses.Slugified(topic), [])).Concat(archive is null ? [] : [archive]))
            {
                yield return (topic, address);
            }
        }
    }

    private static IEnumerable<string> Categories(HeadKeys keys) => Names(keys, "categories", "category");

    // The plural in one text is parted at its spaces; the singular is one name.
    private static IEnumerable<string> Names(HeadKeys keys, string plural, string singular)
    {
        if (keys.Find(singular) is not null)
        {
            return keys.Texts(singular);
        }

        return keys.Find(plural)?.Value is YamlScalar scalar ? scalar.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.Trim(',')) : keys.Texts(plural);
    }

    // Pages that themes want for each tag: `layout: tag`, and its name.
    private static string? TermOf(HeadKeys keys) =>
        keys.Text("layout") is { } layout && ((string[])["tag", "category", "topic"]).Any(w => layout.Contains(w, StringComparison.OrdinalIgnoreCase)) && keys.Text("tag", "tag-name", "category", "category-name", "taxonomy", "topic", "title") is { } name
            ? TextFold.Key(name) : null;

    private static string Padded(string day) => string.Join('-', day.Split('-').Select(part => part.PadLeft(2, '0')));

    // Jekyll makes a title of a name.
    private static string Titled(string stem) => string.Join(' ', stem.Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    private bool IsServed(string path) =>
        !SiteSources.IsMarkdown(path) && !SiteSources.IsHtml(path) && !path[_root.Length..].Split('/').Any(s => s[0] == '_') && Path.GetFileName(path) is not ("Gemfile" or "Gemfile.lock" or "Rakefile" or "package.json" or "package-lock.json" or "CNAME");

    private IEnumerable<OldPerson> Profiles()
    {
        foreach (var path in _folder.Files.Where(f => SiteSources.IsMarkdown(f) && ((string[])["_authors", "_people", "_team", "_staff"]).Contains(OldAddresses.FolderOf(f).Split('/')[^1])))
        {
            if (_sources.Text(path) is var (file, _, head) && head.Map is { } map)
            {
                var keys = new HeadKeys(map);
                var body = TextFold.CollapseSpaces(file.Text[head.BodyStart..]);
                var person = SiteSources.Person(keys.Text("short_name", "slug", "username", "id") ?? OldAddresses.StemOf(path), map);
                var collection = OldAddresses.FolderOf(path).Split('/')[^1][1..];
                yield return person with
                {
                    Bio = person.Bio ?? (body.Length is > 0 and < 600 ? body : null),
                    Addresses = _collections.GetValueOrDefault(collection) && _addresses.OfPost(keys, OldAddresses.StemOf(path), null, [], collection, OldAddresses.StemOf(path)) is { } address ? [address] : [],
                };
            }
        }
    }
}

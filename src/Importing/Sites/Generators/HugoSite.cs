using System.Collections.Immutable;
using PolicyArchive.Importing.Arranging;
using PolicyArchive.Importing.Sites.Bodies;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>A folder of Hugo's: <c>content/</c> with front matter in YAML, TOML or JSON, bundles, and languages in names.</summary>
internal sealed class HugoSite
{
    private static readonly string[] Endings = ["toml", "yaml", "yml", "json"];

    private readonly SiteFolder _folder;
    private readonly SiteSources _sources;
    private readonly HeadKeys _config;
    private readonly HugoAddresses _addresses;
    private readonly DateOnly _today;
    private readonly string _content;
    private readonly string _static;
    private readonly string _language;
    private readonly Dictionary<string, string> _languageFolders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _taxonomies;
    private readonly Dictionary<string, OldPerson> _people;
    private readonly Dictionary<string, string> _descriptions = new(StringComparer.Ordinal);
    private readonly List<(string, string)> _topicLists = [];
    private readonly List<(string, string)> _lists = [("/tags/", "/topics/"), ("/categories/", "/topics/"), ("/index.xml", "/feed.xml"), ("/sitemap.xml", "/sitemap.xml")];

    private HugoSite(SiteFolder folder, DateOnly today)
    {
        (_folder, _sources, _today) = (folder, new SiteSources(folder), today);
        _config = new HeadKeys(Config());
        _addresses = new HugoAddresses(_config);
        (_content, _static) = (_config.Text("contentDir")?.Trim('/') ?? "content", _config.Text("staticDir")?.Trim('/') ?? "static");
        _language = _config.Text("defaultContentLanguage") ?? "en";
        foreach (var entry in (_config.Find("languages")?.Value as YamlMap)?.Entries ?? [])
        {
            _languageFolders[entry.Key] = (entry.Value is YamlMap map ? new HeadKeys(map).Text("contentDir") : null)?.Trim('/') ?? _content;
        }

        _taxonomies = (_config.Find("taxonomies")?.Value as YamlMap)?.Entries.Select(e => HeadKeys.TextOf(e.Value)).OfType<string>().ToDictionary(plural => plural, Role, StringComparer.OrdinalIgnoreCase) ?? new() { ["tags"] = "topics", ["categories"] = "topics" };
        _people = _sources.People("data/authors", "data/people").Concat(Profiles()).DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
    }

    public static bool Is(string root) =>
        Directory.Exists(Path.Combine(root, "content")) && (Endings.Any(e => File.Exists(Path.Combine(root, "hugo." + e)) || File.Exists(Path.Combine(root, "config." + e))) || Directory.Exists(Path.Combine(root, "config", "_default")))
        || Endings.Any(e => File.Exists(Path.Combine(root, "hugo." + e)));

    public static bool IsSource(string path) => path is not ("public" or "resources" or "themes" or "layouts" or "archetypes" or "vendor" or "_vendor");

    public static OldSite Read(SiteFolder folder, DateOnly today) => new HugoSite(folder, today).Read();

    private OldSite Read()
    {
        var sections = new HashSet<string>(StringComparer.Ordinal);
        var heads = Sources().Select(path => (Path: path, Text: _sources.Text(path))).Where(t => t.Text is not null).Select(t => new Found(t.Path, Below(t.Path), t.Text!.Value.File, t.Text.Value.Sha256, t.Text.Value.Head)).ToList();
        foreach (var found in heads.Where(h => !h.IsSection && Date(new HeadKeys(h.Head.Map)) is not null))
        {
            sections.Add(found.Section);
        }

        ImmutableArray<OldText> texts = [.. heads.Select(h => Text(h, sections, heads)).OfType<OldText>()];
        foreach (var section in sections.Where(s => s.Length > 0))
        {
            _lists.AddRange([($"/{OldAddresses.Hugo(section)}/", "/briefs/"), ($"/{OldAddresses.Hugo(section)}/index.xml", "/feed.xml")]);
        }

        return new OldSite
        {
            Generator = "Hugo",
            Folder = _folder,
            Settings = new OldSettings(_config.Text("title"), _config.Below("params", "description") ?? _config.Text("description"), _config.Text("baseURL") is { Length: > 8 } url && url.Contains("://", StringComparison.Ordinal) ? url : null, _config.Text("languageCode", "locale") is { } code ? code.Split('-')[0] : _languageFolders.Count > 0 || _config.Find("defaultContentLanguage") is not null ? _language : null),
            Texts = texts,
            People = [.. _people.Values.Select(p => p with { Addresses = [.. Plurals("authors").Select(plural => _addresses.OfTerm(plural, p.Id))] })],
            Files = [.. _sources.Served(_static), .. _sources.Served("assets"), .. Resources(heads, texts)],
            TopicDescriptions = _descriptions.ToImmutableDictionary(StringComparer.Ordinal),
            TopicLists = [.. _topicLists],
            Lists = [.. _lists],
            Convert = HugoSigns.Convert,
            LeftOut = _sources.LeftOut,
            Findings = _sources.Findings,
        };
    }

    /// <param name="Below">Its path below the content folder, without ending and language; for a bundle its folder.</param>
    private sealed record Found(string Path, (string Path, string? Language) Below, SourceFile File, string Sha256, OldHead Head)
    {
        public bool IsBundle => System.IO.Path.GetFileName(Path).StartsWith("index.", StringComparison.Ordinal);

        public bool IsSection => System.IO.Path.GetFileName(Path).StartsWith("_index.", StringComparison.Ordinal);

        public string Section => Below.Path.Contains('/', StringComparison.Ordinal) ? Below.Path.Split('/')[0] : "";
    }

    // All settings as one: those of a folder are named after their keys.
    private YamlMap? Config()
    {
        var maps = new List<YamlMap>();
        foreach (var path in Endings.SelectMany(e => (string[])[$"hugo.{e}", $"config.{e}", $"config/_default/hugo.{e}", $"config/_default/config.{e}"]).Where(_folder.Has))
        {
            maps.AddRange(_sources.Data(path) is { } map ? [map] : []);
        }

        foreach (var path in _folder.Below("config/_default").Where(p => OldAddresses.StemOf(p) is not ("hugo" or "config") && Endings.Any(e => p.EndsWith("." + e, StringComparison.Ordinal))))
        {
            maps.AddRange(_sources.Data(path) is { } map ? [new YamlMap([new YamlEntry(OldAddresses.StemOf(path), map.Place, map)], map.Place)] : []);
        }

        return maps.Count == 0 ? null : new YamlMap([.. maps.SelectMany(m => m.Entries).DistinctBy(e => e.Folded)], maps[0].Place);
    }

    private static string Role(string plural) => plural.ToLowerInvariant() switch
    {
        "tags" or "tag" or "categories" or "category" or "topics" or "topic" or "keywords" or "subjects" or "themes" or "issues" => "topics",
        "authors" or "author" or "people" or "writers" or "contributors" => "authors",
        "regions" or "countries" or "places" => "regions",
        "series" => "series",
        _ => "",
    };

    private IEnumerable<string> Plurals(string role) => _taxonomies.Where(t => t.Value == role).Select(t => t.Key);

    private IEnumerable<string> Sources()
    {
        foreach (var folder in _languageFolders.Values.Append(_content).Distinct(StringComparer.Ordinal))
        {
            foreach (var path in _folder.Below(folder))
            {
                if (SiteSources.IsMarkdown(path) || SiteSources.IsHtml(path))
                {
                    if (Bundle(path) is { } bundle)
                    {
                        _sources.Leave(path, $"a part of the bundle {bundle}, which its template may show");
                        continue;
                    }

                    yield return path;
                }
                else
                {
                    _sources.NoteUnread(path);
                }
            }
        }
    }

    // A folder with an index.md is one page, and other texts in it are its resources.
    private string? Bundle(string path)
    {
        for (var folder = OldAddresses.FolderOf(path); folder.Length > 0; folder = OldAddresses.FolderOf(folder))
        {
            var own = Path.GetFileName(path);
            if ((!own.StartsWith("index.", StringComparison.Ordinal) || folder != OldAddresses.FolderOf(path)) && ((string[])["index.md", "index.html", .. _languageFolders.Keys.Select(l => $"index.{l}.md")]).Any(name => _folder.Has($"{folder}/{name}")))
            {
                return folder;
            }
        }

        return null;
    }

    private (string Path, string? Language) Below(string path)
    {
        var root = _languageFolders.Values.Append(_content).Distinct().Where(f => path.StartsWith(f + "/", StringComparison.Ordinal)).MaxBy(f => f.Length)!;
        var below = path[(root.Length + 1)..];
        var stem = below[..^Path.GetExtension(below).Length];
        var language = _languageFolders.FirstOrDefault(l => stem.EndsWith("." + l.Key, StringComparison.Ordinal)).Key;
        stem = language is null ? stem : stem[..^(language.Length + 1)];
        language ??= _languageFolders.FirstOrDefault(l => l.Value == root && root != _content).Key;
        return (OldAddresses.StemOf(stem + ".") is "index" or "_index" ? OldAddresses.FolderOf(stem) : stem, language == _language ? null : language);
    }

    private static string? Date(HeadKeys head) => head.Text("date", "publishDate", "pubdate", "published");

    private OldText? Text(Found found, HashSet<string> sections, List<Found> all)
    {
        var head = new HeadKeys(found.Head.Map);
        var (path, language) = found.Below;
        var body = found.File.Text[found.Head.BodyStart..];
        if (found.IsSection && IsListOnly(found, body, all))
        {
            return null;
        }

        if (!found.Head.IsPresent && body.Trim().Length == 0 || path.Length == 0)
        {
            _sources.Leave(found.Path, path.Length == 0 ? "the front page, which the theme makes here" : "it holds no text");
            return null;
        }

        foreach (var plural in Plurals("topics"))
        {
            _topicLists.AddRange(HeadClaims.Texts(head, plural).Select(t => (t.Text, _addresses.OfTerm(plural, t.Text))));
        }

        var topics = Plurals("topics").SelectMany(plural => HeadClaims.Texts(head, plural)).DistinctBy(t => TextFold.Key(t.Text)).ToImmutableArray();
        var date = Claim(head, "date", "publishDate", "pubdate", "published");
        var isAtTop = found.Section.Length == 0 || found.Section is "page" or "pages";
        var isPage = found.IsSection || (isAtTop ? date is null || topics.IsEmpty : date is null && !sections.Contains(found.Section));
        var prefix = language is not null ? "/" + language : _config.Flag("defaultContentLanguageInSubdir") == true ? "/" + _language : "";
        var claims = HeadClaims.Read(head, _people);
        var title = claims.Title ?? (MovedBody.Heading(body) is { } heading ? new Claim(heading, "the first heading") : null);
        var address = _addresses.Of(head, path, prefix, DayParts.Of(date?.Text), title?.Text);
        var held = HeldBack(head);
        ImmutableArray<string> addresses = [.. address is null || held is not null ? [] : (string[])[address], .. HeadClaims.OldAddressesOf(head).Select(alias => Alias(alias, address, prefix)).OfType<string>()];
        head.Find("draft", "publishDate", "expiryDate", "slug", "url", "resources", "build", "_build", "headless");
        return new OldText
        {
            File = found.File,
            Sha256 = found.Sha256,
            Head = head,
            BodyStart = found.Head.BodyStart,
            Addresses = addresses,
            CrossReference = null,
            Findings = States.Findings(held, found.File),
            Remarks = address is null ? ["Its old address has a date in it, and the text has none: nothing leads here from there."] : [],
            Claims = claims with
            {
                Title = title,
                Published = Shown(date, Claim(head, "publishDate")),
                Topics = topics,
                Series = Plurals("series").Append("series").Select(plural => HeadClaims.Of(head, plural)).FirstOrDefault(c => c is not null),
                Language = language is null ? claims.Language : new Claim(language, "the file's name"),
                TranslationOf = language is null ? null : all.FirstOrDefault(o => o.Below == (path, null))?.Below.Path is { } original ? Slug.FromTitle(OldAddresses.StemOf(original + "."))?.Text : null,
                Slug = new Claim(head.Text("slug") ?? OldAddresses.StemOf(path + ".") + (language is null ? "" : "-" + language), "the file's name"),
                IsPage = isPage,
                PagePath = isPage ? Paths.OfPage(address ?? "/" + path, path) : null,
                IsPublished = held is null,
                RedirectFrom = addresses,
            },
        };
    }

    private static Claim? Claim(HeadKeys head, params ReadOnlySpan<string> names) => HeadClaims.Of(head, names);

    // A piece is not shown before its `publishDate`, whatever its `date`.
    private Claim? Shown(Claim? date, Claim? shown) => shown is not null && DayParts.Of(shown.Text) > _today ? shown : date;

    private string? HeldBack(HeadKeys head) =>
        head.Flag("draft") == true ? "its front matter says `draft`"
        : DayParts.Of(head.Text("expiryDate", "unpublishdate")) is { } end && end <= _today ? "its `expiryDate` is past"
        : head.Flag("headless") == true || (head.Below("build", "render") ?? head.Below("_build", "render")) is "never" or "false" ? "it has no page of its own there"
        : null;

    private static string? Alias(string alias, string? address, string prefix) =>
        alias.StartsWith('/') ? prefix + alias : address is null ? null : "/" + OldAddresses.Join(OldAddresses.FolderOf(address.TrimEnd('/')), alias) + (alias.EndsWith('/') ? "/" : "");

    // The text of a list: of a term it becomes the topic's description; of a section it has no place, unless it is all there is.
    private bool IsListOnly(Found found, string body, List<Found> all)
    {
        var head = new HeadKeys(found.Head.Map);
        var steps = found.Below.Path.Split('/');
        if (steps is [var plural, var term] && _taxonomies.TryGetValue(plural, out var role))
        {
            if (role == "topics" && (head.Text("description", "summary") ?? TextFold.CollapseSpaces(body)) is { Length: > 0 and < 600 } description)
            {
                _descriptions[TextFold.Key(term)] = description;
                _descriptions[TextFold.Key(head.Text("title") ?? term)] = description;
            }

            return true;
        }

        if (body.Trim().Length > 0 && found.Below.Path.Length > 0 && !all.Any(o => o != found && o.Below.Path.StartsWith(found.Below.Path + "/", StringComparison.Ordinal)))
        {
            return false;
        }

        _sources.Leave(found.Path, found.Below.Path.Length == 0 ? "the front page, which the theme makes here" : "the text of a list, which has no place here");
        return true;
    }

    // People whose lists are pages: content/authors/NAME/_index.md.
    private IEnumerable<OldPerson> Profiles()
    {
        foreach (var plural in ((string[])["authors", "author", "people"]).Where(p => _folder.Below($"{_content}/{p}").Any()))
        {
            foreach (var path in _folder.Below($"{_content}/{plural}").Where(p => Path.GetFileName(p) == "_index.md" && p.Split('/').Length == _content.Split('/').Length + 3))
            {
                if (_sources.Text(path) is var (file, _, head) && head.Map is { } map)
                {
                    var person = SiteSources.Person(OldAddresses.StemOf(OldAddresses.FolderOf(path) + "."), map);
                    var body = TextFold.CollapseSpaces(file.Text[head.BodyStart..]);
                    yield return person with { Bio = person.Bio ?? (body.Length is > 0 and < 600 ? body : null) };
                }
            }
        }
    }

    // What lies in a page's folder has the page's address before its name.
    private IEnumerable<OldFile> Resources(List<Found> heads, ImmutableArray<OldText> texts)
    {
        var folders = heads.Where(h => h.IsBundle || h.IsSection).Select(h => h.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var text in texts.Where(t => t.Addresses.Length > 0))
        {
            if (folders.Contains(text.Path) && text.Addresses[0].EndsWith('/'))
            {
                var folder = OldAddresses.FolderOf(text.Path);
                foreach (var file in _folder.Below(folder).Where(f => !SiteSources.IsMarkdown(f) && !SiteSources.IsHtml(f)))
                {
                    yield return new OldFile(file, text.Addresses[0] + file[(folder.Length + 1)..]);
                }
            }
        }
    }
}

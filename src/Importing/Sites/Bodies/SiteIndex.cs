using System.Collections.Immutable;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>Where everything of the old site stands here, found by its path, its address or its name.</summary>
/// <param name="targets">What a link to each text is here.</param>
/// <param name="topics">The address of each topic here, by the key of its old list.</param>
internal sealed class SiteIndex(OldSite site, IReadOnlyDictionary<OldText, string> targets, IReadOnlyDictionary<string, string> topics)
{
    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg"];

    private readonly Dictionary<string, OldText> _byPath = site.Texts.ToDictionary(t => t.Path, StringComparer.Ordinal);
    private readonly ILookup<string, OldText> _byAddress = site.Texts.SelectMany(t => t.Addresses.Select(a => (Key: OldAddresses.Key(a), Text: t))).ToLookup(a => a.Key, a => a.Text, StringComparer.Ordinal);
    private readonly ILookup<string, OldText> _byStem = site.Texts.ToLookup(StemOf, StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, OldText> _byReference = site.Texts.Where(t => t.CrossReference is not null).ToLookup(t => t.CrossReference!, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, OldFile> _files = site.Files.GroupBy(f => OldAddresses.Key(f.Address)).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, OldFile> _filesByPath = site.Files.GroupBy(f => f.Path).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lists = site.Lists.GroupBy(l => OldAddresses.Key(l.From)).ToDictionary(g => g.Key, g => g.First().To, StringComparer.Ordinal);

    /// <summary>The link to a text that stands at a path of the old site, or to a file of it.</summary>
    public string? OfPath(string path)
    {
        var (own, fragment) = Split(path);
        return TextAt(own.TrimStart('/')) is { } text ? targets[text] + fragment
            : _filesByPath.TryGetValue(own.TrimStart('/'), out var file) ? file.Address : null;
    }

    /// <summary>Jekyll's <c>post_url</c>: the name of a post's file without its ending, perhaps below a folder.</summary>
    public string? OfPost(string name) =>
        site.Texts.FirstOrDefault(t => t.Path.Contains("_posts/", StringComparison.Ordinal) && (WithoutEnding(t.Path).EndsWith("_posts/" + name.TrimStart('/'), StringComparison.Ordinal) || WithoutEnding(t.Path).Replace("_posts/", "", StringComparison.Ordinal) == name.TrimStart('/'))) is { } post ? targets[post] : null;

    /// <summary>Hugo's <c>ref</c>, which may be a path, a path without its ending, an address, or a name that only one text has.</summary>
    public string? Reference(string target, OldText from)
    {
        var (path, fragment) = Split(target.Trim());
        if (path.Length == 0)
        {
            return fragment.Length > 1 ? fragment : null;
        }

        var folder = OldAddresses.FolderOf(from.Path);
        var root = from.Path.StartsWith("content/", StringComparison.Ordinal) || from.Path.StartsWith("input/", StringComparison.Ordinal) ? from.Path[..from.Path.IndexOf('/', StringComparison.Ordinal)] : "";
        var found = new[] { OldAddresses.Join(folder, path), OldAddresses.Join(root, path.TrimStart('/')) }.OfType<string>().Select(TextAt).FirstOrDefault(t => t is not null)
            ?? Only(_byAddress[OldAddresses.Key("/" + path.TrimStart('/'))])
            ?? Only(_byStem[OldAddresses.StemOf(path.TrimEnd('/'))]);
        return found is null ? null : targets[found] + fragment;
    }

    /// <summary>Statiq's <c>xref:</c>.</summary>
    public string? CrossReference(string name) => Split(name) is var (own, fragment) && Only(_byReference[own]) is { } text ? targets[text] + fragment : null;

    /// <summary>What stands here for an address of the old site; null when nothing does.</summary>
    public string? OfAddress(string address)
    {
        var (path, fragment) = Split(address);
        var key = OldAddresses.Key(path);
        return Only(_byAddress[key]) is { } text ? targets[text] + fragment
            : topics.TryGetValue(key, out var topic) ? topic
            : _lists.TryGetValue(key, out var list) ? list
            : key == "/" ? "/" + fragment
            : null;
    }

    /// <summary>The file that the old site served at an address.</summary>
    public OldFile? FileAt(string address) => _files.GetValueOrDefault(OldAddresses.Key(address));

    public OldFile? FileOf(string path) => _filesByPath.GetValueOrDefault(path) ?? (site.Folder.Has(path) && !_byPath.ContainsKey(path) ? new OldFile(path, "") : null);

    public bool HasPicture(OldText text, string address) =>
        FileOf(OldAddresses.Join(OldAddresses.FolderOf(text.Path), address) ?? "") is not null || FileAt(address) is not null;

    public static bool IsPicture(string path) => Pictures.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>A value of templates, such as <c>page.title</c>; an address is empty or begins with a slash.</summary>
    public string? Value(string name, OldText text) => name switch
    {
        "site.baseurl" or "site.url" or "site.github.url" or "pathPrefix" => "",
        "site.title" or "site.name" or "metadata.title" => site.Settings.Title,
        "site.description" or "metadata.description" => site.Settings.Description,
        "page.title" or "title" => text.Claims.Title?.Text,
        "page.url" => targets[text],
        "page.date" or "date" or "page.content" or "content" => null,
        _ when name.StartsWith("page.", StringComparison.Ordinal) && !name["page.".Length..].Contains('.', StringComparison.Ordinal) => text.Head.Text(name["page.".Length..]),
        _ => null,
    };

    private OldText? TextAt(string path) =>
        _byPath.GetValueOrDefault(path) ?? ((string[])[".md", "/index.md", ".markdown", ".html"]).Select(ending => _byPath.GetValueOrDefault(path.TrimEnd('/') + ending)).FirstOrDefault(t => t is not null);

    private static OldText? Only(IEnumerable<OldText> texts) => texts.Distinct().ToImmutableArray() is [var text] ? text : null;

    private static string StemOf(OldText text) => OldAddresses.StemOf(text.Path) is var stem && stem == "index" ? OldAddresses.StemOf(OldAddresses.FolderOf(text.Path)) : stem;

    private static string WithoutEnding(string path) => path[..^Path.GetExtension(path).Length];

    private static (string Path, string Fragment) Split(string target) => target.IndexOf('#', StringComparison.Ordinal) is var mark and >= 0 ? (target[..mark], target[mark..]) : (target, "");
}

using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites.Generators;

/// <summary>Where Jekyll puts a text (jekyllrb.com/docs/permalinks).</summary>
internal sealed partial class JekyllAddresses(HeadKeys config)
{
    // What its slugs keep of a file's name.
    private const string KeptSigns = "._~!$&'()+,;=@-";

    [GeneratedRegex(":(?<sign>[a-z_]+)")]
    private static partial Regex Sign { get; }

    public string Style => config.Text("permalink") ?? "date";

    /// <param name="name">The file's name without date and ending.</param>
    /// <param name="categories">Its folders' and its own.</param>
    /// <returns>Null where the pattern asks for a date that the text has not.</returns>
    public string? OfPost(HeadKeys head, string name, DateOnly? day, IReadOnlyList<string> categories, string collection = "posts", string path = "")
    {
        var own = head.Text("permalink");
        var given = collection == "posts" ? null : (config.Find("collections")?.Value is YamlMap all && new HeadKeys(all).Find(collection)?.Value is YamlMap map ? new HeadKeys(map).Text("permalink") : null) ?? "/:collection/:path.html";
        var pattern = Pattern(own ?? given ?? Style, collection == "posts" ? "/:categories" : "/:collection");
        var (isWhole, slug) = (true, head.Text("slug") ?? name);
        var address = Sign.Replace(pattern, match =>
        {
            var part = match.Groups["sign"].Value switch
            {
                "title" => OldAddresses.Slugified(slug, KeptSigns, isLower: false),
                "slug" => OldAddresses.Slugified(slug),
                "name" or "basename" => OldAddresses.Slugified(name),
                "categories" => string.Join('/', categories.Select(c => Uri.EscapeDataString(c.ToLowerInvariant())).Distinct()),
                "slugified_categories" => string.Join('/', categories.Select(c => OldAddresses.Slugified(c)).Distinct()),
                "collection" => collection,
                "path" => path,
                "output_ext" => ".html",
                "hour" or "minute" or "second" => "00",
                var other => day is { } known ? DayParts.Of(other, known) ?? match.Value : null,
            };
            isWhole &= part is not null;
            return part ?? "";
        });
        return isWhole ? "/" + string.Join('/', address.Split('/', StringSplitOptions.RemoveEmptyEntries)) + (address.EndsWith('/') ? "/" : "") : null;
    }

    /// <param name="path">Below the site, without ending.</param>
    public string OfPage(HeadKeys head, string path)
    {
        if (head.Text("permalink") is { } own && !own.Contains(':', StringComparison.Ordinal))
        {
            return "/" + own.TrimStart('/');
        }

        var (folder, name) = (OldAddresses.FolderOf(path), path[(path.LastIndexOf('/') + 1)..]);
        var before = folder.Length == 0 ? "/" : $"/{folder}/";
        return name == "index" ? before : Style is "pretty" || Style.EndsWith('/') ? $"{before}{name}/" : $"{before}{name}.html";
    }

    /// <summary>The list of a tag or category that jekyll-archives makes; null where it makes none.</summary>
    /// <param name="plural"><c>tags</c> or <c>categories</c>.</param>
    public string? OfTerm(string plural, string singular, string term)
    {
        if (config.Find("jekyll-archives")?.Value is not YamlMap map)
        {
            return null;
        }

        var archives = new HeadKeys(map);
        var enabled = archives.Texts("enabled");
        return enabled.Contains(plural) || enabled.Contains("all") ? (archives.Below("permalinks", singular) ?? $"/{singular}/:name/").Replace(":name", OldAddresses.Slugified(term), StringComparison.Ordinal) : null;
    }

    private static string Pattern(string style, string before) => style switch
    {
        "date" => $"{before}/:year/:month/:day/:title.html",
        "pretty" => $"{before}/:year/:month/:day/:title/",
        "ordinal" => $"{before}/:year/:y_day/:title.html",
        "weekdate" => $"{before}/:year/W:week/:short_day/:title.html",
        "none" => $"{before}/:title.html",
        _ => "/" + style.TrimStart('/'),
    };
}

using System.Collections.Immutable;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WebPages;

/// <summary>What a page says of itself in its head: JSON-LD, then <c>citation_*</c>, Open Graph and Dublin Core.</summary>
internal sealed class PageMetadata
{
    private const int DeepestJson = 32;

    private static readonly string[] Pieces = ["Article", "NewsArticle", "ScholarlyArticle", "BlogPosting", "OpinionNewsArticle", "AnalysisNewsArticle", "ReportageNewsArticle", "Report", "TechArticle", "LiveBlogPosting", "WebPage"];

    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.OrdinalIgnoreCase);
    private readonly JsonElement? _piece;

    private PageMetadata(IHtmlDocument page)
    {
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("name") ?? meta.GetAttribute("property") ?? meta.GetAttribute("itemprop");
            if (!string.IsNullOrWhiteSpace(name) && TextFold.CollapseSpaces(meta.GetAttribute("content")!) is { Length: > 0 } content)
            {
                (_metas.TryGetValue(name.Trim(), out var known) ? known : _metas[name.Trim()] = []).Add(content);
            }
        }

        _piece = page.QuerySelectorAll("script[type='application/ld+json']").Select(script => Parse(script.TextContent)).OfType<JsonElement>()
            .SelectMany(root => Flat(root, 0)).Where(IsPiece).OrderBy(e => Kind(e) == "WebPage" ? 1 : 0).Select(e => (JsonElement?)e).FirstOrDefault();
    }

    public static Claims Of(IHtmlDocument page, ImmutableArray<string> articleTopics)
    {
        var metadata = new PageMetadata(page);
        return new Claims
        {
            Title = metadata.Text("headline", "citation_title", "og:title", "DC.title", "dcterms.title", "twitter:title"),
            Authors = metadata.Authors(),
            Published = metadata.Text("datePublished", "article:published_time", "citation_publication_date", "citation_online_date", "citation_date", "DC.date.issued", "dcterms.issued", "dcterms.date", "DC.date", "date", "pubdate", "parsely-pub-date", "sailthru.date") ?? Visible(page, "time[itemprop~='datePublished'], time[pubdate]"),
            Updated = metadata.Text("dateModified", "article:modified_time", "og:updated_time", "dcterms.modified", "DC.date.modified"),
            Topics = metadata.Topics(articleTopics),
            Summary = metadata.Text("", "citation_abstract", "og:description", "description", "DC.description", "dcterms.description", "dcterms.abstract", "twitter:description") ?? metadata.Json("description"),
            Language = Language(metadata.Text("inLanguage", "DC.language", "dcterms.language", "citation_language")) ?? Language(page.DocumentElement.GetAttribute("lang") is { Length: > 0 } lang ? new Claim(lang, "the page's `lang`") : null),
            Doi = metadata.Text("", "citation_doi", "prism.doi", "dc.identifier.doi") ?? metadata.DoiOf("dc.identifier"),
            Licence = metadata.Text("license", "DC.rights.license", "dcterms.license") ?? (page.QuerySelector("link[rel~='license'][href], a[rel~='license'][href]") is { } link ? new Claim(link.GetAttribute("href")!, "the page's licence link") : null),
        };
    }

    private Claim? Text(string json, params ReadOnlySpan<string> metas)
    {
        if (json.Length > 0 && Json(json) is { } said)
        {
            return said;
        }

        foreach (var meta in metas)
        {
            if (_metas.TryGetValue(meta, out var values))
            {
                return new Claim(values[0], $"the page's `{meta}`");
            }
        }

        return null;
    }

    private Claim? Json(string name) =>
        _piece is { } piece && piece.TryGetProperty(name, out var value) && TextOf(value) is { Length: > 0 } text ? new Claim(text, $"the page's JSON-LD, `{name}`") : null;

    private ImmutableArray<Claim> Authors()
    {
        if (_piece is { } piece && piece.TryGetProperty("author", out var author))
        {
            ImmutableArray<Claim> said = [.. Items(author).Select(NameOf).OfType<string>().Where(IsName).Select(n => new Claim(n, "the page's JSON-LD, `author`"))];
            if (!said.IsEmpty)
            {
                return said;
            }
        }

        foreach (var meta in (string[])["citation_author", "DC.creator", "dcterms.creator", "article:author", "author", "parsely-author"])
        {
            if (_metas.TryGetValue(meta, out var values) && values.Where(IsName).ToArray() is { Length: > 0 } names)
            {
                return [.. names.Select(n => new Claim(meta == "citation_author" ? Turned(n) : n, $"the page's `{meta}`"))];
            }
        }

        return [];
    }

    // Citation metadata may give the family name first.
    private static string Turned(string name) => name.Split(", ") is [var family, var given] ? $"{given} {family}" : name;

    private static bool IsName(string text) => text.Length is > 1 and < 120 && !text.Contains("://", StringComparison.Ordinal) && text is not ("admin" or "Admin" or "administrator" or "Staff" or "webmaster");

    private ImmutableArray<Claim> Topics(ImmutableArray<string> articleTopics)
    {
        var topics = new List<Claim>();
        foreach (var meta in (string[])["article:tag", "citation_keywords", "DC.subject", "dcterms.subject", "article:section"])
        {
            topics.AddRange(_metas.GetValueOrDefault(meta, []).SelectMany(v => v.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(t => new Claim(t, $"the page's `{meta}`")));
        }

        if (_piece is { } piece && piece.TryGetProperty("keywords", out var keywords))
        {
            topics.AddRange(Items(keywords).Select(TextOf).OfType<string>().SelectMany(t => t.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(t => new Claim(t, "the page's JSON-LD, `keywords`")));
        }

        topics.AddRange(articleTopics.Select(t => new Claim(t, "the page's own links to topics")));
        return [.. topics.Where(t => t.Text.Length is > 1 and < 80).DistinctBy(t => TextFold.Key(t.Text)).Take(30)];
    }

    private Claim? DoiOf(string meta) =>
        _metas.GetValueOrDefault(meta, []).FirstOrDefault(v => Doi.TryParse(v, out _)) is { } doi ? new Claim(doi, $"the page's `{meta}`") : null;

    private static Claim? Visible(IHtmlDocument page, string selector) =>
        page.QuerySelector(selector) is { } time ? new Claim(time.GetAttribute("datetime") ?? time.TextContent, "the page's `time`") : null;

    private static Claim? Language(Claim? claim)
    {
        var tag = claim?.Text.Trim().Replace('_', '-');
        return tag is { Length: >= 2 and <= 20 } && char.IsAsciiLetter(tag[0]) && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && tag.Split('-')[0].Length <= 3 && tag.Split('-').All(p => p.Length is > 0 and <= 8) ? claim! with { Text = tag } : null;
    }

    private static JsonElement? Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestJson });
            return json.RootElement.Clone();
        }
        catch (JsonException)
        {
            // Broken metadata says nothing.
            return null;
        }
    }

    private static IEnumerable<JsonElement> Flat(JsonElement element, int depth)
    {
        if (depth > DeepestJson)
        {
            yield break;
        }

        var children = element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray().ToArray(),
            JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => [graph],
            JsonValueKind.Object when element.TryGetProperty("mainEntity", out var main) => [element, main],
            _ => (JsonElement[])[],
        };
        if (element.ValueKind == JsonValueKind.Object)
        {
            yield return element;
        }

        foreach (var inner in children.Where(c => !c.Equals(element)).SelectMany(child => Flat(child, depth + 1)))
        {
            yield return inner;
        }
    }

    private static bool IsPiece(JsonElement element) => Kind(element) is { } kind && Pieces.Contains(kind, StringComparer.Ordinal);

    private static string? Kind(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("@type", out var type) ? Items(type).Select(TextOf).FirstOrDefault(t => t is not null && Pieces.Contains(t, StringComparer.Ordinal)) : null;

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value];

    private static string? NameOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.TryGetProperty("name", out var name) ? TextOf(name) : null : TextOf(value);

    // Metadata is often escaped once more than it should be.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => TextFold.CollapseSpaces(System.Net.WebUtility.HtmlDecode(value.GetString()!)),
        JsonValueKind.Object when value.TryGetProperty("url", out var url) => TextOf(url),
        JsonValueKind.Array when value.GetArrayLength() > 0 => TextOf(value[0]),
        _ => null,
    };
}

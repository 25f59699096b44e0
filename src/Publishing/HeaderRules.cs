using System.Text;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>
/// <c>_headers</c>. Hosts join or replace what two rules say of one header, so no header is in two rules that meet one path.
/// </summary>
internal static class HeaderRules
{
    // Strict for every path: a page, a picture or a document that is opened by itself.
    private static readonly (string Name, string Value)[] Policy =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
        // This host alone: an institute's other hosts may not speak HTTPS.
        ("Strict-Transport-Security", "max-age=63072000"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ];

    // No other site embeds these. Feed readers do show the pictures of briefs inside their own pages.
    private static readonly string[] OwnFolders = ["topics", "regions", "series", "kinds", "authors", "years", "search", "assets"];

    // Files of these names stand under every list, and the citations under every brief.
    private static readonly (string Name, string MediaType, bool IsIndexed)[] Types =
    [
        // By their own types, as validators want them. Hosts that call all of them XML show them as their style sheet says.
        ("feed.xml", "application/rss+xml; charset=utf-8", true),
        ("atom.xml", "application/atom+xml; charset=utf-8", true),
        ("feed.json", "application/feed+json; charset=utf-8", true),
        ("cite.bib", "application/x-bibtex; charset=utf-8", false),
        ("cite.ris", "application/x-research-info-systems; charset=utf-8", false),
        ("cite.csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", false),
    ];

    private static readonly (string Name, string MediaType)[] RootTypes =
    [
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
        ("corrections.xml", "application/atom+xml; charset=utf-8"),
        ("feed/rss/*", "application/rss+xml; charset=utf-8"),
        ("feed/atom/*", "application/atom+xml; charset=utf-8"),
        ("linkset.json", "application/linkset+json"),
        ("oai.xml", "text/xml; charset=utf-8"),
        ("catalogue.csv", "text/csv; charset=utf-8; header=present"),
        ("SHA256SUMS", "text/plain; charset=utf-8"),
    ];

    private static readonly string[] Scripts = [".js", ".mjs", ".cjs"];

    // Their names change with their content. All else keeps the host's own rule, to ask again each time.
    private static readonly (string, string)[] Immutable = [("Cache-Control", "public, max-age=31536000, immutable")];

    public static RenderedFile Of(SitePlan plan)
    {
        var site = plan.Settings.BaseUrl;
        var text = new StringBuilder();
        Rule(text, $"{site.Folder}/*", Policy);
        (string, string)[] own = [("Cross-Origin-Resource-Policy", "same-origin")];
        // The page of a brief carries its links itself: a rule for each would be more than hosts take.
        Rule(text, $"{site.Folder}/", [.. own, ("Link", $"<{site.Folder}/linkset.json>; rel=\"linkset\"; type=\"application/linkset+json\"")]);
        foreach (var folder in OwnFolders)
        {
            Rule(text, $"{site.Folder}/{folder}/*", own);
        }

        Rule(text, $"{site.Folder}/briefs/*", [("Cross-Origin-Resource-Policy", "cross-origin")]);
        foreach (var page in plan.Pages.Where(p => p is ProsePage && !OwnFolders.Append("briefs").Contains(p.Url.Path.Split('/')[1])))
        {
            Rule(text, site.Link(page.Url), own);
        }

        Rule(text, $"{site.Folder}/assets/*", Immutable);
        Rule(text, $"{site.Folder}/search/index/*", Immutable);
        foreach (var (name, type, isIndexed) in Types)
        {
            (string, string)[] headers = isIndexed ? [("Content-Type", type)] : [("Content-Type", type), ("X-Robots-Tag", "noindex")];

            // Not "/*/name": whether that meets /name too, hosts do not agree.
            Rule(text, $"{site.Folder}/*{name}", headers);
        }

        foreach (var (name, type) in RootTypes)
        {
            Rule(text, $"{site.Folder}/{name}", [("Content-Type", type)]);
        }

        // A writer's own script is to be read; as text, with nosniff, no page that came along with it can run it.
        foreach (var script in plan.Files.Where(f => Scripts.Any(ending => f.Url.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))))
        {
            Rule(text, site.Link(script.Url), [("Content-Type", "text/plain; charset=utf-8")]);
        }

        return new RenderedFile("_headers", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Rule(StringBuilder text, string path, IEnumerable<(string Name, string Value)> headers)
    {
        text.Append(path).Append('\n');
        foreach (var (name, value) in headers)
        {
            text.Append("  ").Append(name).Append(": ").Append(value).Append('\n');
        }
    }
}

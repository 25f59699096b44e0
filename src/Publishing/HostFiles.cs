using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>What the host is told: headers and redirects, in the format of Netlify that Cloudflare Pages reads too.</summary>
public static class HostFiles
{
    private static readonly (string Name, string Value)[] Policy =
    [
        ("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()"),
        ("Strict-Transport-Security", "max-age=63072000"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        // Feed readers show the pictures of the feeds inside their own pages.
        ("Cross-Origin-Resource-Policy", "cross-origin"),
    ];

    // Files of these names stand under every list, and the citations under every brief.
    private static readonly (string Name, string MediaType)[] Types =
    [
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("atom.xml", "application/atom+xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("cite.bib", "application/x-bibtex; charset=utf-8"),
        ("cite.ris", "application/x-research-info-systems; charset=utf-8"),
        ("cite.csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8"),
    ];

    private static readonly (string Name, string MediaType)[] RootTypes =
    [
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        ("opensearch.xml", "application/opensearchdescription+xml; charset=utf-8"),
    ];

    public static ImmutableArray<RenderedFile> Of(SitePlan plan) => [Headers(plan), Redirects(plan)];

    private static RenderedFile Headers(SitePlan plan)
    {
        var folder = plan.Settings.BaseUrl.Folder;
        var text = new StringBuilder();
        Rule(text, $"{folder}/*", Policy);
        // Their names change with their content.
        Rule(text, $"{folder}/assets/*", [("Cache-Control", "public, max-age=31536000, immutable")]);
        Rule(text, $"{folder}/search/index/*", [("Cache-Control", "public, max-age=31536000, immutable")]);
        foreach (var (name, type) in Types)
        {
            Rule(text, $"{folder}/{name}", [("Content-Type", type)]);
            Rule(text, $"{folder}/*/{name}", [("Content-Type", type)]);
        }

        foreach (var (name, type) in RootTypes)
        {
            Rule(text, $"{folder}/{name}", [("Content-Type", type)]);
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

    // Forced with "!": a page of our own stands at the old address for hosts without redirects, and would hide the rule.
    private static RenderedFile Redirects(SitePlan plan)
    {
        var text = new StringBuilder();
        foreach (var redirect in plan.Redirects)
        {
            // Netlify takes an address with and without its closing slash for one; others do not.
            foreach (var from in (SiteUrl[])(redirect.Written == redirect.From ? [redirect.From] : [redirect.Written, redirect.From]))
            {
                text.Append(plan.Settings.BaseUrl.Link(from)).Append(' ').Append(plan.Settings.BaseUrl.Link(redirect.To)).Append(" 301!\n");
            }
        }

        return new RenderedFile("_redirects", Encoding.UTF8.GetBytes(text.ToString()));
    }
}

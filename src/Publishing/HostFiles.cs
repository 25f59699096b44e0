using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>What a host is told: <c>_headers</c> and <c>_redirects</c>, as Netlify and its likes read them.</summary>
public static class HostFiles
{
    private static readonly string[] Security =
    [
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        "Strict-Transport-Security: max-age=63072000; includeSubDomains",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Cross-Origin-Opener-Policy: same-origin",
        "Cross-Origin-Resource-Policy: same-origin",
    ];

    private static readonly (string Path, string Header)[] Types =
    [
        ("/assets/*", "Cache-Control: public, max-age=31536000, immutable"),
        ("/feed.xml", "Content-Type: application/rss+xml; charset=utf-8"), ("/*/feed.xml", "Content-Type: application/rss+xml; charset=utf-8"),
        ("/atom.xml", "Content-Type: application/atom+xml; charset=utf-8"), ("/*/atom.xml", "Content-Type: application/atom+xml; charset=utf-8"),
        ("/feed.json", "Content-Type: application/feed+json; charset=utf-8"), ("/*/feed.json", "Content-Type: application/feed+json; charset=utf-8"),
        ("/feeds.opml", "Content-Type: text/x-opml; charset=utf-8"),
    ];

    public static IEnumerable<RenderedFile> Of(SitePlan plan)
    {
        var folder = plan.Settings.BaseUrl.Folder;
        var headers = new StringBuilder();
        headers.Append(folder).Append("/*\n");
        foreach (var header in Security)
        {
            headers.Append("  ").Append(header).Append('\n');
        }

        foreach (var (path, header) in Types)
        {
            headers.Append(folder).Append(path).Append("\n  ").Append(header).Append('\n');
        }

        // Forced, or the page that stands at the old address for other hosts would hide the redirect.
        var redirects = new StringBuilder();
        foreach (var redirect in plan.Redirects)
        {
            redirects.Append(plan.Settings.BaseUrl.Link(redirect.From)).Append(' ').Append(plan.Settings.BaseUrl.Link(redirect.To)).Append(" 301!\n");
        }

        yield return RenderedFile.At(SiteUrl.Home.File("_headers"), Encoding.UTF8.GetBytes(headers.ToString()));
        yield return RenderedFile.At(SiteUrl.Home.File("_redirects"), Encoding.UTF8.GetBytes(redirects.ToString()));
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Theming;

namespace PolicyArchive.Preview.Serving;

/// <summary>
/// Answers requests as the host will: folders by their index, old addresses by redirects, the site's own page for what is not
/// there, and the headers of <c>_headers</c>. Nothing is found by its path on disk: what was not planned does not exist.
/// </summary>
internal sealed class Answers
{
    private const string OwnPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly Editions _editions;
    private readonly Func<string, string?> _ownFile;
    private readonly Func<ThemeFailure, Report> _notRendered;
    private readonly string _token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly ReloadChannel _channel;
    private readonly PreviewedPage _pages;

    /// <param name="ownFile">The path of a planned file while it is still one of the input folder, or null.</param>
    /// <param name="notRendered">Told of a page that cannot be rendered; says what is wrong.</param>
    public Answers(Editions editions, Func<string, string?> ownFile, Func<ThemeFailure, Report> notRendered, CancellationToken stop)
    {
        (_editions, _ownFile, _notRendered, _pages) = (editions, ownFile, notRendered, new PreviewedPage(_token));
        _channel = new ReloadChannel(editions, PageAsync, stop);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await AnswerOpenAsync(context);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The reader has gone, or the preview ends: half an answer must not look like a whole one.
            context.Abort();
        }
    }

    private async Task AnswerOpenAsync(HttpContext context)
    {
        var request = context.Request;
        var gate = new Gate(context.Connection.LocalPort, _token);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (gate.Refusal(request) is var refusal and not 0)
        {
            context.Response.Headers.Allow = refusal == StatusCodes.Status405MethodNotAllowed ? "GET, HEAD" : default;
            await Sending.RefuseAsync(context, refusal, refusal == StatusCodes.Status421MisdirectedRequest ? "The preview answers to 127.0.0.1 and localhost only.\n" : "");
        }
        else if (RequestPath.Of(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget) is not { } path)
        {
            await Sending.RefuseAsync(context, StatusCodes.Status400BadRequest, "");
        }
        else if (path.StartsWith(PreviewedPage.Folder, StringComparison.Ordinal))
        {
            await AnswerOwnAsync(context, gate, path[PreviewedPage.Folder.Length..]);
        }
        else
        {
            await AnswerOfSiteAsync(context, path);
        }
    }

    private async Task AnswerOwnAsync(HttpContext context, Gate gate, string name)
    {
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        switch (name)
        {
            case "findings.css":
                await Sending.SendAsync(context, 200, MediaTypes.Of(name), Resource(name));
                break;
            case "reload.js" when gate.Knows(context.Request):
                await Sending.SendAsync(context, 200, MediaTypes.Of(name), Resource(name));
                break;
            case "events" when gate.Knows(context.Request) && HttpMethods.IsGet(context.Request.Method):
                await _channel.ServeAsync(context);
                break;
            default:
                await Sending.RefuseAsync(context, name is "reload.js" or "events" ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound, "");
                break;
        }
    }

    private async Task AnswerOfSiteAsync(HttpContext context, string path)
    {
        var edition = _editions.Current;
        if (edition.Site is not { } site)
        {
            context.Response.Headers.ContentSecurityPolicy = OwnPolicy;
            await Sending.SendAsync(context, StatusCodes.Status500InternalServerError, MediaTypes.Of(".html"), _pages.WithoutSite(edition.Panel));
            return;
        }

        if (site.Rules.Old(path) is { } old)
        {
            if (old.Status == StatusCodes.Status301MovedPermanently)
            {
                Sending.Redirect(context, old.Target);
            }
            else
            {
                await SendPageAsync(context, edition, site, OutputPath(Uri.UnescapeDataString(old.Target)[(site.Folder.Length + 1)..]), path, old.Status);
            }

            return;
        }

        if (!path.StartsWith(site.Folder + "/", StringComparison.Ordinal))
        {
            if (path == "/" || path == site.Folder)
            {
                Sending.Redirect(context, site.Folder + "/");
                return;
            }

            await SendPageAsync(context, edition, site, "404.html", path);
            return;
        }

        var local = path[(site.Folder.Length + 1)..];
        if (local.Length > 0 && !local.EndsWith('/') && !site.Has(local) && site.Has(local + "/index.html"))
        {
            Sending.Redirect(context, context.Request.PathBase + string.Join('/', path.Split('/').Select(Uri.EscapeDataString)) + "/" + context.Request.QueryString);
            return;
        }

        await SendPageAsync(context, edition, site, OutputPath(local), path);
    }

    private async Task SendPageAsync(HttpContext context, Edition edition, SiteFiles site, string file, string path, int status = StatusCodes.Status200OK)
    {
        try
        {
            var found = await site.FindAsync(file);
            var source = found is ServedFile.Copied copied ? _ownFile(copied.Source) : null;
            if (source is null && found is not ServedFile.Rendered)
            {
                found = await site.FindAsync(file = "404.html");
            }

            var type = Headers(context, site, path, MediaTypes.Of(file));
            if (source is not null)
            {
                await Sending.SendFileAsync(context, type, source);
            }
            else if (found is ServedFile.Rendered { File: var rendered })
            {
                var bytes = rendered.Bytes;
                await Sending.SendAsync(context, file == "404.html" ? StatusCodes.Status404NotFound : status, type, IsPage(file) ? _pages.Of(bytes, Fingerprint.Of(bytes.Span, site), edition.Panel) : bytes);
            }
        }
        catch (ThemeFailure failure)
        {
            var report = _notRendered(failure);
            context.Response.Headers.ContentSecurityPolicy = OwnPolicy;
            await Sending.SendAsync(context, StatusCodes.Status500InternalServerError, MediaTypes.Of(".html"), _pages.Of(_pages.WithoutSite(""), new Fingerprint(Fingerprint.Of(failure.Message), ""), FindingsPanel.Write(report, hasSite: false)));
        }
    }

    /// <summary>The page that stands at a path of a request, before anything is put into it.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> PageAsync(SiteFiles site, string address)
    {
        var path = RequestPath.Of(address) ?? "/404.html";
        var file = path.StartsWith(site.Folder + "/", StringComparison.Ordinal) ? OutputPath(path[(site.Folder.Length + 1)..]) : "404.html";
        var found = IsPage(file) ? await site.FindAsync(file) : null;
        return (found ?? await site.FindAsync("404.html")) is ServedFile.Rendered { File: var rendered } ? rendered.Bytes : default;
    }

    private static string OutputPath(string local) => local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;

    private static bool IsPage(string file) => file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    // What is previewed changes, so nothing of it is kept by the browser, whatever the host will say.
    private static string Headers(HttpContext context, SiteFiles site, string path, string type)
    {
        foreach (var (name, value) in site.Rules.Headers(path))
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                type = value;
            }
            else if (!name.Equals("Cache-Control", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers[name] = value;
            }
        }

        return type;
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(Answers).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"the program lacks {name}");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

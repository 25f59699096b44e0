using System.Net;
using System.Net.Sockets;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Browsing;

/// <summary>Serves a site from memory as a static host does: folders by their index, 404.html for the rest, and the headers of <c>_headers</c>.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly WholeSite _site;
    private readonly HostHeaders _headers;

    public SiteServer(WholeSite site)
    {
        _site = site;
        _headers = HostHeaders.Parse(site.Text("_headers"));
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Origin = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
        }

        _listener.Prefixes.Add(Origin + "/");
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public string Origin { get; }

    /// <summary>The address at which this server has a page, by its path below the output folder.</summary>
    public string AddressOf(string outputPath) =>
        $"{Origin}{Folder}/{(outputPath.EndsWith("index.html", StringComparison.Ordinal) ? outputPath[..^"index.html".Length] : outputPath)}";

    public void Dispose() => _listener.Close();

    private string Folder => _site.Plan.Settings.BaseUrl.Folder;

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // The test is over, or the browser has turned away.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var local = path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[(Folder.Length + 1)..] : "/";
        local = local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;
        var isFound = _site.Files.TryGetValue(local, out var bytes);
        var response = context.Response;
        response.StatusCode = isFound ? 200 : 404;
        response.ContentType = MediaType(isFound ? local : "404.html");
        foreach (var (name, value) in _headers.For(path))
        {
            response.Headers[name] = value;
        }

        bytes ??= _site.Files["404.html"];
        response.ContentLength64 = bytes.Length;
        response.OutputStream.Write(bytes);
        response.Close();
    }

    private static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webp" => "image/webp",
        ".xml" => "application/xml",
        ".woff2" => "font/woff2",
        _ => "application/octet-stream",
    };
}

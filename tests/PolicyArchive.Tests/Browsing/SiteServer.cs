using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace PolicyArchive.Tests.Browsing;

/// <summary>Serves a site from memory as a static host does: folders by their index, 404.html for the rest, and the headers of <c>_headers</c>.</summary>
internal sealed class SiteServer : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly HostHeaders _headers;
    private readonly string _folder;

    /// <param name="folder">Where the site lies on its host, without a closing slash: empty, or <c>/archive</c>.</param>
    public SiteServer(IReadOnlyDictionary<string, byte[]> files, string folder)
    {
        (_files, _folder, _headers) = (files, folder, HostHeaders.Parse(System.Text.Encoding.UTF8.GetString(files["_headers"])));
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

    /// <summary>The site's front page.</summary>
    public string Url => Origin + _folder + "/";

    /// <summary>Parts of paths that are answered with an error while they are in here.</summary>
    public ConcurrentDictionary<string, byte> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>The address at which this server has a page, by its path below the output folder.</summary>
    public string AddressOf(string outputPath) => Url + (outputPath.EndsWith("index.html", StringComparison.Ordinal) ? outputPath[..^"index.html".Length] : outputPath);

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException or SocketException)
            {
                // The test is over, or the browser has turned away.
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        var local = path.StartsWith(_folder + "/", StringComparison.Ordinal) ? path[(_folder.Length + 1)..] : "/";
        local = local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;
        var isFound = _files.TryGetValue(local, out var bytes) && !Broken.Keys.Any(part => path.Contains(part, StringComparison.Ordinal));
        var response = context.Response;
        response.StatusCode = isFound ? 200 : 404;
        response.ContentType = MediaType(isFound ? local : "404.html");
        // What is missing may come, so it is not kept for ever.
        foreach (var (name, value) in _headers.For(path).Where(h => isFound || h.Name != "Cache-Control"))
        {
            response.Headers[name] = value;
        }

        bytes = isFound ? bytes! : _files["404.html"];
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

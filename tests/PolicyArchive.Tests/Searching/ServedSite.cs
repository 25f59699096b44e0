using System.Collections.Concurrent;
using System.Net;

namespace PolicyArchive.Tests.Searching;

/// <summary>Files of a site over HTTP, under the strictest policy that a host may set, perhaps below a sub-folder.</summary>
internal sealed class ServedSite : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";

    private readonly HttpListener _listener = new();
    private readonly IReadOnlyDictionary<string, byte[]> _files;
    private readonly string _folder;

    /// <param name="folder">Where the site lies on its host: <c>/</c> or <c>/archive/</c>.</param>
    public ServedSite(IReadOnlyDictionary<string, byte[]> files, string folder = "/")
    {
        (_files, _folder) = (files, folder);
        for (var attempt = 0; ; attempt++)
        {
            Origin = $"http://127.0.0.1:{Random.Shared.Next(20_000, 60_000)}";
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add(Origin + "/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // The port is taken.
            }
        }

        _ = Serve();
    }

    public string Origin { get; }

    public string Url => Origin + _folder;

    /// <summary>Paths that are answered with an error while they are in here.</summary>
    public ConcurrentDictionary<string, byte> Broken { get; } = new(StringComparer.Ordinal);

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            try
            {
                Answer(await _listener.GetContextAsync());
            }
            catch (Exception gone) when (gone is HttpListenerException or ObjectDisposedException or IOException or InvalidOperationException or System.Net.Sockets.SocketException)
            {
                // The browser or the test has gone.
            }
        }
    }

    private void Answer(HttpListenerContext asked)
    {
        var path = Uri.UnescapeDataString(asked.Request.Url!.AbsolutePath);
        var name = path.StartsWith(_folder, StringComparison.Ordinal) ? path[_folder.Length..] : "?";
        name = name.Length == 0 || name.EndsWith('/') ? name + "index.html" : name;
        var found = _files.TryGetValue(name, out var bytes) && !Broken.Keys.Any(part => path.Contains(part, StringComparison.Ordinal));
        var response = asked.Response;
        response.StatusCode = found ? 200 : 404;
        response.ContentType = Path.GetExtension(name) switch { ".html" => "text/html; charset=utf-8", ".js" => "text/javascript", ".css" => "text/css", ".svg" => "image/svg+xml", _ => "application/octet-stream" };
        response.AddHeader("Content-Security-Policy", Policy);
        response.Close(found ? bytes! : [], willBlock: false);
    }
}

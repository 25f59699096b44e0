using System.IO.Compression;
using System.Net;

namespace PolicyArchive.Benchmarks;

/// <summary>A site's folder over HTTP as a static host serves it: texts compressed, files kept by the browser. Counts what it sends.</summary>
internal sealed class ServedFolder : IDisposable
{
    private const string Policy = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'";

    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private long _bytes;

    public ServedFolder(string folder, int port)
    {
        (_folder, Url) = (folder, $"http://127.0.0.1:{port}");
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _ = Serve();
    }

    public string Url { get; }

    /// <summary>Of bodies, so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

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
                // The browser or the run has gone.
            }
        }
    }

    private void Answer(HttpListenerContext asked)
    {
        var path = Uri.UnescapeDataString(asked.Request.Url!.AbsolutePath).TrimStart('/');
        var file = Path.Combine(_folder, path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path);
        var response = asked.Response;
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        var body = File.ReadAllBytes(file);
        var type = Path.GetExtension(file) switch { ".html" => "text/html; charset=utf-8", ".js" => "text/javascript", ".css" => "text/css", ".svg" => "image/svg+xml", _ => "application/octet-stream" };
        if (type != "application/octet-stream")
        {
            body = Compress(body);
            response.AddHeader("Content-Encoding", "gzip");
        }

        response.ContentType = type;
        response.AddHeader("Cache-Control", "max-age=3600");
        response.AddHeader("Content-Security-Policy", Policy);
        Interlocked.Add(ref _bytes, body.Length);
        response.Close(body, willBlock: false);
    }

    private static byte[] Compress(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }
}

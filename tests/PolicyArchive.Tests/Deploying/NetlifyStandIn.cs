using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PolicyArchive.Tests.Deploying;

/// <summary>The documented part of Netlify's API on a port of this machine, with the moods of a real host.</summary>
internal sealed class NetlifyStandIn : IDisposable
{
    public const string Token = "nfp_secret-token-of-a-test";

    private readonly HttpListener _listener = new();
    private readonly ConcurrentDictionary<string, Deploy> _deploys = new();
    private readonly ConcurrentQueue<Func<HttpListenerContext, bool>> _moods = new();

    public NetlifyStandIn()
    {
        for (var port = 20000 + (Environment.ProcessId % 20000); ; port++)
        {
            try
            {
                _listener.Prefixes.Clear();
                _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
                _listener.Start();
                Address = $"http://127.0.0.1:{port}/api/v1";
                break;
            }
            catch (HttpListenerException)
            {
                // Taken; the next one then.
            }
        }

        _ = Serve();
    }

    private sealed record Deploy(string Id, bool IsDraft, Dictionary<string, string> Files, string[] Required)
    {
        public ConcurrentDictionary<string, byte> Missing { get; } = new(Required.Select(sha => KeyValuePair.Create(sha, (byte)0)));

        public int Asked { get; set; }
    }

    public string Address { get; }

    /// <summary>The site that readers see: paths and their digests.</summary>
    public Dictionary<string, string> Live { get; private set; } = [];

    /// <summary>Contents that the host has seen, by digest.</summary>
    public ConcurrentDictionary<string, byte[]> Contents { get; } = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How many of the files of each deploy were sent.</summary>
    public ConcurrentQueue<string> Uploads { get; } = new();

    /// <summary>What the host says when it has all files; <c>ready</c> but for a site that it cannot make.</summary>
    public string FinalState { get; set; } = "ready";

    public Dictionary<string, string> Variables => new() { ["NETLIFY_API_URL"] = Address, ["NETLIFY_AUTH_TOKEN"] = Token, ["NETLIFY_SITE_ID"] = "archive.netlify.app" };

    /// <summary>The next requests are answered so, one after the other.</summary>
    public NetlifyStandIn Then(int status, string? retryAfter = null, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            _moods.Enqueue(context =>
            {
                if (retryAfter is not null)
                {
                    context.Response.AddHeader("Retry-After", retryAfter);
                }

                Answer(context, status, """{"message":"not now"}""");
                return true;
            });
        }

        return this;
    }

    /// <summary>The next request gets an answer without a word.</summary>
    public NetlifyStandIn ThenSayNothing()
    {
        _moods.Enqueue(context =>
        {
            context.Request.InputStream.CopyTo(Stream.Null);
            context.Response.Close();
            return true;
        });
        return this;
    }

    /// <summary>The next request is answered as it should be.</summary>
    public NetlifyStandIn ThenAnswer()
    {
        _moods.Enqueue(_ => false);
        return this;
    }

    public void Dispose() => _listener.Close();

    private async Task Serve()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => Handle(context));
        }
    }

    private void Handle(HttpListenerContext context)
    {
        var (method, path) = (context.Request.HttpMethod, context.Request.Url!.AbsolutePath["/api/v1".Length..]);
        Requests.Enqueue($"{method} {path}");
        if (_moods.TryDequeue(out var mood) && mood(context))
        {
            return;
        }

        if (context.Request.Headers["Authorization"] != $"Bearer {Token}")
        {
            Answer(context, 401, """{"code":401,"message":"Access Denied"}""");
            return;
        }

        var parts = path.Split('/', 5);
        switch (method, parts)
        {
            case ("GET", ["", "sites", "archive.netlify.app", "files"]):
                Answer(context, 200, new JsonArray([.. Live.Select(file => new JsonObject { ["path"] = file.Key, ["sha"] = file.Value })]).ToJsonString());
                break;
            case ("POST", ["", "sites", "archive.netlify.app", "deploys"]):
                Begin(context);
                break;
            case ("PUT", ["", "deploys", var id, "files", var name]) when _deploys.TryGetValue(id, out var deploy):
                Take(context, deploy, "/" + Uri.UnescapeDataString(name));
                break;
            case ("GET", ["", "deploys", var id]) when _deploys.TryGetValue(id, out var deploy):
                Answer(context, 200, State(deploy));
                break;
            default:
                Answer(context, 404, """{"code":404,"message":"Not Found"}""");
                break;
        }
    }

    private void Begin(HttpListenerContext context)
    {
        using var body = JsonDocument.Parse(context.Request.InputStream);
        var files = body.RootElement.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString()!);
        var id = $"deploy-{_deploys.Count + 1}";
        var deploy = _deploys[id] = new Deploy(id, body.RootElement.GetProperty("draft").GetBoolean(), files, [.. files.Values.Distinct().Where(sha => !Contents.ContainsKey(sha))]);
        var isLater = body.RootElement.TryGetProperty("async", out var later) && later.GetBoolean();
        Answer(context, 200, isLater ? $$"""{"id":"{{id}}","state":"preparing","required":null}""" : State(deploy));
    }

    private void Take(HttpListenerContext context, Deploy deploy, string path)
    {
        using var memory = new MemoryStream();
        context.Request.InputStream.CopyTo(memory);
#pragma warning disable CA5350
        var sha = Convert.ToHexStringLower(SHA1.HashData(memory.ToArray()));
#pragma warning restore CA5350
        if (!deploy.Files.TryGetValue(path, out var expected) || expected != sha)
        {
            Answer(context, 422, """{"message":"digest does not match"}""");
            return;
        }

        Contents[sha] = memory.ToArray();
        deploy.Missing.TryRemove(sha, out _);
        Uploads.Enqueue(path);
        Answer(context, 200, "{}");
    }

    // Each state is seen once before the next, as on the real host.
    private string State(Deploy deploy)
    {
        var state = !deploy.Missing.IsEmpty ? deploy.Asked++ < 1 ? "prepared" : "uploading" : deploy.Asked++ < 2 ? "processing" : FinalState;
        if (state == "ready" && !deploy.IsDraft)
        {
            Live = deploy.Files;
        }

        return new JsonObject
        {
            ["id"] = deploy.Id, ["state"] = state, ["required"] = new JsonArray([.. deploy.Required.Select(sha => JsonValue.Create(sha))]), ["error_message"] = state == "error" ? "no space on our side" : null,
            ["ssl_url"] = "https://archive.netlify.app", ["deploy_ssl_url"] = $"https://{deploy.Id}--archive.netlify.app",
        }.ToJsonString();
    }

    private static void Answer(HttpListenerContext context, int status, string json)
    {
        context.Request.InputStream.CopyTo(Stream.Null);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.OutputStream.Write(Encoding.UTF8.GetBytes(json));
        context.Response.Close();
    }
}

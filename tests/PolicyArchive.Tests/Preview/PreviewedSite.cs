using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PolicyArchive.Findings;
using PolicyArchive.Preview;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Preview;

/// <summary>A small site previewed in this process, on a port of its own.</summary>
internal sealed class PreviewedSite : IAsyncDisposable, IPreviewJournal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<string> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
    private Task _run = Task.CompletedTask;

    private PreviewedSite(SmallSite site) => Site = site;

    public SmallSite Site { get; }

    /// <summary>With a closing slash.</summary>
    public string Url { get; private set; } = "";

    public int Port => new Uri(Url).Port;

    public ConcurrentQueue<string> Complaints { get; } = new();

    public static Task<PreviewedSite> OfAsync(SmallSite site, bool drafts = false, bool polls = false, string? theme = null) =>
        OfAsync(site, new PreviewOptions
        {
            Input = site.Options.Input,
            Theme = theme ?? site.Options.Theme,
            Reading = new ReadingOptions { Today = site.Options.Now, ShowDrafts = drafts },
            Port = 0,
            Polls = polls,
        });

    private static async Task<PreviewedSite> OfAsync(SmallSite site, PreviewOptions options)
    {
        var preview = new PreviewedSite(site);
        preview._run = Task.Run(() => new PreviewRun(options, preview).RunAsync(preview._stop.Token));
        var first = await Task.WhenAny(preview._started.Task, preview._run);
        await first;
        preview.Url = await preview._started.Task;
        return preview;
    }

    public async Task<HttpResponseMessage> AskAsync(string path, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(new Uri(Url), path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public async Task<string> TextAsync(string path)
    {
        using var response = await AskAsync(path);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>What is answered to bytes that no browser would send; empty when the connection is just closed.</summary>
    public async Task<string> RawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync().WaitAsync(Patience);
    }

    /// <summary>The status that a path, exactly as it is written here, is answered with.</summary>
    public async Task<int> StatusAsync(string target) => StatusOf(await RawAsync($"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{Port}\r\nConnection: close\r\n\r\n"));

    public static int StatusOf(string response) => int.Parse(response.Split(' ', 3)[1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The page at a path once it is as awaited.</summary>
    public async Task<string> UntilAsync(string path, Func<string, bool> isAwaited)
    {
        var end = DateTime.UtcNow + Patience;
        while (true)
        {
            var text = await TextAsync(path);
            if (isAwaited(text))
            {
                return text;
            }

            Assert.True(DateTime.UtcNow < end, $"{path} has not become what was awaited; it is:\n{text}");
            await Task.Delay(20);
        }
    }

    public Task<string> UntilAsync(string path, string holds) => UntilAsync(path, text => text.Contains(holds, StringComparison.Ordinal));

    /// <summary>The query by which a page would be told of changes.</summary>
    public async Task<string> ChannelAsync(string path)
    {
        var script = Dom.Parse(await TextAsync(path)).QuerySelector("script[src^='/_preview/']")!.GetAttribute("src")!;
        return $"/_preview/events{script[script.IndexOf('?', StringComparison.Ordinal)..]}&page={Uri.EscapeDataString(path)}";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _run.WaitAsync(Patience);
        _client.Dispose();
        _stop.Dispose();
        Site.Dispose();
    }

    void IPreviewJournal.Started(string address, Report report) => _started.SetResult(address);

    void IPreviewJournal.Changed(string what, TimeSpan time, Report report)
    {
    }

    void IPreviewJournal.NotRendered(Report report) => Complaints.Enqueue(Assert.Single(report.Shown).Code);

    void IPreviewJournal.Polling(string reason) => Complaints.Enqueue(reason);

    void IPreviewJournal.Failed(string reason) => Complaints.Enqueue(reason);
}

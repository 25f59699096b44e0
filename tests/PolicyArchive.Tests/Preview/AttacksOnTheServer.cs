using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyArchive.Tests.Preview;

/// <summary>What a page from elsewhere, or a program on the same machine, may try.</summary>
public sealed class AttacksOnTheServer : IAsyncLifetime
{
    private PreviewedSite _preview = null!;

    public async Task InitializeAsync()
    {
        var site = SmallSite.WithBrief("attachments: [{file: secret-free.txt, title: Notes}]").With("briefs/secret-free.txt", "Notes.").With("data.csv", "a,b\n1,2\n");
        File.WriteAllText(Path.Combine(site.Folder, "outside.txt"), "outside the input folder");
        _preview = await PreviewedSite.OfAsync(site);
    }

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:PORT")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("127.0.0.1.evil.example:PORT")]
    [InlineData("localhost.:PORT")]
    [InlineData("localhost.evil.example:PORT")]
    [InlineData("0.0.0.0:PORT")]
    [InlineData("127.1:PORT")]
    [InlineData("[::1]:PORT")]
    [InlineData("")]
    public async Task A_name_that_is_not_ours_is_refused(string host)
    {
        var answer = await _preview.RawAsync($"GET / HTTP/1.1\r\nHost: {Named(host)}\r\nConnection: close\r\n\r\n");
        Assert.Equal(421, PreviewedSite.StatusOf(answer));
        Assert.DoesNotContain("A small archive", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("localhost:PORT")]
    [InlineData("LocalHost:PORT")]
    public async Task Our_own_names_are_answered(string host) =>
        Assert.Equal(200, PreviewedSite.StatusOf(await _preview.RawAsync($"GET / HTTP/1.1\r\nHost: {Named(host)}\r\nConnection: close\r\n\r\n")));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nHost: evil.example\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n", 400)]
    [InlineData("GET http://127.0.0.1:PORT/briefs/x/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n", 200)]
    [InlineData("GET / HTTP/1.0\r\n\r\n", 421)]
    [InlineData("GET /\r\n\r\n", 400)]
    [InlineData("GET / HTTP/9.9\r\nHost: 127.0.0.1:PORT\r\n\r\n", 505)]
    [InlineData("GARBAGE\r\n\r\n", 400)]
    [InlineData("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nBad header\r\n\r\n", 400)]
    [InlineData("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n0\r\n\r\n", 200)]
    [InlineData("CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\nConnection: close\r\n\r\n", 421)]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: close\r\n\r\n", 405)]
    public async Task A_request_of_a_strange_form_is_answered_by_its_status(string request, int status)
    {
        Assert.Equal(status, PreviewedSite.StatusOf(await _preview.RawAsync(Named(request))));
        Assert.Equal(200, await _preview.StatusAsync("/"));
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Only_reading_is_allowed(string method)
    {
        using var response = await _preview.AskAsync("/", new HttpMethod(method));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/../outside.txt")]
    [InlineData("/../../outside.txt")]
    [InlineData("/briefs/../../outside.txt")]
    [InlineData("/%2e%2e/outside.txt")]
    [InlineData("/.%2e/outside.txt")]
    [InlineData("/%2e%2e%2foutside.txt")]
    [InlineData("/..%2foutside.txt")]
    [InlineData("/..%5coutside.txt")]
    [InlineData("/..\\outside.txt")]
    [InlineData("/%252e%252e/outside.txt")]
    [InlineData("/%252e%252e%252foutside.txt")]
    [InlineData("/%c0%ae%c0%ae/outside.txt")]
    [InlineData("/%e0%80%ae%e0%80%ae/outside.txt")]
    [InlineData("/%uff0e%uff0e/outside.txt")]
    [InlineData("/data.csv%00.html")]
    [InlineData("/data.csv%0a")]
    [InlineData("/data.csv::$DATA")]
    [InlineData("/data.csv.")]
    [InlineData("/data.csv%20")]
    [InlineData("/data.csv/")]
    [InlineData("/DATA.CSV")]
    [InlineData("//data.csv")]
    [InlineData("//evil.example/")]
    [InlineData("/C:/outside.txt")]
    [InlineData("/file:///etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("/settings.yml")]
    [InlineData("/briefs/x.md")]
    [InlineData("/.git/config")]
    [InlineData("/_preview/")]
    [InlineData("/_preview/../data.csv")]
    [InlineData("/%")]
    [InlineData("/%zz")]
    [InlineData("/\u00e9")]
    public async Task A_path_that_is_no_address_of_the_site_leads_nowhere(string path)
    {
        var answer = await _preview.RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{_preview.Port}\r\nConnection: close\r\n\r\n");
        Assert.Contains(PreviewedSite.StatusOf(answer), (int[])[400, 404]);
        Assert.DoesNotContain("outside the input folder", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Location:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Very_long_paths_and_headers_are_refused()
    {
        Assert.Equal(404, await _preview.StatusAsync("/" + new string('a', 7000)));
        Assert.Equal(414, await _preview.StatusAsync("/" + new string('a', 70_000)));
        Assert.Equal(431, PreviewedSite.StatusOf(await _preview.RawAsync($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{_preview.Port}\r\nX-Long: {new string('a', 40_000)}\r\n\r\n")));
        Assert.Equal(431, PreviewedSite.StatusOf(await _preview.RawAsync($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{_preview.Port}\r\n{string.Concat(Enumerable.Repeat("X: y\r\n", 500))}\r\n")));
    }

    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "https://127.0.0.1:PORT")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_page_from_elsewhere_hears_nothing_even_with_the_token(string name, string value)
    {
        var channel = await _preview.ChannelAsync("/briefs/x/");
        foreach (var path in (string[])[channel, "/briefs/x/", "/data.csv"])
        {
            using var response = await _preview.AskAsync(path, null, (name, Named(value)));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_link_from_elsewhere_may_lead_here_but_no_frame()
    {
        (string, string)[] link = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")];
        using var followed = await _preview.AskAsync("/", null, link);
        Assert.Equal(HttpStatusCode.OK, followed.StatusCode);
        using var framed = await _preview.AskAsync("/", null, [.. link[..2], ("Sec-Fetch-Dest", "iframe")]);
        Assert.Equal(HttpStatusCode.Forbidden, framed.StatusCode);
    }

    [Theory]
    [InlineData("/_preview/events")]
    [InlineData("/_preview/events?token=")]
    [InlineData("/_preview/events?token=00000000000000000000000000000000&page=/&seen=&styles=&findings=")]
    [InlineData("/_preview/reload.js")]
    [InlineData("/_preview/reload.js?token=a&token=b")]
    public async Task Without_the_token_there_is_no_word_of_changes(string path)
    {
        using var response = await _preview.AskAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task No_answer_lets_another_origin_read_it()
    {
        foreach (var path in (string[])["/", "/nothing/", "/feed.json", await _preview.ChannelAsync("/")])
        {
            using var response = await _preview.AskAsync(path, null, ("Origin", $"http://127.0.0.1:{_preview.Port}"));
            Assert.DoesNotContain(response.Headers, h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_file_that_has_become_a_link_out_of_the_folder_is_not_followed()
    {
        Assert.Equal(200, await _preview.StatusAsync("/data.csv"));
        var file = _preview.Site.PathOf("data.csv");
        File.CreateSymbolicLink(file + ".new", Path.Combine(_preview.Site.Folder, "outside.txt"));
        File.Move(file + ".new", file, overwrite: true);
        Assert.DoesNotContain("outside the input folder", await _preview.TextAsync("/data.csv"), StringComparison.Ordinal);
        await _preview.UntilAsync("/", "FILE011");
        Assert.DoesNotContain("outside the input folder", await _preview.TextAsync("/data.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_server_listens_on_the_loopback_addresses_only()
    {
        foreach (var address in (await Dns.GetHostAddressesAsync(Dns.GetHostName())).Where(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a)))
        {
            using var client = new TcpClient();
            await Assert.ThrowsAsync<SocketException>(async () => await client.ConnectAsync(address, _preview.Port));
        }

        var listeners = System.Net.NetworkInformation.IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners();
        Assert.All(listeners.Where(l => l.Port == _preview.Port), l => Assert.True(IPAddress.IsLoopback(l.Address)));
    }

    [Theory]
    [InlineData("localhost", "200")]
    [InlineData("127.0.0.1", "200")]
    [InlineData("[::1]", "421")]
    [InlineData("rebound.example", "421")]
    public async Task The_other_loopback_address_answers_to_the_same_names_alone(string host, string status)
    {
        if (!Socket.OSSupportsIPv6)
        {
            return;
        }

        using var client = new TcpClient(AddressFamily.InterNetworkV6);
        await client.ConnectAsync(IPAddress.IPv6Loopback, _preview.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HEAD / HTTP/1.1\r\nHost: {host}:{_preview.Port}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_thousand_idle_and_half_open_connections_do_not_keep_others_waiting()
    {
        var idle = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 1000; i++)
            {
                var client = new TcpClient();
                idle.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, _preview.Port);
                if (i % 2 == 0)
                {
                    await client.GetStream().WriteAsync("GET / HTTP/1.1\r\nHost: "u8.ToArray());
                }
            }

            Assert.Equal(200, await _preview.StatusAsync("/briefs/x/"));
        }
        finally
        {
            idle.ForEach(c => c.Dispose());
        }
    }

    [Fact]
    public async Task A_reader_who_takes_nothing_keeps_no_one_waiting()
    {
        var slow = new List<TcpClient>();
        try
        {
            for (var i = 0; i < 50; i++)
            {
                var client = new TcpClient { ReceiveBufferSize = 1024 };
                slow.Add(client);
                await client.ConnectAsync(IPAddress.Loopback, _preview.Port);
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{_preview.Port}\r\n\r\n", 100))));
            }

            Assert.Equal(200, await _preview.StatusAsync("/briefs/x/"));
        }
        finally
        {
            slow.ForEach(c => c.Dispose());
        }
    }

    private string Named(string text) => text.Replace("PORT", _preview.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

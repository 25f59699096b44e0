using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyArchive.Theming;

namespace PolicyArchive.Preview.Serving;

/// <summary>
/// Server-sent events (WHATWG HTML, 9.2) for one page in a browser. The browser says what it shows; it is told when it should
/// show something else, whether that comes about now or came about while nobody listened.
/// </summary>
internal sealed class ReloadChannel(Editions editions, Func<SiteFiles, string, ValueTask<ReadOnlyMemory<byte>>> pageAt, CancellationToken stop)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(20);

    public async Task ServeAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var (path, seen, styles, findings) = (query["page"].ToString(), query["seen"].ToString(), query["styles"].ToString(), query["findings"].ToString());
        context.Response.ContentType = "text/event-stream";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, context.RequestAborted);
        await SendAsync(context, ":\n\n", ended.Token);
        while (true)
        {
            var (edition, next) = editions.Read();
            if (Fingerprint.Of(edition.Panel) is var panel && panel != findings)
            {
                findings = panel;
                await SendAsync(context, Event("findings", ("id", panel), ("markup", edition.Panel)), ended.Token);
            }

            if (edition.Site is { } site)
            {
                var now = await NowAsync(site, path);
                if (now.Content != seen)
                {
                    seen = now.Content;
                    await SendAsync(context, Event("page", ("id", seen)), ended.Token);
                }
                else if (now.Styles != styles)
                {
                    styles = now.Styles;
                    await SendAsync(context, Sheets(styles, site), ended.Token);
                }
            }

            while (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(Pulse, ended.Token)) != next)
            {
                // A reader who has gone is noticed by writing only.
                await SendAsync(context, ":\n\n", ended.Token);
            }
        }
    }

    private async Task<Fingerprint> NowAsync(SiteFiles site, string path)
    {
        try
        {
            return Fingerprint.Of((await pageAt(site, path)).Span, site);
        }
        catch (ThemeFailure failure)
        {
            return new Fingerprint(Fingerprint.Of(failure.Message), "");
        }
    }

    private static async Task SendAsync(HttpContext context, string text, CancellationToken ended)
    {
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), ended);
        await context.Response.Body.FlushAsync(ended);
    }

    private static string Sheets(string id, SiteFiles site) => Event("styles", json =>
    {
        json.WriteString("id", id);
        json.WriteStartArray("addresses");
        foreach (var sheet in site.Styles)
        {
            json.WriteStringValue(sheet);
        }

        json.WriteEndArray();
    });

    private static string Event(string name, params (string Name, string Value)[] members) => Event(name, json =>
    {
        foreach (var (member, value) in members)
        {
            json.WriteString(member, value);
        }
    });

    // JSON has no line ends of its own, and escapes those of its texts: one line of data.
    private static string Event(string name, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return $"event: {name}\ndata: {Encoding.UTF8.GetString(stream.ToArray())}\n\n";
    }
}

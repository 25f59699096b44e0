using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PolicyArchive.Deploying;

/// <summary>
/// The calls of Netlify's API that a digest deploy needs (docs.netlify.com, "Get started with the Netlify API", file digest method),
/// each tried again where the host asks for patience or fails.
/// </summary>
internal sealed class NetlifyApi : IDisposable
{
    private const int Attempts = 6;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(70);

    private readonly HttpClient _client;
    private readonly NetlifySite _site;
    private readonly TimeSpan _firstWait;

    /// <param name="firstWait">Before the second attempt; it doubles from there.</param>
    public NetlifyApi(NetlifySite site, TimeSpan firstWait)
    {
        (_site, _firstWait) = (site, firstWait);
        // A redirect would take the token elsewhere.
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), ConnectTimeout = TimeSpan.FromSeconds(20) })
        {
            BaseAddress = site.Api,
            Timeout = TimeSpan.FromMinutes(2),
        };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", site.Token);
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("policy-archive", typeof(NetlifyApi).Assembly.GetName().Version?.ToString(3)));
    }

    public void Dispose() => _client.Dispose();

    public Task<JsonElement> Get(string path, CancellationToken stop) => Send(() => new HttpRequestMessage(HttpMethod.Get, path), stop);

    public Task<JsonElement> Post(string path, ReadOnlyMemory<byte> json, CancellationToken stop) => Send(
        () => new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } },
        stop);

    /// <param name="open">Opens the content anew for each attempt.</param>
    public Task<JsonElement> Put(string path, Func<Stream> open, CancellationToken stop) => Send(
        () => new HttpRequestMessage(HttpMethod.Put, path) { Content = new StreamContent(open()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } } },
        stop);

    private async Task<JsonElement> Send(Func<HttpRequestMessage> make, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan? asked = null;
            Exception? cause = null;
            string trouble;
            try
            {
                using var request = make();
                using var response = await _client.SendAsync(request, stop).ConfigureAwait(false);
                var answer = await Read(response, stop).ConfigureAwait(false);
                if (response.IsSuccessStatusCode && (answer.ValueKind != JsonValueKind.Undefined || request.Method == HttpMethod.Put))
                {
                    return answer;
                }

                trouble = Words(response, answer);
                if (!response.IsSuccessStatusCode && !IsPassing(response.StatusCode))
                {
                    throw new DeployFailure(trouble);
                }

                asked = Patience(response);
            }
            catch (Exception e) when (e is HttpRequestException or IOException || (e is TaskCanceledException && !stop.IsCancellationRequested))
            {
                (trouble, cause) = (e is TaskCanceledException ? $"{_site.Api.Host} did not answer in time" : $"{_site.Api.Host} cannot be reached: {Innermost(e).Message}", e);
            }

            if (attempt == Attempts)
            {
                throw new DeployFailure($"{trouble}; tried {Attempts} times", cause);
            }

            var wait = asked ?? _firstWait * Math.Pow(2, attempt - 1);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, stop).ConfigureAwait(false);
        }
    }

    private static bool IsPassing(HttpStatusCode code) => code is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)code >= 500;

    /// <summary>Undefined where there is no JSON: a broken answer, or a page of some proxy.</summary>
    private static async Task<JsonElement> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(stop).ConfigureAwait(false);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private string Words(HttpResponseMessage response, JsonElement answer)
    {
        var said = answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? $": {message.GetString()}" : "";
        var path = response.RequestMessage?.RequestUri?.AbsolutePath ?? "";
        return (int)response.StatusCode switch
        {
            < 300 => $"{_site.Api.Host} answered with something that is not JSON",
            401 or 403 => $"{_site.Api.Host} refuses the token ({(int)response.StatusCode}{said}); make a new one and put it into NETLIFY_AUTH_TOKEN",
            404 when path.Contains("/sites/", StringComparison.Ordinal) => $"{_site.Api.Host} knows no site `{_site.Site}`{said}; set NETLIFY_SITE_ID to its id or host name",
            var code => string.Create(CultureInfo.InvariantCulture, $"{_site.Api.Host} answered {code}{said}"),
        };
    }

    // RFC 9110, 10.2.3; Netlify says at which second of the clock its limit ends.
    private static TimeSpan? Patience(HttpResponseMessage response)
    {
        if (response.Headers.RetryAfter is { } retry)
        {
            return retry.Delta ?? (retry.Date is { } date ? Positive(date - DateTimeOffset.UtcNow) : null);
        }

        return response.StatusCode == HttpStatusCode.TooManyRequests && response.Headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.First(), CultureInfo.InvariantCulture, out var second)
            ? Positive(DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(second, 0, 253_402_300_799)) - DateTimeOffset.UtcNow)
            : null;
    }

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}

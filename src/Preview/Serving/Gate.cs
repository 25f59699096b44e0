using Microsoft.AspNetCore.Http;

namespace PolicyArchive.Preview.Serving;

/// <summary>Which requests are answered at all: those of a browser on this machine that was told to open the preview.</summary>
internal sealed class Gate(int port, string token)
{
    // A name that is not ours may be made to lead here (DNS rebinding), and its pages would then read this site.
    private readonly string[] _hosts = [$"127.0.0.1:{port}", $"localhost:{port}", .. port == 80 ? (string[])["127.0.0.1", "localhost"] : []];

    /// <summary>The status with which a request is refused, or 0.</summary>
    public int Refusal(HttpRequest request) =>
        request.Headers.Host is not [{ } host] || !_hosts.Contains(host, StringComparer.OrdinalIgnoreCase) ? StatusCodes.Status421MisdirectedRequest
        : !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) ? StatusCodes.Status405MethodNotAllowed
        : IsOfAnotherSite(request) ? StatusCodes.Status403Forbidden
        : 0;

    /// <summary>Whether a request knows the token that only pages of this preview hold.</summary>
    public bool Knows(HttpRequest request) =>
        request.Query["token"] is [{ } given]
        && System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(given), System.Text.Encoding.UTF8.GetBytes(token));

    // A link from elsewhere may lead here; a page from elsewhere may not fetch or frame what is here (W3C Fetch Metadata).
    private bool IsOfAnotherSite(HttpRequest request)
    {
        var (site, mode, destination) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers["Sec-Fetch-Mode"].ToString(), request.Headers["Sec-Fetch-Dest"].ToString());
        var isLink = mode == "navigate" && destination == "document";
        var origin = request.Headers.Origin.ToString();
        return (site is "cross-site" or "same-site" && !isLink) || (origin.Length > 0 && !_hosts.Any(host => origin == "http://" + host));
    }
}

using System.Diagnostics.CodeAnalysis;

namespace PolicyArchive.Briefs;

/// <summary>An absolute http or https address (RFC 3986). No other scheme can be held.</summary>
public readonly record struct WebUrl
{
    private readonly string? _text;

    private WebUrl(string text) => _text = text;

    public string Text => _text ?? "";

    public string Host => new Uri(Text).IdnHost;

    public static bool TryParse(string text, [NotNullWhen(true)] out WebUrl? url)
    {
        url = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0
            && uri.UserInfo.Length == 0 && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? new WebUrl(uri.AbsoluteUri)
            : null;
        return url is not null;
    }

    public override string ToString() => Text;
}

/// <summary>Where the site is served: an origin, and perhaps a sub-folder. Turns a <see cref="SiteUrl"/> into a link.</summary>
public sealed record BaseUrl
{
    private BaseUrl(string origin, string folder) => (Origin, Folder) = (origin, folder);

    /// <summary>Scheme and authority without a closing slash: <c>https://example.org</c>.</summary>
    public string Origin { get; }

    /// <summary>The sub-folder without a closing slash, empty at the root: <c>/archive</c>.</summary>
    public string Folder { get; }

    public string Text => Origin + Folder;

    public static BaseUrl Unknown { get; } = new("https://example.org", "");

    public static bool TryParse(string text, [NotNullWhen(true)] out BaseUrl? url)
    {
        url = null;
        if (!WebUrl.TryParse(text, out var web))
        {
            return false;
        }

        var uri = new Uri(web.Value.Text);
        if (uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return false;
        }

        url = new BaseUrl(uri.GetLeftPart(UriPartial.Authority), uri.AbsolutePath.TrimEnd('/'));
        return true;
    }

    /// <summary>What an absolute address names within the site: its path, query and fragment; null when it leads elsewhere.</summary>
    public string? LocalPart(string address)
    {
        if (this == Unknown || !address.StartsWith(Text, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = address[Text.Length..];
        return rest.Length == 0 ? "/" : rest[0] == '/' ? rest : rest[0] is '#' or '?' ? "/" + rest : null;
    }

    /// <summary>A path from the host's root as one from the site's.</summary>
    public string WithoutFolder(string path) => path.StartsWith(Folder + "/", StringComparison.Ordinal) ? path[Folder.Length..] : path;

    /// <summary>The link to use within the site, from the host's root.</summary>
    public string Link(SiteUrl url) => Folder + url.Escaped;

    /// <summary>The whole address, for feeds, records and canonical links.</summary>
    public string Absolute(SiteUrl url) => Origin + Folder + url.Escaped;
}

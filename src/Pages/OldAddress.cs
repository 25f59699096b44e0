using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Unicode;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>An address as a writer recalls it: whole or from the root, escaped or not, with or without <c>index.html</c>.</summary>
internal static class OldAddress
{
    // What hosts take for a pattern, and what no address of a file has.
    private static readonly SearchValues<char> Refused = SearchValues.Create("*:\\");

    // What some file systems and hosts do not hold in a name.
    private static readonly SearchValues<char> NotInNames = SearchValues.Create("<>:\"|?*#\\");

    /// <param name="fault">Why it is no address of this site, to follow "since it".</param>
    public static bool TryParse(string text, BaseUrl site, out SiteUrl url, [NotNullWhen(false)] out string? fault)
    {
        url = default;
        var local = Local(text, site);
        fault = Fault(text, local);
        if (fault is not null)
        {
            return false;
        }

        var path = local.EndsWith("/index.html", StringComparison.OrdinalIgnoreCase) ? local[..^"index.html".Length] : local;
        if (!SiteUrl.TryParse(path, out var parsed) || parsed.Value.Path.AsSpan().ContainsAny('\\', '\uFFFD'))
        {
            fault = "has empty, dotted or overlong parts, or characters that no address has";
            return false;
        }

        url = parsed.Value;
        return true;
    }

    /// <summary>An old address without an ending was a page.</summary>
    public static SiteUrl AsPage(SiteUrl url) =>
        url.IsPage || url.Path[(url.Path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? url : AsFolder(url);

    public static SiteUrl AsFolder(SiteUrl url) => url.IsPage ? url : SiteUrl.Home.File(url.Path[1..] + "/");

    /// <summary>Whether a page can stand there on every host and file system; the host must know others, such as <c>/old.php</c>.</summary>
    public static bool HoldsPage(SiteUrl url) =>
        (url.IsPage || IsHtml(url)) && !url.Path.AsSpan().ContainsAny(NotInNames) && !url.Path.Split('/').Any(name => name.Length > 0 && (name[^1] is '.' or ' ' || name[0] == ' '));

    private static bool IsHtml(SiteUrl url) =>
        url.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || url.Path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private static string? Fault(string text, string local) => local switch
    {
        _ when text.Any(char.IsControl) => "holds a control character",
        _ when local.Contains("://", StringComparison.Ordinal) || local.StartsWith("//", StringComparison.Ordinal) => "is on another site than this one",
        _ when local.Contains('?', StringComparison.Ordinal) => "has a query, which a host of files does not see",
        _ when local.Contains('#', StringComparison.Ordinal) => "has a fragment, which never reaches a host",
        _ when local.AsSpan().IndexOfAny(Refused) is var at and >= 0 => string.Create(CultureInfo.InvariantCulture, $"holds `{local[at]}`, which hosts take for a pattern"),
        _ when local.StartsWith("/.netlify", StringComparison.OrdinalIgnoreCase) => "belongs to the host",
        _ when !IsEscapedWell(local) => "holds a `%` that escapes no character of UTF-8",
        _ when local.Contains("%2F", StringComparison.OrdinalIgnoreCase) => "holds an escaped slash",
        _ => null,
    };

    // Old addresses were written with either scheme, and without the first slash.
    private static string Local(string text, BaseUrl site)
    {
        var other = site.Origin.StartsWith("https://", StringComparison.Ordinal) ? "http://" : "https://";
        var local = site.LocalPart(text) ?? (text.StartsWith(other, StringComparison.OrdinalIgnoreCase) ? site.LocalPart(site.Origin[..site.Origin.IndexOf("://", StringComparison.Ordinal)] + text[(other.Length - 3)..]) : null) ?? text;
        return local.StartsWith('/') || local.Contains(':', StringComparison.Ordinal) ? local : "/" + local;
    }

    private static bool IsEscapedWell(string text)
    {
        var bytes = new List<byte>();
        for (var at = text.IndexOf('%', StringComparison.Ordinal); at >= 0 && at < text.Length; at++)
        {
            if (text[at] != '%')
            {
                if (!Utf8.IsValid(bytes.ToArray()))
                {
                    return false;
                }

                bytes.Clear();
            }
            else if (at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped))
            {
                bytes.Add(escaped);
                at += 2;
            }
            else
            {
                return false;
            }
        }

        return Utf8.IsValid(bytes.ToArray());
    }
}

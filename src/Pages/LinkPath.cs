using System.Buffers;
using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>The target of a link within the site, in its parts (RFC 3986, 3).</summary>
/// <param name="Path">Unescaped and in NFC.</param>
/// <param name="Query">With its <c>?</c>, or empty.</param>
/// <param name="Fragment">With its <c>#</c>, or empty.</param>
internal readonly record struct LinkPath(string Path, string Query, string Fragment)
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(" \"<>\\^`{|}");

    /// <summary>What follows the path, as it stands in an address.</summary>
    public string Tail => Tidy(Query + Fragment);

    /// <summary>The id that the fragment names, or empty.</summary>
    public string Id => Fragment.Length > 1 ? Uri.UnescapeDataString(Fragment[1..]) : "";

    public static LinkPath Of(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var (head, fragment) = hash < 0 ? (target, "") : (target[..hash], target[hash..]);
        var query = head.IndexOf('?', StringComparison.Ordinal);
        var (path, rest) = query < 0 ? (head, "") : (head[..query], head[query..]);
        return new LinkPath(TextFold.Compose(Uri.UnescapeDataString(path)), rest, fragment);
    }

    /// <summary>
    /// The path that a relative one makes in the folder of <paramref name="source"/>: <c>briefs/2016/x.md</c> and
    /// <c>../2018/y.md</c> make <c>briefs/2018/y.md</c>. Null above the root.
    /// </summary>
    public static string? Join(string source, string relative)
    {
        var parts = new List<string>(Folder(source).Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var segment in relative.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    break;
                case ".." when parts.Count == 0:
                    return null;
                case "..":
                    parts.RemoveAt(parts.Count - 1);
                    break;
                default:
                    parts.Add(segment);
                    break;
            }
        }

        return string.Join('/', parts) + (relative.EndsWith('/') && parts.Count > 0 ? "/" : "");
    }

    public static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Escapes what no address may hold (RFC 3986, 2), and nothing twice.</summary>
    public static string Tidy(string address)
    {
        if (!address.AsSpan().ContainsAny(Forbidden))
        {
            return address;
        }

        var result = new StringBuilder(address.Length + 16);
        foreach (var c in address)
        {
            result.Append(Forbidden.Contains(c) ? Uri.HexEscape(c) : c.ToString());
        }

        return result.ToString();
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>
/// An address within the site, from its root: <c>/briefs/x/</c> for a page, <c>/briefs/x/cite.bib</c> for a file.
/// Knows nothing of the host or the sub-folder the site is served from; <see cref="BaseUrl"/> adds those.
/// </summary>
public readonly record struct SiteUrl : IComparable<SiteUrl>
{
    // What file systems hold, with room for the output folder before it and an ending behind it.
    private const int LongestPath = 1000;
    private const int LongestName = 240;

    private readonly string? _path;

    private SiteUrl(string path) => _path = path;

    public static SiteUrl Home => new("/");

    /// <summary>The address as people read it, unescaped.</summary>
    public string Path => _path ?? "/";

    /// <summary>Whether this is a folder with a page rather than a file.</summary>
    public bool IsPage => Path.EndsWith('/');

    /// <summary>The path escaped for a link (RFC 3986, 2.1), each segment for itself.</summary>
    public string Escaped
    {
        get
        {
            var path = Path;
            foreach (var c in path)
            {
                if (!(char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '.' or '_'))
                {
                    return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
                }
            }

            return path;
        }
    }

    /// <summary>Where in the output folder this address is served from, with forward slashes.</summary>
    public string OutputPath => IsPage ? Path[1..] + "index.html" : Path[1..];

    /// <summary>The page of that name below this page.</summary>
    public SiteUrl Below(Slug slug) => new($"{Folder}{slug.Text}/");

    /// <summary>The page below this page, by a fixed name of ours such as <c>topics</c>.</summary>
    public SiteUrl Below(string name) => new($"{Folder}{name}/");

    /// <summary>The file of that name in this page's folder.</summary>
    public SiteUrl File(string name) => new(Folder + name);

    /// <summary>Page <paramref name="number"/> of a list; the first is the list itself.</summary>
    public SiteUrl Page(int number) => number <= 1 ? this : new($"{Folder}page/{number}/");

    // Beside a page of a file name, /blog/x.html, what belongs to it stands in /blog/x/.
    private string Folder => IsPage ? Path : Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? Path[..^".html".Length] + "/" : Path + "/";

    /// <summary>An address as a writer gave it: rooted, without host, query, fragment, empty or dotted segments.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SiteUrl? url)
    {
        url = null;
        if (!text.StartsWith('/') || text.AsSpan().ContainsAny("?#\\*:") || text.Any(char.IsControl) || text.Contains("//", StringComparison.Ordinal))
        {
            return false;
        }

        var path = TextFold.Compose(Uri.UnescapeDataString(text));
        if (path.Length > LongestPath || path.Split('/').Any(segment => segment is "." or ".." || Encoding.UTF8.GetByteCount(segment) > LongestName) || path.Any(char.IsControl) || path.Contains("//", StringComparison.Ordinal))
        {
            return false;
        }

        url = new SiteUrl(path);
        return true;
    }

    /// <summary>The address of an input file copied as it is, by its path below the input folder.</summary>
    public static SiteUrl OfFile(string relativePath) => new("/" + relativePath);

    public int CompareTo(SiteUrl other) => string.CompareOrdinal(Path, other.Path);

    public override string ToString() => Path;

    public static SiteUrl operator /(SiteUrl url, string name) => url.Below(name);
    public static SiteUrl operator /(SiteUrl url, Slug slug) => url.Below(slug);
    public static SiteUrl Divide(SiteUrl url, string name) => url.Below(name);
    public static bool operator <(SiteUrl left, SiteUrl right) => left.CompareTo(right) < 0;
    public static bool operator >(SiteUrl left, SiteUrl right) => left.CompareTo(right) > 0;
    public static bool operator <=(SiteUrl left, SiteUrl right) => left.CompareTo(right) <= 0;
    public static bool operator >=(SiteUrl left, SiteUrl right) => left.CompareTo(right) >= 0;
}

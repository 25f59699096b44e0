using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>The styles, scripts and icons of a theme. An address holds a hash of the content, so it can be kept for ever.</summary>
/// <param name="Urls">By path below the folder, as templates name them: <c>site.css</c>, <c>fonts/text.woff2</c>.</param>
/// <param name="Tokens">See <see cref="DesignTokens"/>.</param>
internal sealed record AssetFiles(FrozenDictionary<string, SiteUrl> Urls, ImmutableArray<RenderedFile> Files, FrozenDictionary<string, string> Tokens)
{
    private const int HashLength = 10;

    // Browsers ask for these at the root, whether or not a page names them.
    private static readonly FrozenSet<string> AtTheRoot = FrozenSet.Create(StringComparer.Ordinal, "favicon.ico", "apple-touch-icon.png");

    /// <param name="display">The folder as findings name it.</param>
    public static AssetFiles In(string folder, string display, List<Finding> findings)
    {
        var urls = new Dictionary<string, SiteUrl>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        var sheets = new List<(string, string)>();
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        var names = paths.Where(p => !Path.GetFileName(p).StartsWith('.')).Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'));

        // Style sheets come last: they name the others by the hashes of those.
        foreach (var name in names.OrderBy(IsStyleSheet).ThenBy(n => n, StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, name));
            if (IsStyleSheet(name))
            {
                var sheet = new StyleSheet(name, $"{display}/{name}", Encoding.UTF8.GetString(bytes));
                sheets.Add((name, sheet.Text));
                bytes = Encoding.UTF8.GetBytes(sheet.Published(urls, findings));
            }

            var url = AddressOf(name, bytes);
            urls.Add(name, url);
            files.Add(RenderedFile.At(url, bytes));
        }

        return new AssetFiles(urls.ToFrozenDictionary(), files.ToImmutable(), DesignTokens.Of(sheets));
    }

    public static SiteUrl AddressOf(string name, byte[] bytes)
    {
        if (AtTheRoot.Contains(name))
        {
            return SiteUrl.Home.File(name);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        var extension = Path.GetExtension(name);
        return AtTheRoot.Contains(name) ? SiteUrl.Home.File(name) : (SiteUrl.Home / "assets").File($"{name[..^extension.Length]}.{hash}{extension}");
    }

    public static bool IsStyleSheet(string name) => name.EndsWith(".css", StringComparison.OrdinalIgnoreCase);
}

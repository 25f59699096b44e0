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
internal sealed record AssetFiles(FrozenDictionary<string, SiteUrl> Urls, ImmutableArray<RenderedFile> Files)
{
    private const int HashLength = 10;

    /// <param name="display">The folder as findings name it.</param>
    public static AssetFiles In(string folder, string display, List<Finding> findings)
    {
        var urls = new Dictionary<string, SiteUrl>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        var names = paths.Where(p => !Path.GetFileName(p).StartsWith('.')).Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/')).ToArray();
        var sheets = names.Where(IsStyleSheet).ToDictionary(name => name, name => new StyleSheet(name, $"{display}/{name}", File.ReadAllText(Path.Combine(folder, name))), StringComparer.Ordinal);

        // Style sheets come last: they name the others by the hashes of those.
        foreach (var name in names.OrderBy(IsStyleSheet).ThenBy(n => n, StringComparer.Ordinal))
        {
            var bytes = sheets.TryGetValue(name, out var sheet)
                ? Encoding.UTF8.GetBytes(sheet.Published(urls, sheets, findings))
                : File.ReadAllBytes(Path.Combine(folder, name));
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
            var extension = Path.GetExtension(name);
            var url = (SiteUrl.Home / "assets").File($"{name[..^extension.Length]}.{hash}{extension}");
            urls.Add(name, url);
            files.Add(RenderedFile.At(url, bytes));
        }

        return new AssetFiles(urls.ToFrozenDictionary(), files.ToImmutable());
    }

    private static bool IsStyleSheet(string name) => name.EndsWith(".css", StringComparison.OrdinalIgnoreCase);
}

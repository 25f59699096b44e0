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
/// <param name="Parts">The style sheets that stand in others, which import them.</param>
internal sealed record AssetFiles(FrozenDictionary<string, SiteUrl> Urls, ImmutableArray<RenderedFile> Files, FrozenDictionary<string, string> Tokens, FrozenSet<string> Parts)
{
    private const int HashLength = 10;

    // Browsers ask for these at the root, whether or not a page names them.
    private static readonly FrozenSet<string> AtTheRoot = FrozenSet.Create(StringComparer.Ordinal, "favicon.ico", "apple-touch-icon.png");

    public static AssetFiles In(ThemeFolder theme, List<Finding> findings)
    {
        var urls = new Dictionary<string, SiteUrl>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        var assets = theme.Files("assets", "*", SearchOption.AllDirectories).Where(a => !Path.GetFileName(a.Name).StartsWith('.')).ToArray();
        var sheets = assets.Where(a => IsStyleSheet(a.Name)).ToDictionary(a => a.Name, a => new StyleSheet(a.Name, a.Display, File.ReadAllText(a.Path)), StringComparer.Ordinal);

        // Style sheets come last: they name the others by the hashes of those.
        foreach (var (name, path, _) in assets.OrderBy(a => IsStyleSheet(a.Name)).ThenBy(a => a.Name, StringComparer.Ordinal))
        {
            var bytes = sheets.TryGetValue(name, out var sheet)
                ? Encoding.UTF8.GetBytes(sheet.Published(urls, sheets, findings))
                : File.ReadAllBytes(path);
            var url = AddressOf(name, bytes);
            urls.Add(name, url);
            files.Add(RenderedFile.At(url, bytes));
        }

        return new AssetFiles(urls.ToFrozenDictionary(), files.ToImmutable(), DesignTokens.Of(sheets.Values), sheets.Values.SelectMany(sheet => sheet.Imports).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Without the sheets that no page would load: those that stand in others and that no template names.</summary>
    public AssetFiles NamedBy(IReadOnlySet<string> templates)
    {
        var urls = Urls.Where(url => templates.Contains(url.Key) || !Parts.Contains(url.Key)).ToFrozenDictionary(StringComparer.Ordinal);
        var paths = urls.Values.Select(url => url.OutputPath).ToHashSet(StringComparer.Ordinal);
        return this with { Urls = urls, Files = [.. Files.Where(file => paths.Contains(file.Path))] };
    }

    public static SiteUrl AddressOf(string name, byte[] bytes)
    {
        if (AtTheRoot.Contains(name))
        {
            return SiteUrl.Home.File(name);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        var extension = Path.GetExtension(name);
        return (SiteUrl.Home / "assets").File($"{name[..^extension.Length]}.{hash}{extension}");
    }

    public static bool IsStyleSheet(string name) => name.EndsWith(".css", StringComparison.OrdinalIgnoreCase);
}

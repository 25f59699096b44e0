using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>The styles, scripts and icons of a theme. An address holds a hash of the content, so it can be kept for ever.</summary>
/// <param name="Urls">By path below the folder, as templates name them: <c>site.css</c>, <c>fonts/text.woff2</c>.</param>
internal sealed record AssetFiles(FrozenDictionary<string, SiteUrl> Urls, ImmutableArray<RenderedFile> Files)
{
    private const int HashLength = 10;

    public static AssetFiles In(string folder)
    {
        var urls = new Dictionary<string, SiteUrl>(StringComparer.Ordinal);
        var files = ImmutableArray.CreateBuilder<RenderedFile>();
        var paths = Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];
        foreach (var path in paths.Where(p => !Path.GetFileName(p).StartsWith('.')).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            var bytes = File.ReadAllBytes(path);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
            var extension = Path.GetExtension(name);
            var url = (SiteUrl.Home / "assets").File($"{name[..^extension.Length]}.{hash}{extension}");
            urls.Add(name, url);
            files.Add(RenderedFile.At(url, bytes));
        }

        return new AssetFiles(urls.ToFrozenDictionary(), files.ToImmutable());
    }
}

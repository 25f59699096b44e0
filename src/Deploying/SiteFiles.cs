using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PolicyArchive.Deploying;

/// <summary>A published file as the host knows it.</summary>
/// <param name="Path">Below the site's root, with forward slashes and none before it.</param>
/// <param name="Sha1">Forty hexadecimal digits.</param>
/// <param name="Source">On disk.</param>
public sealed record SiteFile(string Path, string Sha1, string Source);

/// <summary>The files of an output folder by their digests.</summary>
public static class SiteFiles
{
    /// <summary>By path. What begins with a dot belongs to this program, but for what the web keeps under <c>.well-known</c>.</summary>
    public static ImmutableArray<SiteFile> In(string folder)
    {
        var files = new ConcurrentBag<SiteFile>();
        Parallel.ForEach(Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }), path =>
        {
            var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (IsPublished(relative))
            {
                files.Add(new SiteFile(relative, Digest(path), path));
            }
        });
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static bool IsPublished(string path) => path.StartsWith(".well-known/", StringComparison.Ordinal) || !path.StartsWith('.');

    // The host's own choice: it names content by SHA-1, and nothing rests on its strength.
    private static string Digest(string path)
    {
        using var file = File.OpenRead(path);
#pragma warning disable CA5350
        return Convert.ToHexStringLower(SHA1.HashData(file));
#pragma warning restore CA5350
    }
}

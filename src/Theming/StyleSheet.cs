using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Theming;

/// <summary>
/// A style sheet as its file has it. It names fonts and pictures as they stand beside it, <c>url(fonts/text.woff2)</c>,
/// and is published with the names that they are published under.
/// </summary>
/// <param name="Name">Its path below the folder of assets.</param>
/// <param name="Display">The file as findings name it.</param>
internal sealed partial record StyleSheet(string Name, string Display, string Text)
{
    // A scheme, a host, the site's root or a part of this file is no file beside it.
    [GeneratedRegex("""url\(\s*(["']?)(?![/#]|[a-z]+:)(?<path>[^"'()\s?#]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex FileBeside { get; }

    /// <param name="assets">What the sheet may name, by path below the folder of assets.</param>
    public string Published(IReadOnlyDictionary<string, SiteUrl> assets, List<Finding> findings) => FileBeside.Replace(Text, match =>
    {
        var path = match.Groups["path"];
        var name = Below(Name[..(Name.LastIndexOf('/') + 1)] + path.Value);
        if (!assets.TryGetValue(name, out var url))
        {
            findings.Add(Finding.Error("THEME007", Place.At(Display, Text, path.Index), $"there is no asset `{name}`", "name the file as it stands from the style sheet"));
            return match.Value;
        }

        var published = url.Escaped[(url.Escaped.LastIndexOf('/') + 1)..];
        return match.Value[..(path.Index - match.Index)] + path.Value[..(path.Value.LastIndexOf('/') + 1)] + published;
    });

    private static string Below(string path)
    {
        var segments = new List<string>();
        foreach (var segment in Uri.UnescapeDataString(path).Split('/'))
        {
            if (segment == ".." && segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
            else if (segment is not ".")
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}

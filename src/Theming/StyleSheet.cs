using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Theming;

/// <summary>
/// A style sheet as its file has it. It names fonts and pictures as they stand beside it, <c>url(fonts/text.woff2)</c>,
/// and is published with the names that they are published under, and with the sheets that it imports in their places:
/// so tokens have a file of their own, and a page still waits for one sheet.
/// </summary>
/// <param name="Name">Its path below the folder of assets.</param>
/// <param name="Display">The file as findings name it.</param>
internal sealed partial record StyleSheet(string Name, string Display, string Text)
{
    // A scheme, a host, the site's root or a part of this file is no file beside it.
    [GeneratedRegex("""url\(\s*(["']?)(?![/#]|[a-z]+:)(?<path>[^"'()\s?#]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex FileBeside { get; }

    [GeneratedRegex("""^[ \t]*@import\s+(["'])(?<path>[^"':]+)\1\s*;""", RegexOptions.Multiline)]
    private static partial Regex Import { get; }

    /// <summary>The sheets that it imports, by path below the folder of assets.</summary>
    public IEnumerable<string> Imports => Import.Matches(Text).Select(match => Beside(match.Groups["path"].Value));

    /// <param name="assets">What the sheet may name, by path below the folder of assets.</param>
    /// <param name="sheets">The sheets that it may import, likewise.</param>
    public string Published(IReadOnlyDictionary<string, SiteUrl> assets, IReadOnlyDictionary<string, StyleSheet> sheets, List<Finding> findings) =>
        CompactCss.Of(Whole(assets, sheets, findings, [Name]));

    private string Whole(IReadOnlyDictionary<string, SiteUrl> assets, IReadOnlyDictionary<string, StyleSheet> sheets, List<Finding> findings, ImmutableArray<string> within)
    {
        var text = WithAddresses(assets, findings);
        return Import.Replace(text, match =>
        {
            var path = match.Groups["path"].Value;
            var name = Beside(path);
            if (!path.Contains('/', StringComparison.Ordinal) && sheets.TryGetValue(name, out var sheet) && !within.Contains(name))
            {
                return sheet.Whole(assets, sheets, findings, within.Add(name));
            }

            var place = Place.At(Display, Text, Math.Max(0, Text.IndexOf(match.Value, StringComparison.Ordinal)));
            findings.Add(Finding.Error("THEME007", place, within.Contains(name) ? $"`{name}` imports itself" : $"there is no style sheet `{path}` beside this one", "import a sheet of the same folder by its name"));
            return match.Value;
        });
    }

    private string WithAddresses(IReadOnlyDictionary<string, SiteUrl> assets, List<Finding> findings) => FileBeside.Replace(Text, match =>
    {
        var path = match.Groups["path"];
        var name = Beside(path.Value);
        if (!assets.TryGetValue(name, out var url))
        {
            findings.Add(Finding.Error("THEME007", Place.At(Display, Text, path.Index), $"there is no asset `{name}`", "name the file as it stands from the style sheet"));
            return match.Value;
        }

        var published = url.Escaped[(url.Escaped.LastIndexOf('/') + 1)..];
        return match.Value[..(path.Index - match.Index)] + path.Value[..(path.Value.LastIndexOf('/') + 1)] + published;
    });

    private string Beside(string path) => Below(Name[..(Name.LastIndexOf('/') + 1)] + path);

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

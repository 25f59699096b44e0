using System.Collections.Concurrent;
using System.Text;
using PolicyArchive.Commands;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Markup;

/// <summary>A brief for each hostile piece, rendered whatever is wrong with them.</summary>
internal static class HostileSite
{
    /// <summary>The line at which a piece begins.</summary>
    public const int FirstLine = 7;

    private static readonly Lazy<(IReadOnlyDictionary<string, byte[]> Files, ILookup<string, Finding> Findings)> Built = new(Build);

    public static IReadOnlyDictionary<string, byte[]> Files => Built.Value.Files;

    /// <summary>Null for a piece that no text file may hold.</summary>
    public static string? Page(int number) => Files.TryGetValue($"briefs/p-{number}/index.html", out var bytes) ? Encoding.UTF8.GetString(bytes) : null;

    public static IEnumerable<Finding> Findings(int number) => Built.Value.Findings[$"p-{number}.md"];

    private static (IReadOnlyDictionary<string, byte[]>, ILookup<string, Finding>) Build()
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < HostilePieces.All.Count; i++)
        {
            site.With($"briefs/p-{i}.md", $"---\ntitle: Piece {i}\npublished: 2019-03-04\n---\nStart words.\n\n{HostilePieces.All[i].Text}\n\nEnd words.\n");
        }

        var build = SiteBuild.Prepare(site.Options);
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Assert.Empty(build.Render(file => files[file.Path] = file.Bytes.ToArray()));
        return (files, build.Findings.ToLookup(f => Path.GetFileName(f.Place.File)));
    }
}

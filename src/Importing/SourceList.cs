using PolicyArchive.Findings;

namespace PolicyArchive.Importing;

/// <summary>A file to import.</summary>
/// <param name="Path">On disk.</param>
/// <param name="Name">By which its provenance is kept: below the folder that was named, with that folder's name.</param>
/// <param name="Display">As findings name it.</param>
public sealed record SourcePath(string Path, string Name, string Display, bool IsNamed)
{
    public Place Place => new(Display);
}

/// <summary>The files that a command line names, in their order; those of a folder by path.</summary>
public static class SourceList
{
    // What lies beside a saved page, and belongs to it.
    private static readonly HashSet<string> Companions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".woff", ".woff2", ".ttf", ".json", ".mp4", ".mp3",
    };

    public static List<SourcePath> Of(IEnumerable<string> paths, List<Finding> findings)
    {
        var result = new List<SourcePath>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            var display = path.Replace('\\', '/').TrimEnd('/');
            if (Directory.Exists(full))
            {
                Walk(new DirectoryInfo(full), Path.GetFileName(full), display.Length == 0 ? "/" : display, result, seen, findings);
            }
            else if (File.Exists(full))
            {
                Add(result, seen, new SourcePath(full, Path.GetFileName(full), display, IsNamed: true));
            }
            else
            {
                findings.Add(Finding.Error("IMPORT003", new Place(display), "there is no such file or folder", "look at its name"));
            }
        }

        return result;
    }

    private static void Walk(DirectoryInfo folder, string name, string display, List<SourcePath> result, HashSet<string> seen, List<Finding> findings)
    {
        FileSystemInfo[] entries;
        try
        {
            entries = folder.GetFileSystemInfos();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("IMPORT003", new Place(display), "the folder cannot be read", "look at its permissions"));
            return;
        }

        var pages = entries.Where(e => WebPages.PageReader.IsPage(e.Name)).Select(e => Path.GetFileNameWithoutExtension(e.Name)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var (below, shown) = ($"{name}/{entry.Name}", $"{display}/{entry.Name}");
            if (entry.Name[0] == '.' || Companions.Contains(entry.Extension) || entry is DirectoryInfo && WebPages.CompanionFolder.IsOf(entry.Name, pages))
            {
                continue;
            }

            if (entry.LinkTarget is not null)
            {
                findings.Add(Finding.Warning("IMPORT004", new Place(shown), "a link, which is not followed", "name the file itself"));
            }
            else if (entry is DirectoryInfo inner)
            {
                Walk(inner, below, shown, result, seen, findings);
            }
            else
            {
                Add(result, seen, new SourcePath(entry.FullName, below, shown, IsNamed: false));
            }
        }
    }

    private static void Add(List<SourcePath> result, HashSet<string> seen, SourcePath source)
    {
        if (seen.Add(source.Path))
        {
            result.Add(source);
        }
    }
}

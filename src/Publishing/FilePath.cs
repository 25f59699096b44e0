using System.IO.Enumeration;

namespace PolicyArchive.Publishing;

/// <summary>Questions about paths that the file system answers.</summary>
internal static class FilePath
{
    private static readonly StringComparison Comparison =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    // As many links as Linux follows in one path.
    private const int MostLinks = 40;

    /// <summary>The path with every symbolic link on the way resolved, as far as it exists.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Real(string path) => Real(path, 0);

    private static string Real(string path, int links)
    {
        if (links > MostLinks)
        {
            throw new IOException($"too many symbolic links in {path}");
        }

        var root = Path.GetPathRoot(path) ?? "";
        var real = root;
        foreach (var name in path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Join(real, name);
            var entry = new DirectoryInfo(real);
            if (entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                real = Real(target.FullName, links + 1);
            }
        }

        return real;
    }

    /// <summary>Whether <paramref name="inner"/> is <paramref name="outer"/> or lies below it.</summary>
    public static bool Contains(string outer, string inner) =>
        inner.Equals(outer, Comparison) || inner.StartsWith(Path.EndsInDirectorySeparator(outer) ? outer : outer + Path.DirectorySeparatorChar, Comparison);

    /// <summary>Files and links below a folder, as paths from it with forward slashes, in no order. Links are not followed.</summary>
    public static IEnumerable<string> FilesBelow(string folder)
    {
        var head = folder.Length + (Path.EndsInDirectorySeparator(folder) ? 0 : 1);
        return new FileSystemEnumerable<string>(folder, (ref FileSystemEntry entry) => Relative(ref entry, head), Everything)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory || IsLink(ref entry),
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !IsLink(ref entry),
        };
    }

    /// <summary>What a folder holds, in no order. A link is no folder.</summary>
    public static IReadOnlyList<(string Name, bool IsFolder)> EntriesOf(string folder) =>
        [.. new FileSystemEnumerable<(string, bool)>(folder, (ref FileSystemEntry entry) => (entry.FileName.ToString(), entry.IsDirectory && !IsLink(ref entry)), JustHere)];

    /// <summary>What systems leave in any folder that someone has looked into.</summary>
    public static bool IsLitter(string path) => Path.GetFileName(path.AsSpan()) is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    private static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = false };

    private static readonly EnumerationOptions JustHere = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private static bool IsLink(ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) != 0;

    private static string Relative(ref FileSystemEntry entry, int head)
    {
        var directory = entry.Directory.Length > head ? entry.Directory[head..] : default;
        var path = directory.IsEmpty ? entry.FileName.ToString() : string.Concat(directory, "/", entry.FileName);
        return Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
    }
}

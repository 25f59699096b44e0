namespace PolicyArchive.Theming;

/// <summary>A designer's folder over the theme that ships with the program: of each name, the designer's own file where there is one.</summary>
/// <param name="Own">The designer's folder.</param>
/// <param name="Display">It, as findings name it.</param>
internal sealed record ThemeFolder(string Own, string Display)
{
    /// <summary>As findings name it: what is wrong there is so since something of the designer's does not go with it.</summary>
    private const string ShippedDisplay = "(the theme that ships)";

    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "theme");

    /// <param name="below">A folder of the theme, or empty for the theme itself.</param>
    /// <param name="pattern">Such as <c>*.liquid</c>.</param>
    /// <returns>In the order of their names.</returns>
    public IEnumerable<ThemeFile> Files(string below, string pattern, SearchOption depth)
    {
        var files = new SortedDictionary<string, ThemeFile>(StringComparer.Ordinal);
        foreach (var (theme, display) in ((string, string)[])[(Shipped, ShippedDisplay), (Own, Display)])
        {
            var folder = Path.Combine(theme, below);
            foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, pattern, depth) : [])
            {
                var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
                files[name] = new ThemeFile(name, path, below.Length == 0 ? $"{display}/{name}" : $"{display}/{below}/{name}");
            }
        }

        return files.Values;
    }
}

/// <param name="Name">Its path below the folder that was asked for.</param>
/// <param name="Display">The file as findings name it.</param>
internal sealed record ThemeFile(string Name, string Path, string Display);

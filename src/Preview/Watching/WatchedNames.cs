namespace PolicyArchive.Preview.Watching;

/// <summary>Which paths below the input folder can matter to the site.</summary>
internal static class WatchedNames
{
    /// <summary>False for what editors and tools leave beside a file: swap files, repositories, and all else that is hidden.</summary>
    public static bool Matters(string path) => !path.Split('/').Any(part => part is ['.', ..] or "node_modules" or "4913") && !path.EndsWith('~');

    public static bool IsMarkdown(string path) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);
}

namespace PolicyArchive.Keeping;

/// <summary>Where work is kept between runs unless the command line names a folder.</summary>
public static class CacheFolder
{
    private const string Name = "policy-archive";

    /// <summary>A folder of the program's own in the user's cache folder (XDG Base Directory Specification, where the system has none); null where the user has no folder at all.</summary>
    public static string? Default()
    {
        // A relative path is to be ignored.
        if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathFullyQualified(given))
        {
            return Path.Join(given, Name);
        }

        if (OperatingSystem.IsWindows())
        {
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local ? Path.Join(local, Name, "cache") : null;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length == 0 ? null : OperatingSystem.IsMacOS() ? Path.Join(home, "Library", "Caches", Name) : Path.Join(home, ".cache", Name);
    }
}

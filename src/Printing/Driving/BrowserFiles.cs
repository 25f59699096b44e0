namespace PolicyArchive.Printing.Driving;

/// <summary>Where a browser of the Chromium family is on this machine.</summary>
internal static class BrowserFiles
{
    /// <summary>The variable that names one: a path, or a name in PATH.</summary>
    public const string Variable = "CHROMIUM";

    private static readonly string[] Names =
        ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "chrome-headless-shell", "microsoft-edge-stable", "microsoft-edge", "msedge"];

    private static readonly string[] OnMac =
    [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] BelowProgramFiles =
        [@"Google\Chrome\Application\chrome.exe", @"Chromium\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];

    /// <summary>Null where there is none; a variable that names none is not passed over.</summary>
    public static string? Find() => Find(Environment.GetEnvironmentVariable);

    internal static string? Find(Func<string, string?> variable)
    {
        var folders = (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (variable(Variable) is { Length: > 0 } given)
        {
            return given.AsSpan().ContainsAny('/', '\\') ? (File.Exists(given) ? given : null) : InFolders(folders, given);
        }

        return Names.Select(name => InFolders(folders, name)).FirstOrDefault(path => path is not null)
            ?? (OperatingSystem.IsMacOS() ? OnMac.FirstOrDefault(File.Exists) : null)
            ?? (OperatingSystem.IsWindows() ? ProgramFiles(variable).FirstOrDefault(File.Exists) : null);
    }

    private static string? InFolders(string[] folders, string name) =>
        folders.Select(folder => Path.Join(folder, OperatingSystem.IsWindows() && !Path.HasExtension(name) ? name + ".exe" : name)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> ProgramFiles(Func<string, string?> variable) =>
        ((string[])["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]).Select(variable).OfType<string>().SelectMany(folder => BelowProgramFiles.Select(file => Path.Join(folder, file)));
}

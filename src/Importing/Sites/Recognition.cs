using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites.Generators;

namespace PolicyArchive.Importing.Sites;

/// <summary>Which generator makes a site of a folder, by the files that it asks for.</summary>
public static class Recognition
{
    /// <summary>Null when the folder is no site of a generator that is known; then its files are sources of their own.</summary>
    /// <param name="path">As the command line names it.</param>
    /// <param name="today">After it nothing has expired.</param>
    /// <exception cref="IOException">The machine failed.</exception>
    public static SiteMove? Of(string path, DateOnly today)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (!Directory.Exists(root))
        {
            return null;
        }

        var (name, display) = (Path.GetFileName(root), path.Replace('\\', '/').TrimEnd('/'));
        var site = HugoSite.Is(root) ? HugoSite.Read(Folder(HugoSite.IsSource), today)
            : EleventySite.Is(root) ? EleventySite.Read(Folder(EleventySite.IsSource))
            : JekyllSite.Is(root) ? JekyllSite.Read(Folder(JekyllSite.IsSource))
            : StatiqSite.Is(root) ? StatiqSite.Read(Folder(StatiqSite.IsSource))
            : null;

        // A folder that only looks like a site holds nothing for its generator.
        return site is null || (site.Texts.IsEmpty && site.Findings.All(f => f.Severity != Severity.Error)) ? null : new SiteMove(site);

        SiteFolder Folder(Func<string, bool> isSource) => new(root, name, display.Length == 0 ? "/" : display, isSource);
    }
}

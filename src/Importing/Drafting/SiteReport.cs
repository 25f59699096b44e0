using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Importing.Sites;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Drafting;

/// <summary>The account of a whole site: what was left out, which files came along, and which addresses no key can keep. Never published.</summary>
internal static partial class SiteReport
{
    [GeneratedRegex(@"^\* `(?<name>[a-z.]+)` as it was written: `(?<sha>[0-9a-f]{64})`$", RegexOptions.Multiline)]
    private static partial Regex Written { get; }

    public static string PathOf(string site) => $"_import-report-of-{Slug.FromTitle(site)?.Text ?? "site"}.md";

    public static string? WrittenHash(string report, string name) => Written.Matches(report).FirstOrDefault(m => m.Groups["name"].Value == name)?.Groups["sha"].Value;

    /// <param name="earlier">The report of an earlier run, or nothing.</param>
    /// <param name="bytesOf">A file of the input folder as it is now.</param>
    public static string Write(SiteMove move, string earlier, Func<string, byte[]?> bytesOf, IReadOnlyList<string> copied)
    {
        var site = move.Site;
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # What became of the site in `{site.Folder.Name.Replace('`', '\'')}`

            This file is for editors and is not published. Each text has a report of its own.

            * Made by: {site.Generator}
            * Texts: {site.Texts.Length}

            """);
        foreach (var (name, text) in ((string, string?)[])[("topics.yml", move.Listings.TopicsText), ("people.yml", move.Listings.PeopleText)])
        {
            var hash = text is not null && bytesOf(name) is { } bytes && DraftFolder.Hash(bytes) == DraftFolder.Hash(text) ? DraftFolder.Hash(text) : WrittenHash(earlier, name);
            report.Append(hash is null ? "" : $"* `{name}` as it was written: `{hash}`\n");
        }

        if (move.Listings.SettingsText is { Length: > 0 } settings)
        {
            report.Append(CultureInfo.InvariantCulture, $"\n## For settings.yml\n\nWritten where there was none; else take over what you want.\n\n```yaml\n{settings}```\n");
        }

        Section(report, "Left out", site.LeftOut.DistinctBy(l => l.Text).Select(l => $"`{l.Text.Replace('`', '\'')}`: {l.Why}"));
        Section(report, "Files that came along", copied.Order(StringComparer.Ordinal).Select(c => $"`{c.Replace('`', '\'')}`"));
        return report.ToString();
    }

    private static void Section(StringBuilder report, string title, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            report.Append(isFirst ? $"\n## {title}\n\n" : "").Append("* ").Append(line).Append('\n');
            isFirst = false;
        }
    }
}

using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>A guide to the archive for language models (llmstxt.org), for publishers who want one.</summary>
internal static class LlmsText
{
    public static SiteUrl Url { get; } = SiteUrl.Home.File("llms.txt");

    public static byte[] Write(SitePlan plan)
    {
        var settings = plan.Settings;
        var text = new StringBuilder($"# {Line(settings.Title)}\n");
        if (settings.Description.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n> {Line(settings.Description)}\n");
        }

        foreach (var note in (string?[])[settings.Licence is { } licence ? $"Licence, where a piece names no other: {licence.Name}{(licence.Url is { } url ? $" ({url.Text})" : "")}." : null, settings.Disclaimer])
        {
            if (note is { Length: > 0 })
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{Line(note)}\n");
            }
        }

        Links(text, "Briefs", [("All briefs", SiteUrl.Home / "briefs", Count(plan.Archive.Entries.Count(entry => !entry.IsUnpublished)))], settings.BaseUrl);
        Links(text, "Topics", plan.Archive.Shelves[Taxonomy.Topics].Where(shelf => shelf.Parent is null).Select(shelf => (shelf.Term.Name, shelf.Term.Url, shelf.Term.Description ?? Count(shelf.Entries.Length))), settings.BaseUrl);
        Links(
            text,
            "Data",
            [
                ("Catalogue", CatalogueFiles.Json, "all that is known of every brief, as JSON"),
                ("Feed", new FeedLinks("", SiteUrl.Home).Rss, "the newest in full text; its `prev-archive` links lead to all others"),
                ("Sitemap", SiteUrl.Home.File("sitemap.xml"), "every page with its last change"),
            ],
            settings.BaseUrl);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Links(StringBuilder text, string heading, IEnumerable<(string Name, SiteUrl Url, string Note)> links, BaseUrl site)
    {
        if (!links.Any())
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## {heading}\n\n");
        foreach (var (name, url, note) in links)
        {
            text.Append(CultureInfo.InvariantCulture, $"- [{Line(name).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)}]({site.Absolute(url)}): {Line(note)}\n");
        }
    }

    private static string Count(int briefs) => string.Create(CultureInfo.InvariantCulture, $"{briefs} {(briefs == 1 ? "piece" : "pieces")}");

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

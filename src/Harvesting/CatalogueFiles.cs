using PolicyArchive.Briefs;

namespace PolicyArchive.Harvesting;

/// <summary>Where the catalogue stands.</summary>
internal static class CatalogueFiles
{
    public static SiteUrl Json { get; } = SiteUrl.Home.File("catalogue.json");

    public static SiteUrl Csv { get; } = SiteUrl.Home.File("catalogue.csv");
}

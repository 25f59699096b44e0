using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>Addresses that standards fix (RFC 8615).</summary>
public static class WellKnown
{
    public static SiteUrl SecurityText { get; } = (SiteUrl.Home / ".well-known").File("security.txt");
}

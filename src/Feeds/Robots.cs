using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>robots.txt (RFC 9309): an archive wants to be found, all of it.</summary>
internal static class Robots
{
    public static PlannedFile Of(SitePlan plan) => new(
        SiteUrl.Home.File("robots.txt"),
        () => [Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {plan.Settings.BaseUrl.Absolute(SiteUrl.Home.File("sitemap.xml"))}\n")]);
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Theming;

/// <summary>What every template may say of the site as a whole.</summary>
internal sealed record SiteModel
{
    public required Settings Settings { get; init; }

    public required ImmutableArray<NavLink> Navigation { get; init; }

    public required ImmutableArray<NavLink> FooterLinks { get; init; }

    public required FeedLinks Feeds { get; init; }

    public static SiteModel Of(SitePlan plan) => new()
    {
        Settings = plan.Settings,
        Navigation = plan.Navigation,
        FooterLinks = plan.FooterLinks,
        Feeds = new FeedLinks(plan.Settings.Title, SiteUrl.Home),
    };
}

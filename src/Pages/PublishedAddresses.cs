using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>
/// The addresses of a site that others may have kept: pages, feeds, files to read, and old addresses that lead on. Not the
/// later pages of lists, which show other briefs each week; not pictures, styles, scripts and the index, which are parts
/// of pages; not what hosts and crawlers ask for by a fixed name.
/// </summary>
public static class PublishedAddresses
{
    private static readonly string[] Pictures = [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico"];

    /// <summary>In no order; none twice.</summary>
    public static ImmutableHashSet<SiteUrl> Of(SitePlan plan)
    {
        var attachments = plan.BriefPages.Values.SelectMany(p => p.Attachments).Select(a => a.Url).ToHashSet();
        return
        [
            .. plan.Pages.Where(IsLasting).Select(p => p.Url),
            .. plan.Lists.SelectMany(l => ((string[])["feed.xml", "atom.xml", "feed.json"]).Select(l.Url.File)),
            .. plan.Files.Select(f => f.Url).Where(u => attachments.Contains(u) || !Pictures.Any(ending => u.Path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))),
            .. plan.Redirects.Select(r => r.From),
        ];
    }

    private static bool IsLasting(Page page) => page is not (NotFoundPage or RedirectPage or RetiredPage or ListPage { Number: > 1 });
}

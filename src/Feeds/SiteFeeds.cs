using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>What a site says to its subscribers: three feeds for each list, the archive of the site's own, corrections, the outline of all; the sitemap and robots.txt.</summary>
public static class SiteFeeds
{
    /// <param name="style">The style sheet that shows a feed to a person who opens it, or null.</param>
    public static ImmutableArray<FeedFile> Of(SitePlan plan, SiteUrl? style = null)
    {
        var files = ImmutableArray.CreateBuilder<FeedFile>();
        var archive = FeedArchive.Of(plan.Archive, plan.Settings.FeedSize);
        var items = NewestItems(plan);
        var lastChange = FeedDate.Latest(plan.Archive.Entries.Where(e => !e.IsUnpublished));
        foreach (var list in plan.Lists)
        {
            var feed = new Feed
            {
                Settings = plan.Settings,
                List = list,
                Items = [.. Newest(list, plan.Settings).Select(slug => items[slug])],
                SiteLastChanged = lastChange,
                Style = style,
                Parts = list.Url == SiteUrl.Home ? archive.Parts : [],
            };
            files.Add(new FeedFile(feed.Links.Rss, () => RssFeed.Write(feed)));
            files.Add(new FeedFile(feed.Links.Atom, () => AtomFeed.Write(feed)));
            files.Add(new FeedFile(feed.Links.Json, () => JsonFeed.Write(feed)));
            if (list.Url == SiteUrl.Home)
            {
                files.Add(new FeedFile(FeedLinks.Corrections, () => CorrectionsFeed.Write(feed, plan)));
                files.AddRange(archive.Parts.SelectMany(part => Documents(feed with { Part = part }, part, plan, items)));
            }
        }

        files.Add(new FeedFile(SiteUrl.Home.File("feeds.opml"), () => FeedOutline.Write(plan)));
        files.AddRange(Sitemap.Of(plan));
        files.Add(Robots.Of(plan));
        return files.ToImmutable();
    }

    // A draft may be previewed, but what is sent to subscribers cannot be called back.
    private static IEnumerable<Slug> Newest(BriefList list, Settings settings) =>
        list.Entries.Where(e => !e.IsUnpublished).Take(settings.FeedSize).Select(e => e.Brief.Slug);

    private static FrozenDictionary<Slug, FeedItem> NewestItems(SitePlan plan) =>
        plan.Lists.SelectMany(list => Newest(list, plan.Settings)).Distinct().ToFrozenDictionary(slug => slug, slug => new FeedItem(plan.BriefPages[slug], plan.Settings));

    private static IEnumerable<FeedFile> Documents(Feed feed, FeedArchivePart part, SitePlan plan, FrozenDictionary<Slug, FeedItem> shared)
    {
        var items = new PassingItems(
            () => [.. part.Entries.Select(e => shared.GetValueOrDefault(e.Brief.Slug) ?? new FeedItem(plan.BriefPages[e.Brief.Slug], plan.Settings))],
            part.IsInAtom ? 3 : 2);
        yield return new FeedFile(part.Rss, () => RssFeed.Write(feed with { Items = items.Take() }));
        yield return new FeedFile(part.Json, () => JsonFeed.Write(feed with { Items = items.Take() }));
        if (part.IsInAtom)
        {
            yield return new FeedFile(part.Atom, () => AtomFeed.Write(feed with { Items = items.Take() }));
        }
    }
}

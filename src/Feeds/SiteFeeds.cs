using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>What a site says to other programs: three feeds for each list, their outline, the sitemap and robots.txt.</summary>
public static class SiteFeeds
{
    public static ImmutableArray<FeedFile> Of(SitePlan plan)
    {
        var feeds = Feeds(plan);
        var files = ImmutableArray.CreateBuilder<FeedFile>(feeds.Length * 3 + 3);
        foreach (var feed in feeds)
        {
            files.Add(new FeedFile(feed.Links.Rss, () => RssFeed.Write(feed)));
            files.Add(new FeedFile(feed.Links.Atom, () => AtomFeed.Write(feed)));
            files.Add(new FeedFile(feed.Links.Json, () => JsonFeed.Write(feed)));
        }

        files.Add(new FeedFile(SiteUrl.Home.File("feeds.opml"), () => FeedOutline.Write(plan)));
        files.AddRange(Sitemap.Of(plan));
        files.Add(Robots.Of(plan));
        return files.ToImmutable();
    }

    // A draft may be previewed, but what is sent to subscribers cannot be called back.
    private static Feed[] Feeds(SitePlan plan)
    {
        var settings = plan.Settings;
        var newest = plan.Lists
            .Select(list => list.Entries.Where(e => !e.IsUnpublished).Take(settings.FeedSize).Select(e => e.Brief.Slug).ToImmutableArray())
            .ToArray();
        var items = newest.SelectMany(slugs => slugs).Distinct()
            .ToFrozenDictionary(slug => slug, slug => new FeedItem(plan.BriefPages[slug], settings));
        var lastChange = FeedDate.Latest(plan.Archive.Entries.Where(e => !e.IsUnpublished));
        return [.. plan.Lists.Select((list, i) => new Feed
        {
            Settings = settings,
            List = list,
            Items = [.. newest[i].Select(slug => items[slug])],
            SiteLastChanged = lastChange,
        })];
    }
}

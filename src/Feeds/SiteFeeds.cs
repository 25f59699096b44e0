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
    /// <param name="prints">Tells which of them are the same as before, or null.</param>
    public static ImmutableArray<PlannedFile> Of(SitePlan plan, SiteUrl? style = null, PagePrints? prints = null)
    {
        var files = ImmutableArray.CreateBuilder<PlannedFile>();
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
            };
            if (list.Url == SiteUrl.Home)
            {
                files.AddRange(Archived(feed, archive, plan, items, prints));
                continue;
            }

            var print = PrintOf(feed, prints);
            files.Add(new PlannedFile(feed.Links.Rss, () => RssFeed.Write(feed), print));
            files.Add(new PlannedFile(feed.Links.Atom, () => AtomFeed.Write(feed), print));
            files.Add(new PlannedFile(feed.Links.Json, () => JsonFeed.Write(feed), print));
        }

        files.Add(new PlannedFile(SiteUrl.Home.File("feeds.opml"), () => FeedOutline.Write(plan)));
        files.AddRange(Sitemap.Of(plan));
        files.Add(Robots.Of(plan));
        return files.ToImmutable();
    }

    private static Func<UInt128>? PrintOf(Feed feed, PagePrints? prints) => prints is null ? null : () => prints.Of(
        feed.Part?.Entries ?? feed.Items.Select(item => item.Page.Entry),
        feed.List.Url.Path, feed.List.Title, feed.List.Description, IsDated(feed) ? null : feed.SiteLastChanged?.Iso, feed.Style?.Path, feed.Part?.Name, feed.Older?.Name, feed.Newer?.Name);

    private static bool IsDated(Feed feed) => feed.Part is { } part ? part.IsInAtom : feed.LastChanged is not null;

    // A draft may be previewed, but what is sent to subscribers cannot be called back.
    private static IEnumerable<Slug> Newest(BriefList list, Settings settings) =>
        list.Entries.Where(e => !e.IsUnpublished).Take(settings.FeedSize).Select(e => e.Brief.Slug);

    private static FrozenDictionary<Slug, FeedItem> NewestItems(SitePlan plan) =>
        plan.Lists.SelectMany(list => Newest(list, plan.Settings)).Distinct().ToFrozenDictionary(slug => slug, slug => new FeedItem(plan.BriefPages[slug], plan.Settings));

    // The site's own feed with all older pieces, and the feed of its corrections. The formats of a document stand together, since
    // they share its items.
    private static IEnumerable<PlannedFile> Archived(Feed feed, FeedArchive archive, SitePlan plan, FrozenDictionary<Slug, FeedItem> shared, PagePrints? prints)
    {
        var (all, dated) = (archive.Parts, archive.Parts.Where(part => part.IsInAtom).ToImmutableArray());
        yield return new PlannedFile(feed.Links.Rss, () => RssFeed.Write(feed with { Older = all.LastOrDefault() }));
        yield return new PlannedFile(feed.Links.Atom, () => AtomFeed.Write(feed with { Older = dated.LastOrDefault() }));
        yield return new PlannedFile(feed.Links.Json, () => JsonFeed.Write(feed));
        yield return new PlannedFile(FeedLinks.Corrections, () => CorrectionsFeed.Write(feed, plan));
        for (var (i, inAtom) = (0, 0); i < all.Length; i++)
        {
            var part = all[i];
            var items = new PassingItems(
                () => [.. part.Entries.Select(e => shared.GetValueOrDefault(e.Brief.Slug) ?? new FeedItem(plan.BriefPages[e.Brief.Slug], plan.Settings))],
                part.IsInAtom ? 2 : 1);
            var document = Document(feed, all, i);
            yield return new PlannedFile(part.Rss, () => RssFeed.Write(document with { Items = items.Take() }), PrintOf(document, prints));
            if (part.IsInAtom)
            {
                var datedDocument = Document(feed, dated, inAtom++);
                yield return new PlannedFile(part.Atom, () => AtomFeed.Write(datedDocument with { Items = items.Take() }), PrintOf(datedDocument, prints));
            }
        }
    }

    private static Feed Document(Feed feed, ImmutableArray<FeedArchivePart> parts, int i) =>
        feed with { Part = parts[i], Older = i > 0 ? parts[i - 1] : null, Newer = i + 1 < parts.Length ? parts[i + 1] : null };
}

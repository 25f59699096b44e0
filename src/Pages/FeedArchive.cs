using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>
/// The whole archive as its subscribers can fetch it: the newest pieces, and documents of the older ones that are filled from the
/// oldest on, so that a full one stays as it is (RFC 5005, 4). Drafts and embargoed pieces are in none.
/// </summary>
/// <param name="Newest">What the site's own feed holds, newest first.</param>
/// <param name="Parts">Oldest pieces first. A document is as long as a feed, so those that do not fill one stand in the feed.</param>
public sealed record FeedArchive(ImmutableArray<Entry> Newest, ImmutableArray<FeedArchivePart> Parts)
{
    public static FeedArchive Of(Archive archive, int feedSize)
    {
        ImmutableArray<Entry> all = [.. archive.Entries.Where(entry => !entry.IsUnpublished)];
        var newest = all[..Math.Min(feedSize, all.Length)];
        if (newest.Length == all.Length)
        {
            return new FeedArchive(newest, []);
        }

        // A piece without a date comes before all others, and in documents of its own: the next one moves no dated piece.
        var undated = all.Where(entry => entry.Day is null).Reverse().Chunk(feedSize);
        var dated = all.Where(entry => entry.Day is not null).Reverse().Chunk(feedSize).Where(chunk => chunk.Length == feedSize);
        return new FeedArchive(newest, [.. undated.Select((chunk, i) => Part("undated-", i, chunk)), .. dated.Select((chunk, i) => Part("", i, chunk))]);
    }

    private static FeedArchivePart Part(string head, int index, Entry[] oldestFirst) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{head}{index + 1}"), [.. oldestFirst.Reverse()]);
}

/// <param name="Name">Of its files: <c>1</c>, <c>undated-1</c>.</param>
/// <param name="Entries">Newest first.</param>
public sealed record FeedArchivePart(string Name, ImmutableArray<Entry> Entries)
{
    private static readonly SiteUrl Folder = SiteUrl.Home / "feed";

    public SiteUrl Rss => (Folder / "rss").File(Name + ".xml");

    public SiteUrl Atom => (Folder / "atom").File(Name + ".xml");

    /// <summary>Whether anything in it has a day of which Atom can speak.</summary>
    public bool IsInAtom { get; } = Entries.Any(entry => entry.Brief.LastChanged is not null);
}

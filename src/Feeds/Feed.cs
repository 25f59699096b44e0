using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>One list as its subscribers get it, whatever the format.</summary>
internal sealed record Feed
{
    public required Settings Settings { get; init; }

    public required BriefList List { get; init; }

    /// <summary>The newest of the list, newest first.</summary>
    public required ImmutableArray<FeedItem> Items { get; init; }

    /// <summary>The last change of any brief of the site, or null where none is dated.</summary>
    public required PublicationDate.Known? SiteLastChanged { get; init; }

    /// <summary>What shows the feed to a person who opens it, or null.</summary>
    public SiteUrl? Style { get; init; }

    /// <summary>The archive document that this is; null for the feed to which one subscribes.</summary>
    public FeedArchivePart? Part { get; init; }

    /// <summary>The archive document with the pieces before these; null where there are none, or the list has no archive.</summary>
    public FeedArchivePart? Older { get; init; }

    /// <summary>The archive document with the pieces after these; null for the newest, and for the feed to which one subscribes.</summary>
    public FeedArchivePart? Newer { get; init; }

    public FeedLinks Links => new(List.Title, List.Url);

    public string Title => List.Url == SiteUrl.Home ? List.Title : $"{List.Title} – {Settings.Title}";

    /// <summary>Never empty: RSS requires it of every channel.</summary>
    public string Description => string.IsNullOrWhiteSpace(List.Description) ? Title : List.Description;

    public string Publisher => Settings.Publisher.Name.Length > 0 ? Settings.Publisher.Name : Settings.Title;

    public string PublisherUrl => Settings.Publisher.Url?.Text ?? Absolute(SiteUrl.Home);

    public PublicationDate.Known? LastChanged => FeedDate.Latest(Items.Select(item => item.Page.Entry));

    public string Absolute(SiteUrl url) => Settings.BaseUrl.Absolute(url);
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Feeds;

/// <summary>A brief as subscribers get it. Rendered once, on first use, for all lists that hold it.</summary>
internal sealed class FeedItem
{
    private readonly Lazy<Parts> _parts;

    public FeedItem(BriefPage page, Settings settings)
    {
        (Page, Settings) = (page, settings);
        _parts = new Lazy<Parts>(Write);
    }

    public BriefPage Page { get; }

    public Settings Settings { get; }

    public Brief Brief => Page.Entry.Brief;

    /// <summary>What is said of the piece is said in its own language.</summary>
    public Words Words => Settings.WordsFor(Page.Entry.Language);

    /// <summary>The brief's own page on this site, and its identity in every feed.</summary>
    public string Url => Settings.BaseUrl.Absolute(Page.Url);

    /// <summary>Plain text.</summary>
    public string Summary => Page.Description;

    /// <summary>
    /// Whether subscribers get the summary alone: where the writer says so, or else the licence; the leave to republish a piece
    /// on one site is none to send it on.
    /// </summary>
    public bool IsWithheld => Brief.Syndicate is { } said ? !said : Page.Licence is { } licence ? licence.ReservesCopies : Brief.Source is not null;

    public bool IsInOtherLanguage => !Page.Entry.Language.Equals(Settings.Language, StringComparison.OrdinalIgnoreCase);

    public ImmutableArray<ReadOnlyMemory<byte>> Rss => _parts.Value.Rss;

    /// <summary>Empty for a piece of which no date is known.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Atom => _parts.Value.Atom;

    public ReadOnlyMemory<byte> Json => _parts.Value.Json;

    /// <summary>Topics, then regions, each with the address of its page.</summary>
    public ImmutableArray<Term> Categories => Page.Entry.Topics.AddRange(Page.Entry.Regions);

    public string Absolute(SiteUrl url) => Settings.BaseUrl.Absolute(url);

    public string AddressOf(Person author) => author.Url?.Text ?? author.Orcid?.Url ?? Absolute(author.Page);

    private Parts Write()
    {
        var content = FeedContent.Of(this);
        var data = FeedXml.CData(content);
        return new Parts(RssFeed.Item(this, data), AtomFeed.Entry(this, data), JsonFeed.Item(this, content));
    }

    private sealed record Parts(ImmutableArray<ReadOnlyMemory<byte>> Rss, ImmutableArray<ReadOnlyMemory<byte>> Atom, ReadOnlyMemory<byte> Json);
}

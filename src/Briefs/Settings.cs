using System.Collections.Immutable;

namespace PolicyArchive.Briefs;

/// <summary>What settings.yml says of the site as a whole.</summary>
public sealed record Settings
{
    public string Title { get; init; } = "Policy briefs";

    public string Description { get; init; } = "";

    public BaseUrl BaseUrl { get; init; } = BaseUrl.Unknown;

    /// <summary>A BCP 47 tag.</summary>
    public string Language { get; init; } = "en";

    public Publisher Publisher { get; init; } = new("", null, null, null, null);

    /// <summary>Briefs on one page of a list.</summary>
    public int PageSize { get; init; } = 20;

    /// <summary>Newest briefs in each feed.</summary>
    public int FeedSize { get; init; } = 10;

    public string? Disclaimer { get; init; }

    public Licence? Licence { get; init; }

    public string? Copyright { get; init; }

    /// <summary>Kinds of pieces beside those that every archive knows.</summary>
    public ImmutableArray<PieceKind> Kinds { get; init; } = [];

    /// <summary>Slugs of the pieces chosen for the home page.</summary>
    public ImmutableArray<Mention> Featured { get; init; } = [];

    /// <summary>Accounts elsewhere: the name shown and its address.</summary>
    public ImmutableArray<SocialLink> Social { get; init; } = [];

    /// <summary>The day that decides embargoes.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether drafts and embargoed briefs are shown.</summary>
    public bool ShowDrafts { get; init; }
}

public sealed record Publisher(string Name, WebUrl? Url, Issn? Issn, string? Email, Mention? Logo);

public sealed record SocialLink(string Name, WebUrl Url);

using System.Collections.Immutable;
using PolicyArchive.Wording;

namespace PolicyArchive.Briefs;

/// <summary>What settings.yml says of the site as a whole.</summary>
public sealed record Settings
{
    public string Title { get => field ?? Words.UntitledArchive; init; }

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

    /// <summary>Old addresses of lists and feeds, which no text can name, and what of this site stands for them.</summary>
    public ImmutableArray<(Mention From, Mention To)> Redirects { get; init; } = [];

    /// <summary>Accounts elsewhere: the name shown and its address.</summary>
    public ImmutableArray<SocialLink> Social { get; init; } = [];

    /// <summary>The hub that tells subscribers of news (WebSub), or null.</summary>
    public WebUrl? WebSub { get; init; }

    /// <summary>The gateway through which harvesters read the archive's static repository, or null.</summary>
    public WebUrl? OaiGateway { get; init; }

    /// <summary>The archive as RePEc knows it, or null.</summary>
    public RepecArchive? Repec { get; init; }

    /// <summary>Whom to tell of a weakness (RFC 9116), or null.</summary>
    public SecurityContact? Security { get; init; }

    /// <summary>Whether there is a page for language models, <c>llms.txt</c>.</summary>
    public bool HasLlmsText { get; init; }

    /// <summary>The words of the interface, in every language that has them.</summary>
    public required WordBook WordBook { get; init; }

    /// <summary>The words of the site's own language, or English ones.</summary>
    public Words Words => WordBook.Find(Language) ?? WordBook.English;

    /// <summary>The words with which a piece of another language is shown: those of its language, or else the site's.</summary>
    public Words WordsFor(string language) => WordBook.Find(language) ?? Words;

    /// <summary>Whether each brief has a card of its own where it is shared; null where the settings leave it to the number of briefs.</summary>
    public bool? HasCards { get; init; }

    /// <summary>A hash of all that they were read from but <see cref="Today"/>, which decides what is shown and not how.</summary>
    public UInt128 Print { get; init; }

    /// <summary>The day that decides embargoes.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether drafts and embargoed briefs are shown.</summary>
    public bool ShowDrafts { get; init; }
}

public sealed record Publisher(string Name, WebUrl? Url, Issn? Issn, string? Email, Mention? Logo);

public sealed record SocialLink(string Name, WebUrl Url);

/// <param name="Code">Three letters that RePEc gives: <c>abc</c>.</param>
/// <param name="Email">Of who keeps the archive.</param>
public sealed record RepecArchive(string Code, string Email);

/// <param name="Contacts">Addresses, most wanted first: <c>mailto:</c>, <c>tel:</c> or https.</param>
/// <param name="Expires">When what is said here is no longer to be trusted.</param>
/// <param name="Languages">BCP 47 tags.</param>
public sealed record SecurityContact(
    ImmutableArray<string> Contacts, PublicationDate.Known Expires, WebUrl? Policy, WebUrl? Encryption, WebUrl? Acknowledgments, ImmutableArray<string> Languages);

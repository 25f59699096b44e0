using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Charting;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>One page of the site: an address, and exactly the data that its template may use.</summary>
public abstract record Page
{
    public required SiteUrl Url { get; init; }

    public required string Title { get; init; }

    /// <summary>One or two sentences for search engines and previews, or empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>From the home page down to this page's parent.</summary>
    public ImmutableArray<Crumb> Breadcrumbs { get; init; } = [];

    /// <summary>The list whose feeds this page names besides the site's own, or null.</summary>
    public FeedLinks? Feeds { get; init; }

    /// <summary>The picture that stands for the page where it is shared and has none of its own, or null.</summary>
    public CardPicture? Card { get; init; }

    /// <summary>What the page says to programs; known once the site is planned.</summary>
    public PageRecord Record { get; init; } = PageRecord.None;
}

public sealed record Crumb(string Name, SiteUrl Url);

/// <summary>A link that a template prints: a name, an address, and how many briefs stand there (0: not counted).</summary>
public sealed record NavLink(string Name, SiteUrl Url, int Count = 0);

public sealed record FeedLinks(string Title, SiteUrl List)
{
    /// <summary>The feed of the whole archive's corrections, in Atom.</summary>
    public static SiteUrl Corrections { get; } = SiteUrl.Home.File("corrections.xml");

    public SiteUrl Rss => List.File("feed.xml");

    public SiteUrl Atom => List.File("atom.xml");

    public SiteUrl Json => List.File("feed.json");
}

public sealed record HomePage : Page
{
    public required ImmutableArray<Entry> Newest { get; init; }

    public required ImmutableArray<Entry> Featured { get; init; }

    /// <summary>Topics without a parent.</summary>
    public required ImmutableArray<Shelf> Topics { get; init; }

    public required ImmutableArray<NavLink> Regions { get; init; }

    public required ImmutableArray<NavLink> Series { get; init; }

    public required ImmutableArray<NavLink> Years { get; init; }

    public required int BriefCount { get; init; }

    /// <summary>The archive year by year, where there is enough of it to see.</summary>
    public YearColumns? Columns { get; init; }
}

public sealed record BriefPage : Page
{
    public required Entry Entry { get; init; }

    /// <summary>Where each link of the body leads, by its slot.</summary>
    public required ImmutableArray<LinkTarget> Links { get; init; }

    /// <summary>Headings of level 2 and 3, for pieces long enough to want a table of contents; else empty.</summary>
    public ImmutableArray<Heading> Contents { get; init; } = [];

    public string? Disclaimer { get; init; }

    public Licence? Licence { get; init; }

    public ImmutableArray<AttachmentFile> Attachments { get; init; } = [];

    public PictureFile? Image { get; init; }

    public ImmutableArray<Entry> Related { get; init; } = [];

    /// <summary>The same piece in other languages.</summary>
    public ImmutableArray<Entry> Translations { get; init; } = [];

    /// <summary>The piece this is a translation of.</summary>
    public Entry? Original { get; init; }

    public ImmutableArray<Entry> Supersedes { get; init; } = [];

    public Entry? SupersededBy { get; init; }

    public Entry? PreviousInSeries { get; init; }

    public Entry? NextInSeries { get; init; }

    /// <summary>The address to cite: the original's for a republished piece, else this page's.</summary>
    public required string Canonical { get; init; }

    public int ReadingMinutes => Math.Max(1, (Entry.Brief.Body.Words + 115) / 230);
}

/// <param name="Bytes">The size of the file.</param>
/// <param name="Source">Null for a file that the build makes.</param>
public sealed record AttachmentFile(string Title, SiteUrl Url, string FileName, long Bytes, InputFile? Source);

/// <param name="Width">In pixels, 0 when the file does not say.</param>
public sealed record PictureFile(SiteUrl Url, string Alt, string? Credit, int Width, int Height)
{
    /// <summary>Whether social networks show pictures of its format.</summary>
    public bool IsShownElsewhere => Path.GetExtension(Url.Path).ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp";
}

/// <summary>One page of a list of briefs.</summary>
public abstract record ListPage : Page
{
    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>How many briefs the whole list has.</summary>
    public required int Total { get; init; }

    public required int Number { get; init; }

    public required int PageCount { get; init; }

    public required SiteUrl List { get; init; }

    /// <summary>The whole list year by year, on its first page and where there is enough of it to see.</summary>
    public YearColumns? Columns { get; init; }

    public SiteUrl? Previous => Number > 1 ? List.Page(Number - 1) : null;

    public SiteUrl? Next => Number < PageCount ? List.Page(Number + 1) : null;
}

public sealed record BriefListPage : ListPage;

/// <summary>A page of a topic, region, series or kind.</summary>
public sealed record TermPage : ListPage
{
    public required Shelf Shelf { get; init; }

    /// <summary>The pieces of a series on a line of time, on its first page and where they can be told apart.</summary>
    public Timeline? Timeline { get; init; }
}

public sealed record AuthorPage : ListPage
{
    public required Person Person { get; init; }
}

public sealed record YearPage : ListPage
{
    public required int Year { get; init; }
}

/// <summary>The page that lists all terms of a taxonomy.</summary>
public sealed record TermIndexPage : Page
{
    public required Taxonomy Taxonomy { get; init; }

    /// <summary>Those without a parent, with their children.</summary>
    public required ImmutableArray<Shelf> Roots { get; init; }

    /// <summary>All of them under their first letters.</summary>
    public required ImmutableArray<LetterGroup> Letters { get; init; }

    /// <summary>Which topics occur together; null for other taxonomies, and where there is too little to see.</summary>
    public TopicMap? Map { get; init; }
}

public sealed record LetterGroup(string Letter, ImmutableArray<NavLink> Links);

public sealed record AuthorIndexPage : Page
{
    public required ImmutableArray<LetterGroup> Letters { get; init; }
}

public sealed record YearIndexPage : Page
{
    public required ImmutableArray<NavLink> Years { get; init; }
}

/// <summary>A page of input/pages: about, contact.</summary>
public sealed record ProsePage : Page
{
    public required Article Body { get; init; }

    public required ImmutableArray<LinkTarget> Links { get; init; }

    public required string Language { get; init; }
}

/// <summary>Where readers search; without a script, where they are sent to browse.</summary>
public sealed record SearchPage : Page
{
    /// <summary>The folder of the index's files; known once the index is made.</summary>
    public SiteUrl Index { get; init; }
}

public sealed record NotFoundPage : Page;

/// <summary>What stands at an old address, for hosts that cannot redirect.</summary>
public sealed record RedirectPage : Page
{
    public required SiteUrl Target { get; init; }
}

/// <summary>What stands at a retired address: why nothing else does.</summary>
public sealed record RetiredPage : Page
{
    public required string Reason { get; init; }
}

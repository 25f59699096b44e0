using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>"What is on this site?", answered: every page, list, copied file and redirect.</summary>
public sealed record SitePlan
{
    public required Settings Settings { get; init; }

    public required Archive Archive { get; init; }

    /// <summary>Every HTML page, by address.</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>Every list that has feeds, the whole archive first, then by address.</summary>
    public required ImmutableArray<BriefList> Lists { get; init; }

    /// <summary>Files copied as they are: where they stand, and the address they get.</summary>
    public required ImmutableArray<CopiedFile> Files { get; init; }

    public required ImmutableArray<Redirect> Redirects { get; init; }

    /// <summary>Retired addresses, and recorded ones below them.</summary>
    public ImmutableArray<Gone> Gone { get; init; } = [];

    /// <summary>The pages in the header, in order.</summary>
    public required ImmutableArray<NavLink> Navigation { get; init; }

    /// <summary>The prose pages and browse pages in the footer, in order.</summary>
    public required ImmutableArray<NavLink> FooterLinks { get; init; }

    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>The page of each brief.</summary>
    public required System.Collections.Frozen.FrozenDictionary<Naming.Slug, BriefPage> BriefPages { get; init; }
}

/// <summary>A list of briefs that can be subscribed to.</summary>
/// <param name="Url">The list's page; <c>/</c> for the whole archive.</param>
/// <param name="Title">The list's own name: a topic, an author; the site's title for the whole archive.</param>
/// <param name="Entries">All of it, newest first.</param>
public sealed record BriefList(SiteUrl Url, string Title, string Description, ImmutableArray<Entry> Entries);

public sealed record CopiedFile(InputFile Source, SiteUrl Url);

/// <param name="From">An old address; <see cref="OldAddress.HoldsPage"/> says whether a page stands there too.</param>
public sealed record Redirect(SiteUrl From, SiteUrl To, Place Place);

/// <summary>A retired address, and the page that says why.</summary>
public sealed record Gone(SiteUrl From, SiteUrl Page);

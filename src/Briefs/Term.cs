using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>The ways by which briefs are shelved under names.</summary>
public enum Taxonomy { Topics, Regions, Series, Kinds }

/// <summary>A topic, region, series or kind. A listed one has an entry in a settings file, others are only mentioned.</summary>
public sealed record Term
{
    public required Taxonomy Taxonomy { get; init; }

    public required Slug Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>As its file writes it; the slug is made of it.</summary>
    public string Id { get => field ?? Slug.Text; init; }

    /// <summary>The English name of a kind that every archive knows, for records and for pages in other languages; else null.</summary>
    public string? KindName { get; init; }

    /// <summary>Where it is listed, or first mentioned.</summary>
    public required Place Place { get; init; }

    public string? Description { get; init; }

    /// <summary>The id or name of the wider term.</summary>
    public Mention? Parent { get; init; }

    public ImmutableArray<Mention> Aliases { get; init; } = [];

    public ImmutableArray<Mention> RedirectFrom { get; init; } = [];

    /// <summary>Six characters by which RePEc knows a series: <c>wpaper</c>; null for one that it does not.</summary>
    public string? Repec { get; init; }

    public SiteUrl Url => SiteUrl.Home / Folder(Taxonomy) / Slug;

    /// <summary>The first step of the taxonomy's addresses.</summary>
    public static string Folder(Taxonomy taxonomy) => taxonomy switch
    {
        Taxonomy.Topics => "topics",
        Taxonomy.Regions => "regions",
        Taxonomy.Series => "series",
        Taxonomy.Kinds => "kinds",
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };
}

/// <summary>An author, a person or a body.</summary>
public sealed record Person
{
    public required Slug Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>As people.yml writes it; the slug is made of it.</summary>
    public string Id { get => field ?? Slug.Text; init; }

    public required Place Place { get; init; }

    public string? Affiliation { get; init; }

    public Orcid? Orcid { get; init; }

    public WebUrl? Url { get; init; }

    public string? Bio { get; init; }

    public bool IsOrganization { get; init; }

    public ImmutableArray<Mention> RedirectFrom { get; init; } = [];

    public SiteUrl Page => SiteUrl.Home / "authors" / Slug;
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>What a page says to programs that read its head, and how it is cited. Made from the plan, for each page alone.</summary>
public sealed record PageRecord
{
    public static PageRecord None { get; } = new();

    public ImmutableArray<MetaTag> Meta { get; init; } = [];

    /// <summary>Typed links to what belongs to the page (signposting.org), for its head.</summary>
    public ImmutableArray<TypedLink> Links { get; init; } = [];

    /// <summary>JSON-LD as UTF-8, escaped so that it can stand in a script element; or empty.</summary>
    public ReadOnlyMemory<byte> StructuredData { get; init; }

    /// <summary>The page's piece in the common styles; empty for what is no piece.</summary>
    public ImmutableArray<StyledCitation> Citations { get; init; } = [];

    /// <summary>The page's bibliography for reference managers, or null.</summary>
    public CitationLinks? Files { get; init; }

    /// <summary>One OpenURL context object for each brief of a list (ANSI/NISO Z39.88), for the titles of its spans.</summary>
    public ImmutableArray<string> Coins { get; init; } = [];
}

/// <param name="Attribute"><c>name</c>, or <c>property</c> for Open Graph.</param>
public sealed record MetaTag(string Attribute, string Name, string Content);

/// <param name="Relation">Of IANA's registry: <c>cite-as</c>.</param>
/// <param name="Url">Whole.</param>
public sealed record TypedLink(string Relation, string Url, string? MediaType = null);

/// <param name="Style">As readers know it: <c>APA</c>.</param>
public sealed record StyledCitation(string Style, ImmutableArray<CitationRun> Runs);

public sealed record CitationRun(string Text, bool IsItalic = false);

/// <param name="Owner">The brief or list whose bibliography it is.</param>
public sealed record CitationLinks(SiteUrl Owner)
{
    public SiteUrl BibTeX => Owner.File("cite.bib");

    public SiteUrl Ris => Owner.File("cite.ris");

    public SiteUrl CslJson => Owner.File("cite.csl.json");
}

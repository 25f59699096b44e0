using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>All published briefs and every way to browse them, built once, never changed.</summary>
public sealed record Archive
{
    /// <summary>Newest first; undated ones after the dated, by title.</summary>
    public required ImmutableArray<Entry> Entries { get; init; }

    public required FrozenDictionary<Slug, Entry> BySlug { get; init; }

    /// <summary>Terms with at least one brief, by name.</summary>
    public required FrozenDictionary<Taxonomy, ImmutableArray<Shelf>> Shelves { get; init; }

    public required ImmutableArray<AuthorShelf> Authors { get; init; }

    /// <summary>Newest first.</summary>
    public required ImmutableArray<YearShelf> Years { get; init; }

    /// <summary>Drafts and embargoed briefs, which leave no trace in the output.</summary>
    public ImmutableArray<Brief> Unpublished { get; init; } = [];
}

/// <summary>A brief in its archive: its names resolved to the terms and people they mean.</summary>
public sealed record Entry
{
    public required Brief Brief { get; init; }

    public required SiteUrl Url { get; init; }

    /// <summary>The language of the piece, its own or the site's.</summary>
    public required string Language { get; init; }

    public required ImmutableArray<Person> Authors { get; init; }

    public required ImmutableArray<Term> Topics { get; init; }

    public required ImmutableArray<Term> Regions { get; init; }

    public required Term Kind { get; init; }

    public required RecordKind Record { get; init; }

    public Term? Series { get; init; }

    /// <summary>Shown only because drafts are asked for: a draft, or not yet published.</summary>
    public bool IsUnpublished { get; init; }

    public DateOnly? Day => Brief.Published.AsKnown?.Day;

    /// <summary>An archive holds each brief once, so an entry is itself alone; comparing all of it would be slow.</summary>
    public bool Equals(Entry? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Brief.Slug.GetHashCode();
}

/// <summary>A term with its briefs, those of narrower terms included, newest first.</summary>
public sealed record Shelf
{
    public required Term Term { get; init; }

    public Term? Parent { get; init; }

    /// <summary>Narrower terms with briefs, by name.</summary>
    public ImmutableArray<Shelf> Children { get; init; } = [];

    public required ImmutableArray<Entry> Entries { get; init; }

    /// <summary>Terms that share most briefs with this one, closest first; never its own ancestors or descendants.</summary>
    public ImmutableArray<Term> Related { get; init; } = [];
}

public sealed record AuthorShelf(Person Person, ImmutableArray<Entry> Entries);

public sealed record YearShelf(int Year, ImmutableArray<Entry> Entries)
{
    public SiteUrl Url => SiteUrl.Home / "years" / Slug.FromTitle(Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture))!.Value;
}

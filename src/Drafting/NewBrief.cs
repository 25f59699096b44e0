using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Drafting;

/// <summary>A brief that is about to be written: everything its archive knows before its author has begun.</summary>
public sealed record NewBrief
{
    public required string Title { get; init; }

    public required Slug Slug { get; init; }

    public required DateOnly Published { get; init; }

    /// <summary>Ids of people.yml where it has them, else names.</summary>
    public ImmutableArray<string> Authors { get; init; } = [];

    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>Null for a policy brief.</summary>
    public string? Kind { get; init; }

    public string? Series { get; init; }

    /// <summary>The one after the series' last.</summary>
    public string? Number { get; init; }

    /// <summary>A BCP 47 tag where it is not the site's.</summary>
    public string? Language { get; init; }

    /// <summary>The topics and regions of the archive as front matter may write them, those of most briefs first.</summary>
    public ImmutableArray<string> KnownTopics { get; init; } = [];

    /// <inheritdoc cref="KnownTopics"/>
    public ImmutableArray<string> KnownRegions { get; init; } = [];

    /// <summary>Where it goes, below the input folder with forward slashes.</summary>
    public required string Path { get; init; }
}

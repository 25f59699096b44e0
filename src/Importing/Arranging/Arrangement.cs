using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Arranging;

/// <summary>What became of a block of the source: where it stands in the draft, or why it does not.</summary>
public sealed record Fate(Block Block, string Where, bool IsDropped);

/// <summary>An author, as far as the source says.</summary>
public sealed record Author(string Name, string? Affiliation = null);

/// <summary>A piece whose parts are known: what the front matter says, and the body.</summary>
public sealed record Arrangement
{
    public required Piece Piece { get; init; }

    public required string Title { get; init; }

    public string? Summary { get; init; }

    public string? Disclaimer { get; init; }

    internal RepublicationNotice? Notice { get; init; }

    public ImmutableArray<Author> Authors { get; init; } = [];

    /// <summary>As front matter writes it; null where the source gives no publication date that can be read one way.</summary>
    public string? Published { get; init; }

    public DateOnly? NotBefore { get; init; }

    public string? Updated { get; init; }

    public ImmutableArray<string> Topics { get; init; } = [];

    public ImmutableArray<string> ProposedTopics { get; init; } = [];

    public ImmutableArray<string> ProposedRegions { get; init; } = [];

    /// <summary>What the source says of its authors: it belongs into people.yml.</summary>
    public ImmutableArray<(string Whom, string Text)> Bios { get; init; } = [];

    public required ImmutableArray<Part> Body { get; init; }

    /// <summary>Every block of the source in its order.</summary>
    public required ImmutableArray<Fate> Fates { get; init; }

    /// <summary>What the report says of keys, a sentence each.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    public ImmutableArray<Finding> Findings { get; init; } = [];
}

using System.Collections.Immutable;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing;

/// <summary>What stands on a card. Each text is as <see cref="TypeCase.Settable"/> makes it.</summary>
internal sealed record CardText
{
    public required string Title { get; init; }

    /// <summary>Whose it is: the institute, or the archive.</summary>
    public required string Name { get; init; }

    /// <summary>The topic over the title; may be empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>A sentence or two under the title; may be empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>At the foot, one after the other, as many as there is room for: the authors.</summary>
    public ImmutableArray<string> Foot { get; init; } = [];

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    public required bool IsRightToLeft { get; init; }

    /// <summary>The texts in large print, then those in small.</summary>
    public (ImmutableArray<string> Large, ImmutableArray<string> Small) Prints => ([Title, Name], [Label, Summary, .. Foot]);
}

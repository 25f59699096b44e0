using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Importing;

/// <summary>What came of reading a source: a piece, or why there is none; a piece that was left out on purpose has neither.</summary>
public sealed record PieceReading(Piece? Piece, ImmutableArray<Finding> Faults)
{
    /// <summary>What was left out on purpose, and why.</summary>
    public Dropped? Skipped { get; init; }

    public static PieceReading Failed(Finding fault) => new(null, [fault]);
}

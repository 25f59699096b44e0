using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing;

/// <summary>A part of a source that is not brought in, and why.</summary>
public sealed record Dropped(string Text, string Why, int Line = 0);

/// <summary>A picture that comes along.</summary>
/// <param name="Name">Its file beside the brief.</param>
public sealed record PictureFile(string Name, Func<byte[]> Read);

/// <summary>What was put in place of a sign of the source that would have been run.</summary>
public sealed record Change(int Line, string Old, string New);

/// <summary>One piece as its format gave it, before anyone has asked what its parts are.</summary>
public sealed record Piece
{
    /// <summary>The name by which its provenance is kept: its file, and for one of many in a file, <c>#</c> and its number.</summary>
    public required string Name { get; init; }

    /// <summary>The file as findings name it.</summary>
    public required Place Place { get; init; }

    /// <summary>Of the source file, in hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }

    /// <summary>Whether it is a text of another generator's site, which its path tells from all others.</summary>
    public bool IsOfSite { get; init; }

    /// <summary>The body of a source that is Markdown already, in place of blocks.</summary>
    public string? Markdown { get; init; }

    /// <summary>What such a body holds in place of what it held.</summary>
    public ImmutableArray<Change> Changes { get; init; } = [];

    /// <summary>The texts of notes, in the order of their numbers.</summary>
    public ImmutableArray<ImmutableArray<Part>> Notes { get; init; } = [];

    public Claims Claims { get; init; } = new();

    public ImmutableArray<Dropped> Dropped { get; init; } = [];

    public ImmutableArray<PictureFile> Pictures { get; init; } = [];

    /// <summary>What an editor should look at.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What else the report says, a sentence each.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}

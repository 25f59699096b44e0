using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>What a piece is in the records of other programs, whatever its readers call it.</summary>
public enum RecordKind { PolicyBrief, Report, WorkingPaper, Commentary, Article, Speech, Testimony }

/// <summary>A kind of piece by the name that readers see, and how it is recorded.</summary>
/// <param name="Place">Where the settings name it; none of a kind that every archive knows.</param>
public sealed record PieceKind(string Name, RecordKind Record, Place Place = default)
{
    /// <summary>What a piece is that says nothing else.</summary>
    public static PieceKind Default => Known[0];

    /// <summary>The kinds that every archive knows.</summary>
    public static ImmutableArray<PieceKind> Known { get; } =
    [
        new("Policy brief", RecordKind.PolicyBrief), new("Report", RecordKind.Report), new("Working paper", RecordKind.WorkingPaper),
        new("Commentary", RecordKind.Commentary), new("Article", RecordKind.Article), new("Speech", RecordKind.Speech), new("Testimony", RecordKind.Testimony),
    ];

    /// <summary>The known kind of that name, however its words are joined.</summary>
    public static PieceKind? Find(string name) =>
        Slug.FromTitle(name) is { } slug ? Known.FirstOrDefault(kind => Slug.FromTitle(kind.Name) == slug) : null;
}

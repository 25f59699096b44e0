using System.Collections.Immutable;

namespace PolicyArchive.Importing.Blocks;

/// <summary>A block of text, whatever the format it came in.</summary>
public abstract record Part
{
    private Part()
    {
    }

    public sealed record Paragraph(ImmutableArray<Inline> Inlines) : Part;

    /// <param name="Level">As the source has it, from 1.</param>
    public sealed record Heading(int Level, ImmutableArray<Inline> Inlines) : Part;

    /// <param name="Start">The number of the first item of a numbered list; null for bullets.</param>
    public sealed record List(int? Start, ImmutableArray<ImmutableArray<Part>> Items) : Part;

    public sealed record Quote(ImmutableArray<Part> Parts) : Part;

    /// <param name="Rows">The first is the head; all are of one length.</param>
    public sealed record Table(ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> Rows) : Part;

    public sealed record Code(string Text) : Part;

    public sealed record Rule : Part;

    public static Paragraph Plain(string text) => new(Inline.Plain(text));
}

/// <summary>One block of a source, and where it stands there.</summary>
/// <param name="Line">From 1; 0 where the format has no lines.</param>
/// <param name="IsGuessed">Whether its kind is what it looks like, not what the source says.</param>
/// <param name="IsStandfirst">Whether the source calls it its standfirst.</param>
public sealed record Block(Part Part, int Line = 0, bool IsGuessed = false, bool IsStandfirst = false)
{
    /// <summary>What a reader reads, on one line.</summary>
    public string Text { get; } = PartText.Of(Part);

    public bool IsParagraph => Part is Part.Paragraph;
}

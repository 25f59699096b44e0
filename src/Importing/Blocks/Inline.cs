using System.Collections.Immutable;

namespace PolicyArchive.Importing.Blocks;

[Flags]
public enum Styles { None = 0, Strong = 1, Emphasis = 2, Struck = 4, Raised = 8, Lowered = 16, Code = 32 }

/// <summary>A run of a line of text: what every format's paragraphs come down to.</summary>
public abstract record Inline
{
    private Inline()
    {
    }

    /// <param name="Text">As a reader sees it; white space of any kind is one space, except in code.</param>
    /// <param name="Href">The whole address that it leads to, or null.</param>
    public sealed record Words(string Text, Styles Styles = Styles.None, string? Href = null) : Inline;

    public sealed record Break : Inline;

    /// <param name="Source">A file beside the brief, or a whole address.</param>
    /// <param name="Caption">The words below it where it stands alone, or null.</param>
    public sealed record Picture(string Source, string Alt, string? Caption = null) : Inline;

    /// <param name="Note">The number of a note of the piece, from 1.</param>
    public sealed record NoteMark(int Note) : Inline;

    public static ImmutableArray<Inline> Plain(string text) => text.Length == 0 ? [] : [new Words(text)];
}

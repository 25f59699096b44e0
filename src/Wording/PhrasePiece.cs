namespace PolicyArchive.Wording;

/// <summary>What a phrase is made of, in order.</summary>
public enum PieceSort
{
    /// <summary>Its own text.</summary>
    Text,

    /// <summary>A place to be filled; the text is its name.</summary>
    Slot,

    StrongStart,

    StrongEnd,
}

public readonly record struct PhrasePiece(PieceSort Sort, string Text);

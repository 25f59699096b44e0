namespace PolicyArchive.Sharing.Type;

/// <summary>
/// The contours of a glyph as straight lines and curves, in ems, y upwards: for each <see cref="Verbs"/> 'M' and 'L' one
/// point, 'Q' two, 'C' three. Every contour returns to its start.
/// </summary>
internal sealed record Outline(string Verbs, float[] Points);

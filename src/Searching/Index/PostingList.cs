namespace PolicyArchive.Searching.Index;

/// <summary>In which briefs a stem stands, as docs/search-format.md says. Where it stands in them is written by <see cref="PositionWriter"/>.</summary>
/// <param name="Briefs">How many.</param>
/// <param name="Bytes">The gap list, one weight a brief, and the passages of each.</param>
/// <param name="GapsLength">Of the gap list.</param>
internal readonly record struct PostingList(int Briefs, byte[] Bytes, int GapsLength)
{
    public ReadOnlySpan<byte> Gaps => Bytes.AsSpan(0, GapsLength);

    public ReadOnlySpan<byte> Weights => Bytes.AsSpan(GapsLength, Briefs);

    public ReadOnlySpan<byte> Passages => Bytes.AsSpan(GapsLength + Briefs);

    public int Size => Bytes.Length;
}

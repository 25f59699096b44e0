namespace PolicyArchive.Searching.Index;

/// <summary>In which briefs a stem stands, and where. Written as docs/search-format.md says.</summary>
/// <param name="Briefs">How many.</param>
/// <param name="Gaps">From brief to brief.</param>
/// <param name="Weights">One byte a brief.</param>
/// <param name="Passages">Which passages of each brief.</param>
/// <param name="Positions">Every occurrence, with its form.</param>
/// <param name="Segments">Where each 1,024 briefs' positions begin.</param>
internal sealed record PostingList(int Briefs, byte[] Gaps, byte[] Weights, byte[] Passages, byte[] Positions, int[] Segments)
{
    public const int SegmentBriefs = 1024;

    public int Size => Gaps.Length + Weights.Length + Passages.Length;
}

namespace PolicyArchive.Searching.Index;

/// <summary>The sections of a run, as <see cref="RunWriter"/> writes them.</summary>
internal readonly ref struct RunReader
{
    public const int Sections = 4;

    public RunReader(ReadOnlySpan<byte> bytes, int at)
    {
        var briefs = ByteList.ReadNumber(bytes, ref at);
        var counts = ByteList.ReadNumber(bytes, ref at);
        var passages = ByteList.ReadNumber(bytes, ref at);
        var positions = ByteList.ReadNumber(bytes, ref at);
        Gaps = bytes.Slice(at, briefs);
        Counts = bytes.Slice(at += briefs, counts);
        Passages = bytes.Slice(at += counts, passages);
        Positions = bytes.Slice(at + passages, positions);
    }

    /// <summary>One byte a brief.</summary>
    public ReadOnlySpan<byte> Gaps { get; }

    public ReadOnlySpan<byte> Counts { get; }

    public ReadOnlySpan<byte> Passages { get; }

    public ReadOnlySpan<byte> Positions { get; }
}

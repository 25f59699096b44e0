namespace PolicyArchive.Searching.Index;

/// <summary>Joins the runs of a stem to its list. For one thread, list after list.</summary>
internal sealed class PostingWriter(IReadOnlyList<Batch> batches, Ranking ranking)
{
    private readonly ByteList _gaps = new();
    private readonly ByteList _weights = new();
    private readonly ByteList _passages = new();
    private readonly ByteList _positions = new();
    private readonly List<int> _segments = [];
    private int _last;

    public PostingList Write(StemGroup group)
    {
        _gaps.Clear();
        _weights.Clear();
        _passages.Clear();
        _positions.Clear();
        _segments.Clear();
        _last = -1;
        foreach (var run in group.Runs)
        {
            Add(group, run);
        }

        return new PostingList(_weights.Length, _gaps.ToArray(), _weights.ToArray(), _passages.ToArray(), _positions.ToArray(), [.. _segments]);
    }

    private void Add(StemGroup group, StemRun run)
    {
        var batch = batches[run.Batch];
        var sections = new RunReader(batch.Bytes, run.At);
        var before = _weights.Length;
        AddBriefs(batch, sections);
        _passages.Add(sections.Passages);

        // How many briefs still belong to the segment that the last run has begun.
        var rest = (PostingList.SegmentBriefs - (before % PostingList.SegmentBriefs)) % PostingList.SegmentBriefs;
        if (rest >= sections.Gaps.Length)
        {
            AddPositions(group, run, sections.Positions);
            return;
        }

        var end = Skip(sections.Positions, rest);
        AddPositions(group, run, sections.Positions[..end]);
        _segments.Add(_positions.Length);
        AddPositions(group, run, sections.Positions[end..]);
    }

    private void AddBriefs(Batch batch, RunReader sections)
    {
        var (brief, at) = (-1, 0);
        foreach (var gap in sections.Gaps)
        {
            brief += 1 + gap;
            _gaps.Number(batch.First + brief - _last - 1);
            _last = batch.First + brief;
            var inBody = ByteList.ReadNumber(sections.Counts, ref at);
            var isInHead = (inBody & 1) == 1;
            var inTitle = isInHead ? ByteList.ReadNumber(sections.Counts, ref at) : 0;
            var inHead = isInHead ? ByteList.ReadNumber(sections.Counts, ref at) : 0;
            _weights.Add((byte)ranking.Weight(batch.Shapes[brief], inTitle, inHead, inBody >> 1));
        }
    }

    private void AddPositions(StemGroup group, StemRun run, ReadOnlySpan<byte> positions)
    {
        if (group.Forms.Length == 1)
        {
            // There is no other form that they could name.
            _positions.Add(positions);
            return;
        }

        var forms = run.Forms.Span;
        for (var at = 0; at < positions.Length;)
        {
            var count = ByteList.ReadNumber(positions, ref at);
            _positions.Number(count);
            for (; count > 0; count--)
            {
                var (step, form) = Math.DivRem((uint)ByteList.ReadNumber(positions, ref at), (uint)forms.Length);
                _positions.Number(((int)step * group.Forms.Length) + group.Places[forms[(int)form]]);
            }
        }
    }

    // Where the positions of further briefs begin.
    private static int Skip(ReadOnlySpan<byte> positions, int briefs)
    {
        var at = 0;
        for (; briefs > 0; briefs--)
        {
            for (var count = ByteList.ReadNumber(positions, ref at); count > 0; count--)
            {
                ByteList.ReadNumber(positions, ref at);
            }
        }

        return at;
    }
}

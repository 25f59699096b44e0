namespace PolicyArchive.Searching.Index;

/// <summary>Joins the runs of a stem to its list. For one thread, list after list.</summary>
internal sealed class PostingWriter(IReadOnlyList<Batch> batches, Ranking ranking)
{
    private readonly ByteList _gaps = new();
    private readonly ByteList _weights = new();
    private readonly ByteList _passages = new();
    private int _last;

    public PostingList Write(StemGroup group)
    {
        _gaps.Clear();
        _weights.Clear();
        _passages.Clear();
        _last = -1;
        foreach (var run in group.Runs.Span)
        {
            var batch = batches[run.Batch];
            var sections = new RunReader(batch.Bytes, run.At);
            AddBriefs(batch, sections.Gaps, sections.Counts);
            _passages.Add(sections.Passages);
        }

        return new PostingList(_weights.Length, [.. _gaps.Written, .. _weights.Written, .. _passages.Written], _gaps.Length);
    }

    private void AddBriefs(Batch batch, ReadOnlySpan<byte> gaps, ReadOnlySpan<byte> counts)
    {
        var (brief, at) = (-1, 0);
        _gaps.Number(batch.First + gaps[0] - _last - 1);
        _gaps.Add(gaps[1..]);
        var weights = _weights.Take(gaps.Length);
        for (var i = 0; i < gaps.Length; i++)
        {
            brief += 1 + gaps[i];
            var inBody = ByteList.ReadNumber(counts, ref at);
            if ((inBody & 1) == 0)
            {
                weights[i] = ranking.Weight(batch.First + brief, batch.Shapes[brief], inBody >> 1);
            }
            else
            {
                var inTitle = ByteList.ReadNumber(counts, ref at);
                var inHead = ByteList.ReadNumber(counts, ref at);
                weights[i] = ranking.Weight(batch.Shapes[brief], inTitle, inHead, inBody >> 1);
            }
        }

        _last = batch.First + brief;
    }
}

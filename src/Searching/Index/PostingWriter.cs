using System.Runtime.InteropServices;

namespace PolicyArchive.Searching.Index;

/// <summary>Turns what the batches know of a stem into its list. For one thread, list after list.</summary>
internal sealed class PostingWriter(IReadOnlyList<Batch> batches, Ranking ranking)
{
    // A word that stands everywhere says nothing about where to look.
    private const int MostPassages = 8;

    private readonly List<int> _found = [];
    private readonly List<long> _occurrences = [];
    private readonly ByteList _gaps = new();
    private readonly ByteList _weights = new();
    private readonly ByteList _passages = new();
    private readonly ByteList _positions = new();
    private readonly List<int> _segments = [];
    private int _forms;
    private int _last;

    public PostingList Write(StemGroup group)
    {
        foreach (var bytes in (ByteList[])[_gaps, _weights, _passages, _positions])
        {
            bytes.Clear();
        }

        _segments.Clear();
        (_forms, _last) = (group.Forms.Length, -1);
        for (var s = 0; s < group.Sources.Count;)
        {
            var batch = group.Sources[s].Batch;
            _occurrences.Clear();
            for (; s < group.Sources.Count && group.Sources[s].Batch == batch; s++)
            {
                Gather(batches[batch], group.Sources[s].Word);
            }

            _occurrences.Sort();
            Add(batches[batch]);
        }

        return new PostingList(_weights.Length, _gaps.ToArray(), _weights.ToArray(), _passages.ToArray(), _positions.ToArray(), [.. _segments]);
    }

    // An occurrence is its place among the batch's words, and its form.
    private void Gather(Batch batch, int word)
    {
        var form = (uint)batch.Words[word].Place.Form;
        _found.Clear();
        batch.AddOccurrences(word, _found);
        foreach (var at in _found)
        {
            _occurrences.Add(((long)at << 32) | form);
        }
    }

    private void Add(Batch batch)
    {
        var brief = 0;
        for (var i = 0; i < _occurrences.Count;)
        {
            while (batch.Starts[brief + 1] <= (int)(_occurrences[i] >> 32))
            {
                brief++;
            }

            var end = i + 1;
            while (end < _occurrences.Count && (int)(_occurrences[end] >> 32) < batch.Starts[brief + 1])
            {
                end++;
            }

            Add(batch.First + brief, batch.Shapes[brief], batch.Starts[brief], CollectionsMarshal.AsSpan(_occurrences)[i..end]);
            i = end;
        }
    }

    private void Add(int brief, BriefShape shape, int start, ReadOnlySpan<long> occurrences)
    {
        if (_weights.Length % PostingList.SegmentBriefs == 0)
        {
            _segments.Add(_positions.Length);
        }

        _gaps.Number(brief - _last - 1);
        _last = brief;
        _positions.Number(occurrences.Length);
        var (title, head, last, passage, passages, waiting) = (0, 0, 0, 0, 0, -1);
        foreach (var occurrence in occurrences)
        {
            var position = (int)(occurrence >> 32) - start;
            title += position < shape.Title ? 1 : 0;
            head += position >= shape.Title && position < shape.BodyStart ? 1 : 0;
            _positions.Number(((position - last) * _forms) + (int)(uint)occurrence);
            last = position;
            var here = shape.Passage(position);
            if ((waiting < 0 || here > passage) && passages < MostPassages)
            {
                if (waiting >= 0)
                {
                    _passages.Number((waiting << 1) | 1);
                }

                (waiting, passage) = (here - passage, here);
                passages++;
            }
        }

        _passages.Number(waiting << 1);
        _weights.Add((byte)ranking.Weight(shape, title, head, occurrences.Length - title - head));
    }
}

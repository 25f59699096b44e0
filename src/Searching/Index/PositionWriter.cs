namespace PolicyArchive.Searching.Index;

/// <summary>
/// Writes where the words of a stem stand, from its runs, in which forms are numbered by family: only what is written anew
/// has them numbered as the archive does. For one thread, stem after stem.
/// </summary>
internal sealed class PositionWriter(IReadOnlyList<Batch> batches, Lexicon lexicon)
{
    /// <summary>How many briefs of a long list have their positions in one file.</summary>
    public const int SegmentBriefs = 1024;

    private readonly ByteList _joined = new();

    /// <summary>All of a stem's.</summary>
    public void Write(StemGroup group, ByteList to)
    {
        foreach (var run in group.Runs.Span)
        {
            Renumber(Sections(run).Positions, lexicon.Places(run.Family), group.Forms.Length, to);
        }
    }

    /// <summary>Those of one segment after another, as <see cref="Write(ReadOnlySpan{byte}, int)"/> takes them.</summary>
    /// <param name="take">Given the number of the segment, and what is valid until it returns.</param>
    public void Split(StemGroup group, Action<int, ReadOnlyMemory<byte>> take)
    {
        var (segment, room) = (0, SegmentBriefs);
        _joined.Clear();
        foreach (var run in group.Runs.Span)
        {
            var sections = Sections(run);
            var briefs = sections.Gaps.Length;
            var positions = sections.Positions;
            if (briefs > room)
            {
                var end = Skip(positions, room);
                Join(positions[..end], run.Family, group.Forms.Length);
                positions = positions[end..];
                briefs -= room;
                Take();
            }

            Join(positions, run.Family, group.Forms.Length);
            room -= briefs;
            if (room == 0)
            {
                Take();
            }
        }

        if (room < SegmentBriefs)
        {
            Take();
        }

        void Take()
        {
            take(segment++, _joined.WrittenMemory);
            _joined.Clear();
            room = SegmentBriefs;
        }
    }

    /// <summary>A segment as it stands in its file.</summary>
    /// <param name="forms">How many forms its stem has.</param>
    public static ReadOnlyMemory<byte> Write(ReadOnlyMemory<byte> joined, int forms)
    {
        if (forms == 1)
        {
            return joined;
        }

        var bytes = joined.Span;
        var written = new ByteList(joined.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var places = new int[ByteList.ReadNumber(bytes, ref at)];
            for (var form = 0; form < places.Length; form++)
            {
                places[form] = ByteList.ReadNumber(bytes, ref at);
            }

            Renumber(ByteList.ReadText(bytes, ref at), places, forms, written);
        }

        return written.WrittenMemory;
    }

    private RunReader Sections(StemRun run) => new(batches[run.Batch].Bytes, run.At);

    private void Join(ReadOnlySpan<byte> positions, int family, int forms)
    {
        if (forms == 1)
        {
            _joined.Add(positions);
            return;
        }

        var places = lexicon.Places(family);
        _joined.Number(places.Length);
        foreach (var place in places)
        {
            _joined.Number(place);
        }

        _joined.Text(positions);
    }

    private static void Renumber(ReadOnlySpan<byte> positions, ReadOnlySpan<int> places, int forms, ByteList to)
    {
        if (forms == 1)
        {
            to.Add(positions);
            return;
        }

        for (var at = 0; at < positions.Length;)
        {
            var count = ByteList.ReadNumber(positions, ref at);
            to.Number(count);
            for (; count > 0; count--)
            {
                var (step, form) = Math.DivRem((uint)ByteList.ReadNumber(positions, ref at), (uint)places.Length);
                to.Number(((int)step * forms) + places[(int)form]);
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

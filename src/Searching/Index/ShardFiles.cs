using System.Text;
using PolicyArchive.Keeping;

namespace PolicyArchive.Searching.Index;

/// <summary>Writes shards, the lists that are too long for them, and the positions of both.</summary>
internal sealed class ShardFiles
{
    private const char SharedBase = ' ';

    private readonly StemGroup[] _groups;
    private readonly PostingList[] _lists;
    private readonly ShardPlan _plan;
    private readonly Func<PositionWriter> _positions;
    private readonly int[] _longNumbers;
    private readonly List<(string Form, int Group)>[] _forms;

    /// <param name="positions">Called for each thread.</param>
    public ShardFiles(StemGroup[] groups, PostingList[] lists, ShardPlan plan, Func<PositionWriter> positions)
    {
        (_groups, _lists, _plan, _positions) = (groups, lists, plan, positions);
        _longNumbers = new int[groups.Length];
        _forms = [.. plan.Keys.Select(_ => new List<(string, int)>())];
        var count = 0;
        for (var g = 0; g < groups.Length; g++)
        {
            _longNumbers[g] = plan.IsLong(g) ? count++ : -1;
            foreach (var form in groups[g].Forms)
            {
                var shard = plan.Find(form);
                _forms[shard].Add((form, g));
                if (shard != plan.ShardOf[g])
                {
                    // Its own shard lists all forms of a stem, since occurrences name them by number.
                    _forms[plan.ShardOf[g]].Add((form, g));
                }
            }
        }
    }

    public void Write(IndexFolder folder)
    {
        Parallel.For(0, _plan.Keys.Length, _positions, (shard, _, positions) =>
        {
            folder.Add($"w/{shard}.bin", Shard(shard));
            folder.Add($"p/{shard}.bin", Positions(shard, positions));
            return positions;
        }, _ => { });
        Parallel.For(0, _groups.Length, _positions, (group, _, positions) =>
        {
            if (_longNumbers[group] is var number and >= 0)
            {
                folder.Add($"l/{number}.bin", _lists[group].Bytes);
                WriteLongPositions(_groups[group], number, positions, folder);
            }

            return positions;
        }, _ => { });
    }

    private ReadOnlyMemory<byte> Shard(int shard)
    {
        var own = Own(shard);
        var others = new List<int>();
        var forms = _forms[shard];
        forms.Sort((a, b) => string.CompareOrdinal(a.Form, b.Form) is var order and not 0 ? order : a.Group - b.Group);
        var text = new StringBuilder();
        var references = new ByteList();
        var (before, last) = ("", 0);
        foreach (var (form, group) in forms)
        {
            var shared = before.AsSpan().CommonPrefixLength(form);
            shared = shared > 0 && char.IsHighSurrogate(form[shared - 1]) ? shared - 1 : shared;
            text.Append(text.Length == 0 ? "" : "\n").Append((char)(SharedBase + shared)).Append(form, shared, form.Length - shared);
            before = form;
            var reference = group - own.Start.Value;
            if (_plan.ShardOf[group] != shard)
            {
                reference = others.IndexOf(group) is var known and >= 0 ? known : others.Count;
                if (reference == others.Count)
                {
                    others.Add(group);
                }

                reference += own.End.Value - own.Start.Value;
            }

            references.Number(ZigZag(reference - last));
            last = reference;
        }

        var bytes = new ByteList(6000);
        var utf8 = Encoding.UTF8.GetBytes(text.ToString());
        bytes.Number(utf8.Length);
        bytes.Add(utf8);
        bytes.Add(references.Written);
        bytes.Number(own.End.Value - own.Start.Value + others.Count);
        for (var g = own.Start.Value; g < own.End.Value; g++)
        {
            bytes.Number((_lists[g].Briefs * 2) + (_plan.IsLong(g) ? 1 : 0));
            if (_plan.IsLong(g))
            {
                bytes.Number(_longNumbers[g]);
            }
        }

        foreach (var other in others)
        {
            bytes.Number(0);
            bytes.Number(_plan.ShardOf[other]);
            bytes.Number(other - _plan.Firsts[_plan.ShardOf[other]]);
        }

        foreach (var group in Short(own))
        {
            bytes.Add(_lists[group].Gaps);
        }

        foreach (var group in Short(own))
        {
            bytes.Add(_lists[group].Weights);
        }

        foreach (var group in Short(own))
        {
            bytes.Add(_lists[group].Passages);
        }

        return bytes.WrittenMemory;
    }

    private ReadOnlyMemory<byte> Positions(int shard, PositionWriter positions)
    {
        var (bytes, own) = (new ByteList(6000), new ByteList());
        foreach (var group in Short(Own(shard)))
        {
            own.Clear();
            positions.Write(_groups[group], own);
            bytes.Text(own.Written);
        }

        return bytes.WrittenMemory;
    }

    private static void WriteLongPositions(StemGroup group, int number, PositionWriter positions, IndexFolder folder) => positions.Split(group, (segment, joined) =>
    {
        var path = $"l/{number}-{segment}.bin";
        folder.Add(path, new PrintHash().With((long)group.Forms.Length).With(joined.Span).Value(), take => take(folder.Pack(path, PositionWriter.Write(joined, group.Forms.Length).Span)));
    });

    private Range Own(int shard) => _plan.Firsts[shard]..(shard + 1 < _plan.Firsts.Count ? _plan.Firsts[shard + 1] : _groups.Length);

    private IEnumerable<int> Short(Range groups)
    {
        for (var g = groups.Start.Value; g < groups.End.Value; g++)
        {
            if (!_plan.IsLong(g))
            {
                yield return g;
            }
        }
    }

    private static int ZigZag(int value) => (value << 1) ^ (value >> 31);
}

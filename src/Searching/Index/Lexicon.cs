using System.Runtime.InteropServices;
using System.Text;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>Every word of the archive, by its stem, and where the batches hold it. Batches are read on many threads, in any order.</summary>
internal sealed class Lexicon(int batches)
{
    private sealed record Stem(string Text)
    {
        public List<string> Forms { get; } = [];

        public int NumberOf(string form)
        {
            if (!Forms.Contains(form))
            {
                Forms.Add(form);
            }

            return Forms.IndexOf(form);
        }
    }

    /// <summary>A stem with those of its forms that some batches have; there are few families, since batches are much alike.</summary>
    private readonly record struct Family(int Stem, int[] Forms);

    private readonly Lock _lock = new();
    private readonly WrittenForms _familyNumbers = new();
    private readonly List<Family> _families = [];
    private readonly Dictionary<string, int> _stemNumbers = new(StringComparer.Ordinal);
    private readonly List<Stem> _stems = [];
    private readonly List<(int Family, int At)>[] _runs = new List<(int, int)>[batches];
    private int[][] _places = [];

    /// <param name="number">Of the batch, from 0.</param>
    /// <param name="met">The families that this thread has met, with their numbers; most are in many batches.</param>
    public void Add(int number, Batch batch, WrittenForms met)
    {
        var runs = new List<(int, int)>(8192);
        for (var stems = batch.Stems; stems.MoveNext();)
        {
            if (!met.TryFind(stems.Family, out var family))
            {
                family = NumberOf(stems.Family);
                met.Add(stems.Family, family);
            }

            runs.Add((family, stems.Run));
        }

        _runs[number] = runs;
    }

    /// <summary>All stems once every batch is there, in the order of their first forms.</summary>
    public StemGroup[] Groups()
    {
        var order = new int[_stems.Count];
        var places = new int[_stems.Count][];
        Parallel.For(0, order.Length, stem =>
        {
            order[stem] = stem;
            int[] byForm = [.. Enumerable.Range(0, _stems[stem].Forms.Count)];
            var forms = CollectionsMarshal.AsSpan(_stems[stem].Forms);
            forms.Sort(byForm.AsSpan(), StringComparer.Ordinal);
            places[stem] = new int[byForm.Length];
            for (var place = 0; place < byForm.Length; place++)
            {
                places[stem][byForm[place]] = place;
            }
        });
        Array.Sort(order, (a, b) => string.CompareOrdinal(_stems[a].Forms[0], _stems[b].Forms[0]) is var byForm and not 0 ? byForm : string.CompareOrdinal(_stems[a].Text, _stems[b].Text));
        int[] stemOf = [.. _families.Select(family => family.Stem)];
        var counts = new int[_stems.Count];
        foreach (var runs in _runs)
        {
            foreach (var (family, _) in runs)
            {
                counts[stemOf[family]]++;
            }
        }

        var all = new StemRun[counts.Sum()];
        var next = new int[_stems.Count];
        var groups = new StemGroup[order.Length];
        for (var (g, start) = (0, 0); g < groups.Length; g++)
        {
            next[order[g]] = start;
            groups[g] = new StemGroup([.. _stems[order[g]].Forms], all.AsMemory(start, counts[order[g]]));
            start += counts[order[g]];
        }

        for (var batch = 0; batch < _runs.Length; batch++)
        {
            foreach (var (family, at) in _runs[batch])
            {
                all[next[stemOf[family]]++] = new StemRun(batch, at, family);
            }
        }

        _places = [.. _families.Select(family => family.Forms.Select(form => places[family.Stem][form]).ToArray())];
        return groups;
    }

    /// <summary>By the numbers of a family's forms: where each stands among the forms of its stem. Known once there are groups.</summary>
    public ReadOnlySpan<int> Places(int family) => _places[family];

    private int NumberOf(ReadOnlySpan<byte> family)
    {
        lock (_lock)
        {
            if (!_familyNumbers.TryFind(family, out var number))
            {
                number = _families.Count;
                _familyNumbers.Add(family, number);
                _families.Add(Read(family));
            }

            return number;
        }
    }

    private Family Read(ReadOnlySpan<byte> family)
    {
        var at = 0;
        var text = Encoding.UTF8.GetString(ByteList.ReadText(family, ref at));
        if (_stemNumbers.TryAdd(text, _stems.Count))
        {
            _stems.Add(new Stem(text));
        }

        var stem = _stemNumbers[text];
        var forms = new List<int>();
        while (at < family.Length)
        {
            forms.Add(_stems[stem].NumberOf(Encoding.UTF8.GetString(ByteList.ReadText(family, ref at))));
        }

        return new Family(stem, [.. forms]);
    }
}

using System.Text;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>Every word of the archive, by its stem, and where the batches hold it. Batches may be added from many threads, in any order.</summary>
internal sealed class Lexicon(int batches)
{
    private sealed record Entry(byte[] Stem)
    {
        public List<byte[]> Forms { get; } = [];

        public int Runs { get; set; }

        public int NumberOf(ReadOnlySpan<byte> form)
        {
            for (var number = 0; number < Forms.Count; number++)
            {
                if (form.SequenceEqual(Forms[number]))
                {
                    return number;
                }
            }

            Forms.Add(form.ToArray());
            return Forms.Count - 1;
        }
    }

    /// <param name="At">Where it begins in its batch.</param>
    /// <param name="Forms">Where the numbers of its forms begin among those of all of the batch.</param>
    private readonly record struct Found(int Stem, int At, int Forms, int FormCount);

    private readonly Lock _lock = new();
    private readonly WrittenForms _numbers = new();
    private readonly List<Entry> _entries = [];
    private readonly (List<Found> Runs, List<int> Forms)[] _found = new (List<Found>, List<int>)[batches];

    /// <param name="number">Of the batch, from 0.</param>
    public void Add(int number, Batch batch)
    {
        var (runs, forms) = (new List<Found>(4096), new List<int>(8192));
        lock (_lock)
        {
            for (var stems = batch.Stems; stems.MoveNext();)
            {
                var stem = Number(stems.Stem);
                var start = forms.Count;
                for (var form = 0; form < stems.Forms; form++)
                {
                    forms.Add(_entries[stem].NumberOf(stems.NextForm()));
                }

                _entries[stem].Runs++;
                runs.Add(new Found(stem, stems.SkipRun(), start, stems.Forms));
            }
        }

        _found[number] = (runs, forms);
    }

    /// <summary>All stems once every batch is there, in the order of their first forms.</summary>
    public StemGroup[] Groups()
    {
        var stems = new (int Stem, string Text, string[] Forms, int[] Places)[_entries.Count];
        Parallel.For(0, stems.Length, stem =>
        {
            string[] forms = [.. _entries[stem].Forms.Select(Encoding.UTF8.GetString)];
            int[] order = [.. Enumerable.Range(0, forms.Length)];
            Array.Sort(forms, order, StringComparer.Ordinal);
            var places = new int[order.Length];
            for (var place = 0; place < order.Length; place++)
            {
                places[order[place]] = place;
            }

            stems[stem] = (stem, Encoding.UTF8.GetString(_entries[stem].Stem), forms, places);
        });
        Array.Sort(stems, (a, b) => string.CompareOrdinal(a.Forms[0], b.Forms[0]) is var order and not 0 ? order : string.CompareOrdinal(a.Text, b.Text));
        var groups = new StemGroup[stems.Length];
        var groupOf = new int[stems.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = new StemGroup(stems[g].Forms, stems[g].Places, new StemRun[_entries[stems[g].Stem].Runs]);
            groupOf[stems[g].Stem] = g;
        }

        var next = new int[groups.Length];
        for (var batch = 0; batch < _found.Length; batch++)
        {
            var (runs, forms) = (_found[batch].Runs, _found[batch].Forms.ToArray());
            foreach (var run in runs)
            {
                var g = groupOf[run.Stem];
                groups[g].Runs[next[g]++] = new StemRun(batch, run.At, forms.AsMemory(run.Forms, run.FormCount));
            }
        }

        return groups;
    }

    private int Number(ReadOnlySpan<byte> stem)
    {
        if (!_numbers.TryFind(stem, out var number))
        {
            number = _entries.Count;
            _numbers.Add(stem, number);
            _entries.Add(new Entry(stem.ToArray()));
        }

        return number;
    }
}

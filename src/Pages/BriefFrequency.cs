using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;

namespace PolicyArchive.Pages;

/// <summary>In how many briefs each word occurs. Counted in parallel: each worker has a range of the words' hashes.</summary>
internal sealed class BriefFrequency
{
    private const int RangeBits = 3;

    private readonly Dictionary<uint, int>[] _counts = new Dictionary<uint, int>[1 << RangeBits];

    public BriefFrequency(ImmutableArray<Entry> entries)
    {
        Parallel.For(0, _counts.Length, range =>
        {
            var counts = new Dictionary<uint, int>();
            foreach (var entry in entries)
            {
                // Terms are sorted by hash.
                var terms = entry.Brief.Body.Terms.AsSpan();
                for (var i = StartOf(range, terms); i < terms.Length && RangeOf(terms[i].Hash) == range; i++)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, terms[i].Hash, out _)++;
                }
            }

            _counts[range] = counts;
        });
    }

    public int this[uint hash] => _counts[RangeOf(hash)][hash];

    private static int RangeOf(uint hash) => (int)(hash >> (32 - RangeBits));

    private static int StartOf(int range, ReadOnlySpan<TermCount> terms)
    {
        var (low, high) = (0, terms.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = RangeOf(terms[middle].Hash) < range ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

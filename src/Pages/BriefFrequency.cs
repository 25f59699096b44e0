using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>In how many briefs each word occurs. Counted in parallel: each worker has a range of the words' hashes.</summary>
internal sealed class BriefFrequency
{
    private const int RangeBits = 2;

    private readonly Dictionary<uint, int>[] _counts = new Dictionary<uint, int>[1 << RangeBits];

    public BriefFrequency(ImmutableArray<Entry> entries)
    {
        Parallel.For(0, _counts.Length, range =>
        {
            var counts = new Dictionary<uint, int>();
            foreach (var entry in entries)
            {
                foreach (var term in entry.Brief.Body.Terms)
                {
                    if (RangeOf(term.Hash) == range)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(counts, term.Hash, out _)++;
                    }
                }
            }

            _counts[range] = counts;
        });
    }

    public int this[uint hash] => _counts[RangeOf(hash)][hash];

    private static int RangeOf(uint hash) => (int)(hash >> (32 - RangeBits));
}

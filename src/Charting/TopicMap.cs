using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Charting;

/// <summary>
/// Topics that occur together: a column of names, and beside it an arc for each pair, from the middle of one row to that of
/// the other. The drawing is <see cref="Width"/> units wide and <see cref="Row"/> units high for each topic, so templates
/// stretch it to the height of their rows.
/// </summary>
public sealed record TopicMap
{
    public const int Width = 100;

    public const int Row = 20;

    // What a reader can still follow.
    private const int MostTopics = 16;
    private const int MostPairs = 32;
    private const int FewestPairs = 3;

    /// <summary>In an order that keeps the arcs short.</summary>
    public required ImmutableArray<Shelf> Topics { get; init; }

    /// <summary>The strongest first.</summary>
    public required ImmutableArray<TopicPair> Pairs { get; init; }

    public int Height => Topics.Length * Row;

    /// <param name="shelves">The topics of the archive.</param>
    /// <returns>The strongest pairs; null where there are fewer than three, or none is of two briefs.</returns>
    public static TopicMap? Of(ImmutableArray<Entry> entries, ImmutableArray<Shelf> shelves)
    {
        var shelfOf = shelves.ToDictionary(s => s.Term.Slug);
        var chosen = new List<(Shelf A, Shelf B, int Count)>();
        var topics = new SortedDictionary<Slug, Shelf>();
        foreach (var ((a, b), count) in Together(entries).OrderByDescending(p => p.Value).ThenBy(p => p.Key.A).ThenBy(p => p.Key.B))
        {
            var (first, second) = (shelfOf[a], shelfOf[b]);
            var added = (topics.ContainsKey(a) ? 0 : 1) + (topics.ContainsKey(b) ? 0 : 1);
            // A topic within another goes with it by itself.
            if (chosen.Count < MostPairs && topics.Count + added <= MostTopics && first.Parent?.Slug != b && second.Parent?.Slug != a)
            {
                (topics[a], topics[b]) = (first, second);
                chosen.Add((first, second, count));
            }
        }

        // Where no two topics meet twice, chance has drawn them.
        if (chosen.Count < FewestPairs || chosen[0].Count < 2)
        {
            return null;
        }

        Shelf[] rows = [.. topics.Values];
        var index = rows.Select((shelf, i) => (shelf, i)).ToDictionary(r => r.shelf.Term.Slug, r => r.i);
        var order = Seriation.Of(rows.Length, [.. chosen.Select(p => (index[p.A.Term.Slug], index[p.B.Term.Slug], p.Count))]);
        var place = new int[rows.Length];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        var most = chosen[0].Count;
        return new TopicMap
        {
            Topics = [.. order.Select(i => rows[i])],
            Pairs = [.. chosen.Select(p => Pair(p.A, p.B, p.Count, place[index[p.A.Term.Slug]], place[index[p.B.Term.Slug]], rows.Length, most))],
        };
    }

    private static Dictionary<(Slug A, Slug B), int> Together(ImmutableArray<Entry> entries)
    {
        var together = new Dictionary<(Slug, Slug), int>();
        foreach (var entry in entries)
        {
            for (var i = 0; i < entry.Topics.Length; i++)
            {
                for (var j = 0; j < entry.Topics.Length; j++)
                {
                    if (entry.Topics[i].Slug.CompareTo(entry.Topics[j].Slug) < 0)
                    {
                        var pair = (entry.Topics[i].Slug, entry.Topics[j].Slug);
                        together[pair] = together.GetValueOrDefault(pair) + 1;
                    }
                }
            }
        }

        return together;
    }

    // The farther apart two rows are, the farther out goes their arc: a cubic curve reaches three quarters of its controls.
    private static TopicPair Pair(Shelf a, Shelf b, int count, int rowOfA, int rowOfB, int rows, int most)
    {
        var (upper, lower) = (Math.Min(rowOfA, rowOfB), Math.Max(rowOfA, rowOfB));
        var reach = 25 + 105 * (lower - upper) / (rows - 1);
        var (from, to) = (upper * Row + Row / 2, lower * Row + Row / 2);
        var tenths = 10 + 40 * (count - 1) / (most - 1);
        return new TopicPair(
            rowOfA == upper ? a : b,
            rowOfA == upper ? b : a,
            count,
            string.Create(CultureInfo.InvariantCulture, $"M0 {from}C{reach} {from} {reach} {to} 0 {to}"),
            string.Create(CultureInfo.InvariantCulture, $"{tenths / 10}.{tenths % 10}"));
    }
}

/// <param name="First">The topic of the upper row.</param>
/// <param name="Count">How many briefs have both.</param>
/// <param name="Arc">An SVG path.</param>
/// <param name="Thickness">Of its stroke, from 1 to 5 pixels by the number of briefs.</param>
public sealed record TopicPair(Shelf First, Shelf Second, int Count, string Arc, string Thickness);

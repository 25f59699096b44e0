namespace PolicyArchive.Charting;

/// <summary>Puts things that belong together near each other in one row.</summary>
internal static class Seriation
{
    private const int MostSweeps = 20;

    /// <param name="count">How many things there are, numbered from 0.</param>
    /// <param name="pairs">Two of them, and how strongly they belong together.</param>
    /// <returns>
    /// The numbers in an order in which no single one can be moved elsewhere to bring the sum of distance times strength
    /// down; within a fixed number of sweeps, each of which costs count² times the pairs.
    /// </returns>
    public static int[] Of(int count, (int A, int B, int Strength)[] pairs)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        var cost = Cost(order, pairs);
        var isBetter = true;
        for (var sweep = 0; sweep < MostSweeps && isBetter; sweep++)
        {
            isBetter = false;
            for (var from = 0; from < count; from++)
            {
                for (var to = 0; to < count; to++)
                {
                    var moved = Moved(order, from, to);
                    if (Cost(moved, pairs) is var less && less < cost)
                    {
                        (order, cost, isBetter) = (moved, less, true);
                    }
                }
            }
        }

        return order;
    }

    internal static int Cost(int[] order, (int A, int B, int Strength)[] pairs)
    {
        Span<int> place = stackalloc int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            place[order[i]] = i;
        }

        var cost = 0;
        foreach (var (a, b, strength) in pairs)
        {
            cost += Math.Abs(place[a] - place[b]) * strength;
        }

        return cost;
    }

    private static int[] Moved(int[] order, int from, int to)
    {
        var moved = order.ToList();
        moved.RemoveAt(from);
        moved.Insert(to, order[from]);
        return [.. moved];
    }
}

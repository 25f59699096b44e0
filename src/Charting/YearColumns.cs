using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;

namespace PolicyArchive.Charting;

/// <summary>
/// Briefs per year as columns. The drawing is <see cref="Width"/> by <see cref="Height"/> units, the earliest year at its
/// left; templates stretch it as they like.
/// </summary>
public sealed record YearColumns
{
    /// <summary>The room of one column in units, the space beside it included.</summary>
    public const int Pitch = 10;

    /// <summary>The height of the tallest column in units.</summary>
    public const int Height = 100;

    private const int Column = 8;
    private const int MostColumns = 40;
    private const int FewestBriefs = 4;

    // However few they are beside the most, some are seen.
    private const int Lowest = 3;

    /// <summary>The earliest first, years without briefs included.</summary>
    public required ImmutableArray<YearSpan> Spans { get; init; }

    /// <summary>Pieces without a date, which stand in no column.</summary>
    public required int Undated { get; init; }

    public int Width => Spans.Length * Pitch;

    public int Most => Spans.Max(s => s.Count);

    /// <summary>All columns as one SVG path, standing on <see cref="Height"/>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var i = 0; i < Spans.Length; i++)
            {
                if (Spans[i].Count > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{i * Pitch + (Pitch - Column) / 2} {Height}v-{Rise(Spans[i].Count)}h{Column}V{Height}z");
                }
            }

            return path.ToString();
        }
    }

    /// <summary>Null where there is too little to see: fewer than four dated briefs, or all of one year.</summary>
    public static YearColumns? Of(ImmutableArray<Entry> entries)
    {
        var counts = new SortedDictionary<int, int>();
        var dated = 0;
        foreach (var entry in entries)
        {
            if (entry.Day is { Year: var year })
            {
                counts[year] = counts.GetValueOrDefault(year) + 1;
                dated++;
            }
        }

        return dated >= FewestBriefs && counts.Count > 1 ? new YearColumns { Spans = Spanned(counts), Undated = entries.Length - dated } : null;
    }

    // Of long archives a column is five years, ten, and so on: forty columns can be told apart on a phone.
    private static ImmutableArray<YearSpan> Spanned(SortedDictionary<int, int> counts)
    {
        var (first, last) = (counts.Keys.First(), counts.Keys.Last());
        var years = 1;
        while (last / years - first / years >= MostColumns)
        {
            years = years == 1 ? 5 : years * 2;
        }

        var spans = new int[last / years - first / years + 1];
        foreach (var (year, count) in counts)
        {
            spans[year / years - first / years] += count;
        }

        return [.. spans.Select((count, i) => new YearSpan((first / years + i) * years, (first / years + i + 1) * years - 1, count))];
    }

    private int Rise(int count) => Math.Max(Lowest, (count * Height + Most / 2) / Most);
}

/// <param name="From">The first year.</param>
/// <param name="To">The last year, which may be the same.</param>
public sealed record YearSpan(int From, int To, int Count);

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;

namespace PolicyArchive.Charting;

/// <summary>
/// The pieces of a series on a line of time. The drawing is <see cref="Width"/> by <see cref="Height"/> units, from the
/// first day of the first year at its left to the last day of the last.
/// </summary>
public sealed record Timeline
{
    public const int Width = 1000;

    public const int Height = 40;

    // More marks than these cannot be told apart, and more rows are no table to read.
    private const int Most = 60;

    /// <summary>The dated pieces, the earliest first.</summary>
    public required ImmutableArray<Entry> Pieces { get; init; }

    public int From => Pieces[0].Day!.Value.Year;

    public int To => Pieces[^1].Day!.Value.Year;

    /// <summary>A stroke for each piece, from the top to the bottom.</summary>
    public string Marks => Strokes(Pieces.Select(p => At(p.Day!.Value)), Height);

    /// <summary>A stroke for the beginning of each year, and for the end of the last.</summary>
    public string Years => Strokes(Enumerable.Range(From, To - From + 1).Select(year => At(new DateOnly(year, 1, 1))).Append(Width), Height / 4);

    /// <summary>Null where there is too little to see, or too much: fewer than three dated pieces, or more than sixty.</summary>
    public static Timeline? Of(ImmutableArray<Entry> entries)
    {
        Entry[] dated = [.. entries.Where(e => e.Day is not null)];
        Array.Reverse(dated);
        return dated.Length is >= 3 and <= Most ? new Timeline { Pieces = [.. dated] } : null;
    }

    /// <summary>How far a day is along the line, in units.</summary>
    public int At(DateOnly day)
    {
        var start = new DateOnly(From, 1, 1).DayNumber;
        var end = new DateOnly(To, 12, 31).DayNumber;
        return (int)((long)(day.DayNumber - start) * Width / (end - start));
    }

    private static string Strokes(IEnumerable<int> places, int length)
    {
        var path = new StringBuilder();
        foreach (var x in places)
        {
            path.Append(CultureInfo.InvariantCulture, $"M{x} {Height}v-{length}");
        }

        return path.ToString();
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Preview;

/// <summary>The line of a file at which a finding stands, cut where its column is.</summary>
/// <param name="Mark">The character at the column; empty at the end of the line.</param>
internal sealed record SourceLine(string Before, string Mark, string After)
{
    private const long MaxBytes = 5 * 1024 * 1024;
    private const int MostBefore = 60;
    private const int MostAfter = 100;

    /// <summary>Null when the file is gone, cannot be read, or has no such line.</summary>
    public static SourceLine? At(Place place)
    {
        if (place.Line < 1 || place.Column < 1 || new FileInfo(place.File) is not { Exists: true, LinkTarget: null, Length: > 0 and <= MaxBytes })
        {
            return null;
        }

        try
        {
            return File.ReadAllText(place.File).ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(place.Line - 1) is { } line ? Cut(line, place.Column) : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The finding says where it is all the same.
            return null;
        }
    }

    // Columns count code points.
    private static SourceLine Cut(string line, int column)
    {
        var runes = line.EnumerateRunes().ToArray();
        var at = Math.Min(column - 1, runes.Length);
        var from = Math.Max(0, at - MostBefore);
        var to = Math.Min(runes.Length, at + MostAfter);
        return new SourceLine(
            (from > 0 ? "…" : "") + string.Concat(runes[from..at]),
            at < runes.Length ? runes[at].ToString() : "",
            at < runes.Length ? string.Concat(runes[(at + 1)..to]) + (to < runes.Length ? "…" : "") : "");
    }
}

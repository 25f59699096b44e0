namespace PolicyArchive.Findings;

/// <summary>
/// Where in a file a finding stands. Lines and columns count from 1, columns in Unicode code points, in the file as
/// it stands on disk: a byte-order mark is not a column, and CR LF ends one line. Line 0 means the file as a whole.
/// </summary>
public readonly record struct Place(string File, int Line = 0, int Column = 0) : IComparable<Place>
{
    /// <param name="offset">In <paramref name="text"/>, which is the whole file.</param>
    public static Place At(string file, string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        var column = 1;
        foreach (var _ in before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes())
        {
            column++;
        }

        return new Place(file, before.Count('\n') + 1, column);
    }

    public int CompareTo(Place other) =>
        string.CompareOrdinal(File, other.File) is var byFile and not 0 ? byFile
        : Line != other.Line ? Line.CompareTo(other.Line)
        : Column.CompareTo(other.Column);

    public override string ToString() => Line == 0 ? File : $"{File}({Line},{Column})";

    public static bool operator <(Place left, Place right) => left.CompareTo(right) < 0;
    public static bool operator >(Place left, Place right) => left.CompareTo(right) > 0;
    public static bool operator <=(Place left, Place right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Place left, Place right) => left.CompareTo(right) >= 0;
}

using System.Text.RegularExpressions;

namespace PolicyArchive.Citing.Styles;

/// <summary>The number of a piece, as processors of the Citation Style Language set it: ranges with a dash, and without a label of its own.</summary>
internal sealed partial record PieceNumber(string Text, bool IsNumeric, bool IsPlural)
{
    /// <summary>What stands before it: <c>no. </c>, <c>nos. </c>, or nothing where it is none.</summary>
    public string Label => (IsNumeric, IsPlural) switch { (false, _) => "", (_, true) => "nos. ", _ => "no. " };

    public static PieceNumber Of(string text)
    {
        var bare = text.StartsWith("no. ", StringComparison.Ordinal) ? text[4..] : text;
        if (!Numeric.IsMatch(bare))
        {
            return new PieceNumber(RomanRange.Replace(bare, "–"), false, false);
        }

        var isPlural = bare.AsSpan().IndexOfAny("-–,&") >= 0;
        return new PieceNumber(Range.Replace(bare, "–"), true, isPlural);
    }

    // Begins with a number, perhaps a Roman one, and goes on with other parts after marks.
    [GeneratedRegex(@"^(?:[A-Za-z]{0,3}[0-9]+[A-Za-z]*|[ivxlcdm]+)(?:(?:/| ?[-–&] ?|, )[A-Za-z0-9]+)*$")]
    private static partial Regex Numeric { get; }

    // The last hyphen, between two numbers.
    [GeneratedRegex(@"(?<=(?:^|[-/ ])(?:[A-Za-z]{0,3}[0-9]+[A-Za-z]*|[IVXLCDMivxlcdm]+)) ?- ?(?=(?:[A-Za-z]{0,3}[0-9]+[A-Za-z]*|[IVXLCDMivxlcdm]+)$)(?!.*[A-Z][0-9]+$)")]
    private static partial Regex Range { get; }

    [GeneratedRegex("(?<=^[IVXLCDM]+) ?- ?(?=(?:[0-9]+[A-Za-z]*|[IVXLCDM]+)$)")]
    private static partial Regex RomanRange { get; }
}

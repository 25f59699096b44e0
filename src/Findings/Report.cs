using System.Collections.Immutable;

namespace PolicyArchive.Findings;

/// <summary>All findings of one run, sorted by place, each once.</summary>
public sealed class Report
{
    private const int MostCharacters = 500;

    private Report(ImmutableArray<Finding> findings)
    {
        Shown = findings;
        Errors = findings.Count(f => f.Severity == Severity.Error);
    }

    /// <summary>Every one, in the order in which they are printed.</summary>
    public ImmutableArray<Finding> Shown { get; }

    public int Errors { get; }

    public int Warnings => Shown.Length - Errors;

    /// <summary>Whether the site may be published.</summary>
    public bool IsClean => Errors == 0;

    /// <param name="strict">Makes each warning an error.</param>
    public static Report Of(IEnumerable<Finding> findings, bool strict = false) =>
        new([.. findings
            .Select(f => f with { Severity = strict ? Severity.Error : f.Severity, Message = Clipped(f.Message), Hint = Clipped(f.Hint) })
            .Distinct()
            .OrderBy(f => f.Place)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)]);

    // A message quotes what a writer wrote, which may be a whole file.
    private static string Clipped(string text)
    {
        if (text.Length <= MostCharacters)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters;
        return text[..end] + "…";
    }
}

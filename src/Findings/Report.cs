using System.Collections.Immutable;

namespace PolicyArchive.Findings;

/// <summary>All findings of one run, sorted by place, each once.</summary>
public sealed class Report
{
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
            .Select(f => strict ? f with { Severity = Severity.Error } : f)
            .Distinct()
            .OrderBy(f => f.Place)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)]);
}

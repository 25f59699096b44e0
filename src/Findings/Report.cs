using System.Collections.Immutable;

namespace PolicyArchive.Findings;

/// <summary>All findings of one run, sorted by place, each once, at most <see cref="ShownPerCode"/> of a code shown.</summary>
public sealed class Report
{
    public const int ShownPerCode = 100;

    private Report(ImmutableArray<Finding> all, bool strict)
    {
        Errors = all.Count(f => f.Severity == Severity.Error);
        Warnings = all.Length - Errors;
        IsClean = Errors == 0 && !(strict && Warnings > 0);
        var shown = ImmutableArray.CreateBuilder<Finding>();
        var hidden = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in all)
        {
            counts[finding.Code] = counts.GetValueOrDefault(finding.Code) + 1;
            if (counts[finding.Code] <= ShownPerCode)
            {
                shown.Add(finding);
            }
            else
            {
                hidden[finding.Code] = hidden.GetValueOrDefault(finding.Code) + 1;
            }
        }

        Shown = shown.ToImmutable();
        Hidden = [.. hidden.Select(pair => (pair.Key, pair.Value))];
    }

    public ImmutableArray<Finding> Shown { get; }

    /// <summary>How many further findings of a code there are besides the shown ones, by code.</summary>
    public ImmutableArray<(string Code, int Count)> Hidden { get; }

    public int Errors { get; }

    public int Warnings { get; }

    /// <summary>Whether the site may be published: no error, and under <c>--strict</c> no warning.</summary>
    public bool IsClean { get; }

    public static Report Of(IEnumerable<Finding> findings, bool strict = false) =>
        new([.. findings.Distinct()
            .OrderBy(f => f.Place)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)], strict);
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Arranging;

namespace PolicyArchive.Importing.Drafting;

/// <summary>The account beside a draft: where each block of its source is, and what an editor should look at. Never published.</summary>
internal static partial class ImportReport
{
    private const int Excerpt = 90;

    [GeneratedRegex(@"^\* The draft as it was written: `(?<sha>[0-9a-f]{64})`", RegexOptions.Multiline)]
    private static partial Regex Written { get; }

    [GeneratedRegex(@"^\* Source: `(?<name>[^\n]*)`$", RegexOptions.Multiline)]
    private static partial Regex Source { get; }

    /// <param name="draftPath">Below the input folder.</param>
    public static string PathOf(string draftPath, string slug) => $"{draftPath[..(draftPath.LastIndexOf('/') + 1)]}_import-report-{slug}.md";

    /// <summary>The hash of the draft that a report was written for, or null.</summary>
    public static string? WrittenHash(string report) => Written.Match(report) is { Success: true } match ? match.Groups["sha"].Value : null;

    public static string? SourceOf(string report) => Source.Match(report) is { Success: true } match ? match.Groups["name"].Value : null;

    public static string Write(Arrangement piece, string draftPath, string draftHash, DateOnly imported, IReadOnlyList<string> left)
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # What became of {Code(piece.Piece.Name)}

            This file is for editors and is not published. It may be deleted; then the draft counts as edited.

            * Source: `{piece.Piece.Name.Replace('`', '\'')}`
            * Its SHA-256: `{piece.Piece.Sha256}`
            * Imported: {imported.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}
            * Draft: `{draftPath}`
            * The draft as it was written: `{draftHash}`

            """);
        Section(report, "To look at", piece.Findings.OrderBy(f => f.Place).Select(f => $"{(f.Place.Line > 0 ? $"Line {f.Place.Line}: " : "")}{Plain(f.Message)}. {Capital(Plain(f.Hint))}."));
        if (piece.Piece.Markdown is not null)
        {
            report.Append("\nThe body is Markdown and stands as it stood, but for what is said below.\n");
        }

        Section(report, "Keys", piece.Remarks.Concat(left).Concat(Keys(piece)).Select(Plain));
        Section(report, "What was put in place of signs that are not run", piece.Piece.Changes.Select(c => $"{LineOf(c.Line)}{Code(c.Old)}: {(c.New.Length == 0 ? "nothing" : Code(c.New.ReplaceLineEndings(" ")))}"));
        Section(report, "Every block of the source", piece.Fates.Select(f => $"{LineOf(f.Block.Line)}{(f.IsDropped ? "**dropped**, " : "to ")}{Plain(f.Where)}: {Plain(Short(f.Block.Text))}"));
        Section(report, "Dropped, in full", piece.Fates.Where(f => f.IsDropped).Select(f => $"{LineOf(f.Block.Line)}{Plain(f.Where)}: {Plain(f.Block.Text)}")
            .Concat(piece.Piece.Dropped.Select(d => $"{LineOf(d.Line)}{Plain(d.Why)}: {Plain(d.Text)}")));
        return report.ToString();
    }

    public static string WriteSkipped(string source, IReadOnlyList<Dropped> skipped)
    {
        var report = new StringBuilder();
        report.Append(CultureInfo.InvariantCulture, $"""
            # What else is in {Code(source)}

            This file is for editors and is not published. Each piece has a report of its own.

            """);
        Section(report, "Left out", skipped.Select(s => $"{LineOf(s.Line)}{Plain(s.Text)}: {Plain(s.Why)}"));
        return report.ToString();
    }

    private static IEnumerable<string> Keys(Arrangement piece)
    {
        if (piece.ProposedTopics.Length > 0)
        {
            yield return $"`topics`: none are said. Proposed in a comment: {string.Join(", ", piece.ProposedTopics)}.";
        }

        if (piece.ProposedRegions.Length > 0)
        {
            yield return $"`regions`: none are said. Proposed in a comment: {string.Join(", ", piece.ProposedRegions)}.";
        }

        if (piece.Authors.Length == 0)
        {
            yield return "`authors`: the source names none.";
        }
    }

    private static void Section(StringBuilder report, string title, IEnumerable<string> lines)
    {
        var isFirst = true;
        foreach (var line in lines)
        {
            report.Append(isFirst ? $"\n## {title}\n\n" : "").Append("* ").Append(line).Append('\n');
            isFirst = false;
        }
    }

    private static string LineOf(int line) => line > 0 ? string.Create(CultureInfo.InvariantCulture, $"Line {line}: ") : "";

    private static string Short(string text) => text.Length <= Excerpt ? text : text[..(char.IsHighSurrogate(text[Excerpt - 1]) ? Excerpt - 1 : Excerpt)] + "…";

    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace("<", "\\<", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Code(string text) => $"`{text.Replace('`', '\'')}`";
}

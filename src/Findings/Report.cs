using System.Buffers;
using System.Collections.Immutable;

namespace PolicyArchive.Findings;

/// <summary>All findings of one run, sorted by place, each once.</summary>
public sealed class Report
{
    private const int MostCharacters = 500;

    private static readonly SearchValues<char> Unseen = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')),
        '\u00AD', '\u061C', '\u180E', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u202D', '\u202E',
        '\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF',
    ]);

    private Report(ImmutableArray<Finding> findings)
    {
        Shown = findings;
        Errors = findings.Count(f => f.Severity == Severity.Error);
    }

    /// <summary>Every one, in the order in which they are printed.</summary>
    public ImmutableArray<Finding> Shown { get; }

    public int Errors { get; }

    public int Warnings => Shown.Count(f => f.Severity == Severity.Warning);

    /// <summary>Whether the site may be published.</summary>
    public bool IsClean => Errors == 0;

    /// <param name="strict">Makes each warning an error.</param>
    public static Report Of(IEnumerable<Finding> findings, bool strict = false) =>
        new([.. findings
            .Select(f => f with { Severity = strict && f.Severity == Severity.Warning ? Severity.Error : f.Severity, Message = Clipped(Visible(f.Message)), Hint = Clipped(Visible(f.Hint)) })
            .Distinct()
            .OrderBy(f => f.Place)
            .ThenBy(f => f.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Message, StringComparer.Ordinal)]);

    // A message quotes what a writer wrote. Signs that turn the direction of writing, or that nobody sees, are told by name;
    // so are those that could steer a terminal.
    private static string Visible(string text) => !text.AsSpan().ContainsAny(Unseen)
        ? text
        : string.Concat(text.Select(c => Unseen.Contains(c) ? $"<U+{(int)c:X4}>" : c.ToString()));

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

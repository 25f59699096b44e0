using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Styles;

/// <summary>
/// A part of a citation, upright and italic. Parts are joined as American typesetters do: a mark is not set twice, a stop gives
/// way to a question mark, and stops and commas stand inside closing quotation marks.
/// </summary>
internal sealed partial record Phrase(ImmutableArray<CitationRun> Runs)
{
    private static readonly SearchValues<char> HighMarks = SearchValues.Create(":;?!»«");

    public static Phrase Empty { get; } = new([]);

    public bool IsEmpty => Runs.IsEmpty;

    public static Phrase Plain(string? text) => string.IsNullOrEmpty(text) ? Empty : new([new CitationRun(Set(text))]);

    /// <summary>In italics, unless its script has none.</summary>
    public static Phrase Italic(string? text) => string.IsNullOrEmpty(text) ? Empty : new([new CitationRun(Set(text), Script.HasItalics(text))]);

    /// <summary>In italics whatever its script.</summary>
    public static Phrase Slanted(string text) => new([new CitationRun(Set(text), IsItalic: true)]);

    public static Phrase Quoted(string text) => new([new CitationRun(QuoteMarks.Open + Set(text, isQuoted: true) + QuoteMarks.Close)]);

    /// <summary>Those that are not empty, one after the other.</summary>
    public static Phrase Join(string delimiter, params ReadOnlySpan<Phrase> parts)
    {
        var runs = ImmutableArray.CreateBuilder<CitationRun>();
        foreach (var part in parts)
        {
            if (part.IsEmpty)
            {
                continue;
            }

            if (runs.Count > 0)
            {
                Follow(runs, delimiter);
            }

            foreach (var run in part.Runs)
            {
                Append(runs, run);
            }
        }

        return new Phrase(runs.ToImmutable());
    }

    public Phrase Within(string before, string after) =>
        IsEmpty ? this : Join("", new Phrase([new CitationRun(before)]), this, new Phrase([new CitationRun(after)]));

    /// <summary>With a mark after it, such as the closing stop.</summary>
    public Phrase Ended(string mark)
    {
        if (IsEmpty)
        {
            return this;
        }

        var runs = Runs.ToBuilder();
        Follow(runs, mark);
        return new Phrase(runs.ToImmutable());
    }

    /// <summary>What readers see.</summary>
    public ImmutableArray<CitationRun> Printed => [.. Runs.Select(run => run with { Text = QuoteMarks.Printed(run.Text) })];

    // High marks that a writer set off, as French does, stay with their word.
    private static string Set(string text, bool isQuoted = false) =>
        QuoteMarks.Paired(text.AsSpan().IndexOfAny(HighMarks) < 0 ? text : SpacesBeforeMarks.Replace(text, "\u202F"), isQuoted);

    [GeneratedRegex(" (?=[:;?!»])|(?<=«) ")]
    private static partial Regex SpacesBeforeMarks { get; }

    // A mark that begins what follows merges with the one that ends what stands before.
    private static void Follow(ImmutableArray<CitationRun>.Builder runs, string delimiter)
    {
        var mark = delimiter.Length > 0 ? delimiter[0] : ' ';
        if (mark is '.' or ',' or ';' or ':')
        {
            var last = runs[^1];
            var end = last.Text.Length;
            while (mark is '.' or ',' && end > 0 && QuoteMarks.IsClosing(last.Text[end - 1]))
            {
                end--;
            }

            if (end > 0 && Merged(last.Text[end - 1], mark) is { } merged)
            {
                runs[^1] = last with { Text = last.Text[..(end - 1)] + merged + last.Text[end..] };
                delimiter = delimiter[1..];
            }
            else if (end < last.Text.Length)
            {
                runs[^1] = last with { Text = last.Text[..end] + mark + last.Text[end..] };
                delimiter = delimiter[1..];
            }
        }

        Append(runs, new CitationRun(delimiter));
    }

    /// <returns>What is set for two marks side by side; null where both are.</returns>
    private static string? Merged(char first, char second) => (first, second) switch
    {
        _ when first == second => first.ToString(),
        ('?' or '!' or ':' or ';', '.') => first.ToString(),
        ('?' or '!', ':') => first.ToString(),
        (';', ':') => ";",
        _ => null,
    };

    private static void Append(ImmutableArray<CitationRun>.Builder runs, CitationRun run)
    {
        if (run.Text.Length == 0)
        {
            return;
        }

        if (runs.Count > 0 && runs[^1].IsItalic == run.IsItalic)
        {
            runs[^1] = run with { Text = runs[^1].Text + run.Text };
        }
        else
        {
            runs.Add(run);
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Texts;

/// <summary>Plain text to blocks: what its lines and gaps say, and no more.</summary>
internal sealed partial class PlainTextReader
{
    // A line that is longer was not broken by a margin.
    private const int WidestMargin = 110;

    // Two or three lines that are shorter are lines of their own: a name, a date, an address.
    private const int NarrowestMargin = 55;

    private readonly WrappedLines _wrapped;
    private readonly TextNotes _notes;

    [GeneratedRegex(@"^(?<indent>\s*)(?:(?<bullet>[•‣▪●◦·*–—-])|(?<number>[0-9]{1,3})[.)])\s+(?<text>\S.*)$")]
    private static partial Regex Item { get; }

    [GeneratedRegex(@"^\s*(?:=+|-+)\s*$")]
    private static partial Regex Underline { get; }

    [GeneratedRegex(@"^\s*(?:[*_=~•–—-]\s*){3,}$")]
    private static partial Regex Ornament { get; }

    private PlainTextReader(WrappedLines wrapped, TextNotes notes) => (_wrapped, _notes) = (wrapped, notes);

    public static (ImmutableArray<Block> Blocks, ImmutableArray<ImmutableArray<Part>> Notes, ImmutableArray<Finding> Findings) Read(string text, Place file)
    {
        var paragraphs = Paragraphs(text);
        var notes = TextNotes.Of(paragraphs);
        var reader = new PlainTextReader(new WrappedLines(text), notes);
        ImmutableArray<Block> blocks = [.. paragraphs.Where(p => !notes.IsDefinition(p)).SelectMany(reader.Blocks)];
        var findings = reader._wrapped.Unsure.Distinct(StringComparer.Ordinal)
            .Select(word => Finding.Warning("IMPORT012", LineOf(text, file, word.Split('-')[^2] + "-"), $"\u201c{word}\u201d was divided at the end of a line, and its hyphen was left", "remove it if the word has none"))
            .Concat(notes.Findings(file));
        return (Headings.Guess(blocks), notes.Texts, [.. findings]);
    }

    /// <summary>Runs of lines between empty ones; in a text without empty lines, each long line.</summary>
    internal static ImmutableArray<TextParagraph> Paragraphs(string text)
    {
        var lines = text.Split('\n');
        var full = lines.Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        var isOneALine = full.Count > 1 && full.Count(l => l.Length > WidestMargin) * 3 >= full.Count;
        var result = ImmutableArray.CreateBuilder<TextParagraph>();
        var run = new List<string>();
        for (var i = 0; i <= lines.Length; i++)
        {
            var isGap = i == lines.Length || string.IsNullOrWhiteSpace(lines[i]);
            if (!isGap)
            {
                run.Add(lines[i].TrimEnd());
            }

            if (run.Count > 0 && (isGap || (isOneALine && !(i + 1 < lines.Length && IsListed(lines[i]) && IsListed(lines[i + 1])))))
            {
                result.Add(new TextParagraph(i + (isGap ? 1 : 2) - run.Count, [.. run]));
                run.Clear();
            }
        }

        return result.ToImmutable();
    }

    private IEnumerable<Block> Blocks(TextParagraph paragraph)
    {
        var lines = paragraph.Lines;
        if (lines.Length == 1 && Ornament.IsMatch(lines[0]))
        {
            return [new Block(new Part.Rule(), paragraph.Line)];
        }

        if (lines.Length >= 2 && Underline.IsMatch(lines[1]) && lines[0].Trim().Length <= 120 && Math.Abs(lines[1].Trim().Length - lines[0].Trim().Length) <= 4)
        {
            var heading = new Block(new Part.Heading(lines[1].Contains('=', StringComparison.Ordinal) ? 1 : 2, Inlines(lines[0])), paragraph.Line);
            return lines.Length == 2 ? [heading] : [heading, .. Blocks(new TextParagraph(paragraph.Line + 2, lines[2..]))];
        }

        if (lines.Length > 1 && lines.All(l => l.TrimStart().StartsWith('>')))
        {
            var inner = paragraph with { Lines = [.. lines.Select(l => l.TrimStart()[1..].TrimStart())] };
            return [new Block(new Part.Quote([.. Paragraphs(string.Join('\n', inner.Lines)).SelectMany(Blocks).Select(b => b.Part)]), paragraph.Line)];
        }

        if (ListOf(paragraph) is { } blocks)
        {
            return blocks;
        }

        if (lines.Length > 1 && lines.All(l => l.StartsWith("    ", StringComparison.Ordinal) || l.StartsWith('\t')))
        {
            return [new Block(new Part.Quote([new Part.Paragraph(Inlines(_wrapped.Join(lines)))]), paragraph.Line)];
        }

        return Wrapped(paragraph);
    }

    // A line much shorter than the others was ended by its author.
    private IEnumerable<Block> Wrapped(TextParagraph paragraph)
    {
        var lines = paragraph.Lines;
        var width = lines.Max(l => l.Length);
        var isNarrow = lines.Length < 4 && width < NarrowestMargin;
        var isBroken = width is > 30 and <= WidestMargin && !isNarrow && Enumerable.Range(0, lines.Length - 1).Count(i => lines[i].Length < width * 0.6 && !char.IsLower(lines[i + 1].TrimStart()[0])) * 5 < lines.Length;
        if (lines.Length == 1 || (isBroken && lines.All(l => Arranging.Byline.Of(l.Trim()) is null)))
        {
            return [new Block(new Part.Paragraph(Inlines(_wrapped.Join(lines))), paragraph.Line)];
        }

        return lines.Select((line, i) => new Block(new Part.Paragraph(Inlines(line.Trim())), paragraph.Line + i));
    }

    private List<Block>? ListOf(TextParagraph paragraph)
    {
        var lines = paragraph.Lines;
        var first = Array.FindIndex([.. lines], line => Item.IsMatch(line));
        var items = lines.Count(line => Item.IsMatch(line));

        // One number before one line is as often a heading, and a dash a turn of speech.
        if (first is < 0 or > 1 || (items < 2 && Item.Match(lines[first]).Groups["bullet"].Value is not ("•" or "‣" or "▪" or "●" or "◦" or "*")))
        {
            return null;
        }

        var (isNumbered, start) = (Item.Match(lines[first]).Groups["number"].Success, 0);
        var texts = new List<List<string>>();
        foreach (var line in lines[first..])
        {
            var item = Item.Match(line);
            if (item.Success && item.Groups["number"].Success == isNumbered)
            {
                start = texts.Count == 0 && isNumbered ? int.Parse(item.Groups["number"].Value, CultureInfo.InvariantCulture) : start;
                texts.Add([item.Groups["text"].Value]);
            }
            else if (!item.Success && texts.Count > 0)
            {
                texts[^1].Add(line);
            }
            else
            {
                return null;
            }
        }

        var list = new Block(new Part.List(isNumbered ? start : null, [.. texts.Select(t => ImmutableArray.Create<Part>(new Part.Paragraph(Inlines(_wrapped.Join(t)))))]), paragraph.Line + first);
        return first == 0 ? [list] : [new Block(new Part.Paragraph(Inlines(lines[0].Trim())), paragraph.Line), list];
    }

    private ImmutableArray<Inline> Inlines(string text) => _notes.Mark(text);

    private static bool IsListed(string line) => Item.IsMatch(line);

    private static Place LineOf(string text, Place file, string part) =>
        text.IndexOf(part + "\n", StringComparison.Ordinal) is var at and >= 0 ? Place.At(file.File, text, at) : file;
}

/// <param name="Line">Of its first line, from 1.</param>
internal sealed record TextParagraph(int Line, ImmutableArray<string> Lines);

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Texts;

/// <summary>Notes of a plain text: <c>[1]</c> in a sentence, and a paragraph at the end that begins with it.</summary>
internal sealed partial class TextNotes
{
    private readonly ImmutableArray<string> _labels;
    private readonly HashSet<string> _unmatched = new(StringComparer.Ordinal);
    private readonly ImmutableArray<(string Label, TextParagraph Paragraph, string Text)> _definitions;

    [GeneratedRegex(@"\[(?<label>[0-9]{1,3})\]")]
    private static partial Regex MarkSign { get; }

    [GeneratedRegex(@"^\s*\[(?<label>[0-9]{1,3})\][:.]?\s+(?<text>\S.*)$")]
    private static partial Regex Definition { get; }

    private TextNotes(ImmutableArray<string> labels, ImmutableArray<(string, TextParagraph, string)> definitions) => (_labels, _definitions) = (labels, definitions);

    public ImmutableArray<ImmutableArray<Part>> Texts => [.. _labels.Select(label => ImmutableArray.Create<Part>(Part.Plain(_definitions.First(d => d.Label == label).Text)))];

    public static TextNotes Of(ImmutableArray<TextParagraph> paragraphs)
    {
        var definitions = paragraphs.SelectMany(DefinitionsOf).ToImmutableArray();
        var own = definitions.Select(d => d.Paragraph).ToHashSet();
        ImmutableArray<string> labels = [.. paragraphs.Where(p => !own.Contains(p)).SelectMany(p => MarkSign.Matches(string.Join(' ', p.Lines))).Select(m => m.Groups["label"].Value)
            .Distinct().Where(label => definitions.Count(d => d.Label == label) == 1)];

        // A note that no sentence names stays where it stands.
        return new TextNotes(labels, [.. definitions.Where(d => labels.Contains(d.Label))]);
    }

    /// <summary>Whether a paragraph is wholly made of notes, which stand elsewhere then.</summary>
    public bool IsDefinition(TextParagraph paragraph) =>
        _definitions.Count(d => ReferenceEquals(d.Paragraph, paragraph)) is var own and > 0 && own == paragraph.Lines.Count(l => Definition.IsMatch(l));

    public ImmutableArray<Inline> Mark(string text)
    {
        var result = ImmutableArray.CreateBuilder<Inline>();
        var at = 0;
        foreach (Match mark in MarkSign.Matches(text))
        {
            if (_labels.IndexOf(mark.Groups["label"].Value) is var number and >= 0)
            {
                result.AddRange(Inline.Plain(text[at..mark.Index].TrimEnd()));
                result.Add(new Inline.NoteMark(number + 1));
                at = mark.Index + mark.Length;
            }
            else
            {
                _unmatched.Add(mark.Value);
            }
        }

        result.AddRange(Inline.Plain(text[at..]));
        return result.ToImmutable();
    }

    public IEnumerable<Finding> Findings(Place file) =>
        _unmatched.Order(StringComparer.Ordinal).Select(mark => Finding.Warning("IMPORT013", file, $"the mark {mark} has no note, or its note no mark", "join them as `[^1]` in the text and `[^1]: ` before the note"));

    private static IEnumerable<(string Label, TextParagraph Paragraph, string Text)> DefinitionsOf(TextParagraph paragraph)
    {
        if (!Definition.IsMatch(paragraph.Lines[0]))
        {
            yield break;
        }

        var (label, text) = ("", "");
        foreach (var line in paragraph.Lines)
        {
            if (Definition.Match(line) is { Success: true } match)
            {
                if (label.Length > 0)
                {
                    yield return (label, paragraph, text);
                }

                (label, text) = (match.Groups["label"].Value.ToString(CultureInfo.InvariantCulture), match.Groups["text"].Value);
            }
            else
            {
                text += " " + line.Trim();
            }
        }

        yield return (label, paragraph, text);
    }
}

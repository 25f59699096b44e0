using System.Collections.Immutable;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace PolicyArchive.Sharing.Type;

/// <summary>A glyph in its place.</summary>
/// <param name="X">From the left end of the line, in ems.</param>
/// <param name="Y">Above the base line, in ems.</param>
internal readonly record struct PlacedGlyph(CardFace Face, uint Glyph, float X, float Y);

/// <summary>A line as it is read from left to right.</summary>
/// <param name="Width">In ems.</param>
internal sealed record TextLine(ImmutableArray<PlacedGlyph> Glyphs, float Width)
{
    public static TextLine Empty { get; } = new([], 0);
}

/// <summary>A text with its fonts, directions and widths: cut into lines of any measure, and set line by line.</summary>
internal sealed class Paragraph
{
    private readonly string _text;
    private readonly TypeCase _type;
    private readonly string _tag;
    private readonly bool _isRightToLeft;
    private readonly Language _language;
    private readonly CardFace[] _faces;
    private readonly byte[] _levels;

    // Up to each unit: the width in ems of all before it.
    private readonly float[] _reach;

    private Paragraph(string text, string language, bool isRightToLeft, TypeCase type)
    {
        (_text, _tag, _isRightToLeft, _type) = (text, language, isRightToLeft, type);
        (_language, _faces, _levels) = (new Language(language), type.FacesOf(text), BidiLevels.Of(text, isRightToLeft));
        var widths = new float[text.Length + 1];
        foreach (var (start, end) in Runs(0, text.Length))
        {
            Shape(start, end, (cluster, _, advance, _, _) => widths[cluster + 1] += advance);
        }

        for (var i = 1; i < widths.Length; i++)
        {
            widths[i] += widths[i - 1];
        }

        _reach = widths;
    }

    public string Text => _text;

    /// <summary>Whether its letters stand higher or lower than Latin ones, so that its lines want more lead.</summary>
    public bool IsTall => _text.Any(c => c is (>= '\u0600' and <= '\u109F') or (>= '\u1100' and <= '\u137F') or (>= '\u1780' and <= '\u17FF') or (>= '\u2E80' and <= '\uD7FF') or (>= '\uF900' and <= '\uFEFC'));

    /// <summary>The text up to a unit, with something put after it.</summary>
    public Paragraph Cut(int end, string after) => new(_text[..end].TrimEnd(' ', ',', ';', ':', '،', '，', '、', '–', '—') + after, _tag, _isRightToLeft, _type);

    /// <summary>Where a line may end before that unit; 1 where it may not.</summary>
    public int WordBefore(int end)
    {
        for (var at = end - 1; at > 1; at--)
        {
            if (LineBreaks.IsAllowed(_text, at))
            {
                return at;
            }
        }

        // One long word: sign by sign.
        return Math.Max(1, char.IsLowSurrogate(_text[Math.Max(0, end - 1)]) ? end - 2 : end - 1);
    }

    /// <param name="text">As <see cref="TypeCase.Settable"/> makes it, with all its letters in the case.</param>
    /// <param name="language">A BCP 47 tag: some letters differ from one language to another.</param>
    public static Paragraph Of(string text, string language, bool isRightToLeft, TypeCase type) =>
        new(text, language, isRightToLeft, type);

    /// <summary>The first and the last but one unit of each line, of a text that is not empty.</summary>
    /// <param name="measure">The longest that a line may be, in ems.</param>
    public List<(int Start, int End)> Lines(float measure)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < _text.Length;)
        {
            var (end, fits) = (start + 1, 0);
            for (; end <= _text.Length; end++)
            {
                var isBreak = end == _text.Length || LineBreaks.IsAllowed(_text, end);
                if (isBreak && Width(start, end) <= measure)
                {
                    fits = end;
                }
                else if (Width(start, end) > measure && (fits > 0 || (end > start + 1 && IsClusterEdge(end - 1))))
                {
                    // A word that is longer than a line is cut where it must be.
                    end = fits > 0 ? fits : end - 1;
                    break;
                }
            }

            end = Math.Min(end, _text.Length);
            lines.Add((start, Trimmed(start, end)));
            start = end;
            while (start < _text.Length && _text[start] == ' ')
            {
                start++;
            }
        }

        return lines;
    }

    /// <summary>Whether a line of that measure holds every word whole.</summary>
    public bool HoldsWords(float measure) => Lines(measure).All(line => line.End == _text.Length || LineBreaks.IsAllowed(_text, line.End) || _text[line.End] == ' ');

    /// <summary>The width in ems, without the spaces at the end.</summary>
    public float Width(int start, int end) => _reach[Trimmed(start, end)] - _reach[start];

    public float Width() => Width(0, _text.Length);

    /// <summary>Sets a part of the text in one line.</summary>
    public TextLine Line(int start, int end)
    {
        var glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(end - start);
        var pen = 0f;
        foreach (var run in InVisualOrder(Runs(start, end)))
        {
            Shape(run.Start, run.End, (_, glyph, advance, x, y) =>
            {
                glyphs.Add(new PlacedGlyph(_faces[run.Start], glyph, pen + x, y));
                pen += advance;
            });
        }

        return new TextLine(glyphs.ToImmutable(), pen);
    }

    private bool IsClusterEdge(int at) => _reach[at] < _reach[at + 1] && !char.IsLowSurrogate(_text[at]);

    private int Trimmed(int start, int end)
    {
        while (end > start && _text[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    private List<(int Start, int End)> Runs(int start, int end)
    {
        var runs = new List<(int, int)>();
        while (start < end)
        {
            var next = start + 1;
            while (next < end && _faces[next] == _faces[start] && _levels[next] == _levels[start])
            {
                next++;
            }

            runs.Add((start, next));
            start = next;
        }

        return runs;
    }

    // UAX #9, L2.
    private List<(int Start, int End)> InVisualOrder(List<(int Start, int End)> runs)
    {
        for (var level = (byte)2; level >= 1; level--)
        {
            for (var first = 0; first < runs.Count; first++)
            {
                var last = first;
                while (last < runs.Count && _levels[runs[last].Start] >= level)
                {
                    last++;
                }

                runs.Reverse(first, last - first);
                first = Math.Max(first, last - 1);
            }
        }

        return runs;
    }

    private delegate void Placing(int cluster, uint glyph, float advance, float x, float y);

    private void Shape(int start, int end, Placing place)
    {
        const float Unit = 1f / CardFace.Scale;
        using var buffer = new Buffer();
        buffer.AddUtf16(_text.AsSpan(), start, end - start);
        buffer.Direction = _levels[start] % 2 == 1 ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = _language;
        buffer.GuessSegmentProperties();
        _faces[start].Font.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        for (var i = 0; i < infos.Length; i++)
        {
            place((int)infos[i].Cluster, infos[i].Codepoint, positions[i].XAdvance * Unit, positions[i].XOffset * Unit, positions[i].YOffset * Unit);
        }
    }
}

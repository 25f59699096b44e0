using System.Text;
using System.Text.RegularExpressions;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>A body on its way here: what is text stays, what was run is replaced where its meaning is certain, or kept and said.</summary>
internal sealed class Conversion
{
    private const int LongestShown = 160;

    private readonly StringBuilder _result = new();
    private readonly List<(int Offset, int Line)> _lines = [];
    private readonly MarkdownState _state = new();

    // Names of pairs that are known to have no end below, so that none is looked for again.
    private readonly HashSet<string> _unclosed = new(StringComparer.OrdinalIgnoreCase);
    private int _counted;
    private int _line;

    public Conversion(OldText text, SiteIndex index)
    {
        (Text, Index, Source) = (text, index, text.File.Text[text.BodyStart..]);
        _line = text.File.Text.AsSpan(0, text.BodyStart).Count('\n') + 1;
    }

    public OldText Text { get; }

    public SiteIndex Index { get; }

    /// <summary>The body as it stands in its file.</summary>
    public string Source { get; }

    public List<Change> Changes { get; } = [];

    public List<Finding> Findings { get; } = [];

    public string Result => _result.ToString();

    public bool IsInCode => _state.IsInCode;

    /// <summary>The line in the file of a place in the source; asked in the order of places.</summary>
    public int LineAt(int offset)
    {
        _line += Source.AsSpan(_counted, offset - _counted).Count('\n');
        _counted = offset;
        return _line;
    }

    /// <summary>Walks over the signs of the source, and copies what stands between them.</summary>
    /// <param name="convert">Converts one, and says where the source goes on.</param>
    public void Each(Regex sign, Func<Match, int> convert)
    {
        var at = 0;
        for (var match = sign.Match(Source); match.Success; match = sign.Match(Source, at))
        {
            Copy(at, match.Index);
            at = convert(match);
        }

        Copy(at, Source.Length);
    }

    /// <summary>The sign that ends a pair begun before a place; null where there is none.</summary>
    /// <param name="name">The pair's.</param>
    public Match? EndOf(Regex sign, int from, string name, Func<Match, bool> isEnd)
    {
        if (_unclosed.Contains(name))
        {
            return null;
        }

        for (var match = sign.Match(Source, from); match.Success; match = match.NextMatch())
        {
            if (isEnd(match))
            {
                return match;
            }
        }

        _unclosed.Add(name);
        return null;
    }

    public void Copy(int from, int to)
    {
        if (to > from)
        {
            Append(Source.AsSpan(from, to - from), LineAt(from));
        }
    }

    /// <summary>What stands alone in its lines takes them with it when nothing comes in its place.</summary>
    /// <returns>Where the source goes on.</returns>
    public int Replace(int from, int to, string with)
    {
        var line = LineAt(from);
        Changes.Add(new Change(line, Shown(from, to), with.Length > LongestShown ? with[..LongestShown] + "…" : with));
        if (with.Length > 0)
        {
            Append(with, line);
            return to;
        }

        var isAlone = (_result.Length == 0 || _result[^1] == '\n') && (to >= Source.Length || Source[to] == '\n');
        var isBetween = isAlone && (_result.Length < 2 || _result[^2] == '\n') && to + 1 < Source.Length && Source[to + 1] == '\n';
        return Math.Min(Source.Length, to + (isAlone ? 1 : 0) + (isBetween ? 1 : 0));
    }

    /// <summary>What cannot be known stays, as text that readers would see, and is said.</summary>
    /// <param name="isSaid">Of a pair, only its beginning is.</param>
    public void Keep(int from, int to, string what, bool isSaid = true)
    {
        var line = LineAt(from);
        if (isSaid)
        {
            Findings.Add(Finding.Warning("IMPORT017", PlaceOf(line), $"{what} `{Shown(from, to).Replace('`', '\'')}` was run there and is not run here", "put in its place what it showed"));
        }

        var raw = Source[from..to];
        Append(_state.IsInCode || _state.IsInAddress ? raw : InlineMarkdown.Of([new Inline.Words(TextFold.CollapseSpaces(raw), Styles.Code)]), line);
    }

    public Place PlaceOf(int line) => new(Text.File.DisplayPath, line, 1);

    /// <summary>The line in the file from which a place in the result came.</summary>
    public int LineOfResult(string result, int offset)
    {
        var at = _lines.BinarySearch((offset, int.MaxValue));
        at = at < 0 ? ~at - 1 : at;
        return at < 0 ? _line : _lines[at].Line + result.AsSpan(_lines[at].Offset, offset - _lines[at].Offset).Count('\n');
    }

    private string Shown(int from, int to) => TextFold.CollapseSpaces(Source[from..Math.Min(to, from + LongestShown)]) + (to > from + LongestShown ? "…" : "");

    private void Append(ReadOnlySpan<char> text, int line)
    {
        _lines.Add((_result.Length, line));
        _result.Append(text);
        _state.Add(text);
    }
}

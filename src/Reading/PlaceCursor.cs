using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>
/// Turns offsets into places. Goes on from the place before when it can, and back only to the nearest mark, so that
/// asking for many places of one long file is linear in its length in any order. For one reader at a time.
/// </summary>
internal sealed class PlaceCursor(string file, string text)
{
    private const int MarkEvery = 1024;

    // One mark for each MarkEvery characters that have been passed.
    private readonly List<(int Line, int Column)> _marks = [(1, 1)];
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    public Place At(int offset)
    {
        var end = Math.Clamp(offset, 0, text.Length);
        if (end < _offset)
        {
            var mark = end / MarkEvery;
            (_offset, (_line, _column)) = (mark * MarkEvery, _marks[mark]);
        }

        while (_offset < end)
        {
            var nextMark = _marks.Count * MarkEvery;
            Pass(Math.Min(end, nextMark));
            if (_offset == nextMark)
            {
                _marks.Add((_line, _column));
            }
        }

        return new Place(file, _line, _column);
    }
    // LF, CR LF and CR end lines. Of CR LF only the second ends one, so that a text cut between the two stays right.
    private void Pass(int end)
    {
        while (_offset < end)
        {
            var span = text.AsSpan(_offset, end - _offset);
            var length = span.IndexOfAny('\n', '\r');
            if (length < 0)
            {
                _column += CodePoints(span);
                _offset = end;
                return;
            }

            _column += CodePoints(span[..length]);
            _offset += length + 1;
            if (text[_offset - 1] == '\r' && _offset < text.Length && text[_offset] == '\n')
            {
                _column++;
            }
            else
            {
                (_line, _column) = (_line + 1, 1);
            }
        }
    }

    private static int CodePoints(ReadOnlySpan<char> span)
    {
        var count = span.Length;
        for (var at = span.IndexOfAnyInRange('\uDC00', '\uDFFF'); at >= 0; at = span.IndexOfAnyInRange('\uDC00', '\uDFFF'))
        {
            count--;
            span = span[(at + 1)..];
        }

        return count;
    }
}

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
            var c = text[_offset];
            if (c == '\n' || (c == '\r' && !(_offset + 1 < text.Length && text[_offset + 1] == '\n')))
            {
                (_line, _column) = (_line + 1, 1);
            }
            else if (!char.IsLowSurrogate(c))
            {
                _column++;
            }

            _offset++;
            if (_offset == _marks.Count * MarkEvery)
            {
                _marks.Add((_line, _column));
            }
        }

        return new Place(file, _line, _column);
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>
/// Turns offsets into places. Goes on from the place before when it can, so that asking for many places of one long
/// file in order is linear in its length. For one reader at a time.
/// </summary>
internal sealed class PlaceCursor(string file, string text)
{
    private int _offset;
    private int _line = 1;
    private int _column = 1;

    public Place At(int offset)
    {
        var end = Math.Clamp(offset, 0, text.Length);
        if (end < _offset)
        {
            (_offset, _line, _column) = (0, 1, 1);
        }

        for (; _offset < end; _offset++)
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
        }

        return new Place(file, _line, _column);
    }
}

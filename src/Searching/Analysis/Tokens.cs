using System.Globalization;
using System.Text;

namespace PolicyArchive.Searching.Analysis;

/// <summary>
/// Walks over the words of a UTF-8 text: runs of letters, digits and marks. Scripts that write no spaces give
/// overlapping pairs of characters instead. docs/search-format.md has the rule.
/// </summary>
internal ref struct Tokens(ReadOnlySpan<byte> text)
{
    private static readonly byte[][] Endings = ["s"u8.ToArray(), "t"u8.ToArray(), "d"u8.ToArray(), "m"u8.ToArray(), "ll"u8.ToArray(), "re"u8.ToArray(), "ve"u8.ToArray()];

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    // Where the second character of the last pair begins, while its run may go on.
    private int _pair = -1;

    /// <summary>Of the current word, in bytes.</summary>
    public int Start { get; private set; }

    public int End { get; private set; }

    /// <summary>Whether the word is one or two characters of a script without spaces.</summary>
    public bool IsDense { get; private set; }

    public bool MoveNext()
    {
        if (_pair >= 0 && NextOfPair())
        {
            return true;
        }

        while (SkipOthers())
        {
            var kind = Look(out var length);
            if (kind is Kind.Dense)
            {
                (Start, IsDense) = (_at, true);
                _at += length;
                _pair = Start;
                return NextOfPair() || Single();
            }

            if (kind is Kind.Letter)
            {
                (Start, IsDense) = (_at, false);
                do
                {
                    _at += length;
                    SkipAsciiLetters();
                }
                while (_at < _text.Length && _text[_at] >= 0x80 && Look(out length) is Kind.Letter or Kind.Inner);

                End = _at += Contraction();
                return true;
            }

            _at += length;
        }

        return false;
    }

    // False at the end of the text.
    private bool SkipOthers()
    {
        var text = _text;
        var at = _at;
        while (at < text.Length && text[at] < 0x80 && !char.IsAsciiLetterOrDigit((char)text[at]))
        {
            at++;
        }

        _at = at;
        return at < text.Length;
    }

    private void SkipAsciiLetters()
    {
        var text = _text;
        var at = _at;
        while (at < text.Length && char.IsAsciiLetterOrDigit((char)text[at]))
        {
            at++;
        }

        _at = at;
    }

    public static bool IsIgnorable(char c) => c is '\u00AD' or '\u200C' or '\u200D' or '\'' or '’';

    // "Government's" and "don't" are one word each, "l'énergie" is two.
    private readonly int Contraction()
    {
        if (_at >= _text.Length || _text[_at] is not ((byte)'\'' or 0xE2))
        {
            return 0;
        }

        var rest = _text[_at..];
        var sign = rest.StartsWith("'"u8) ? 1 : rest.StartsWith("’"u8) ? 3 : 0;
        if (sign == 0)
        {
            return 0;
        }

        rest = rest[sign..];
        foreach (var ending in Endings)
        {
            if (rest.Length >= ending.Length && Ascii.EqualsIgnoreCase(rest[..ending.Length], ending)
                && !BeginsWithLetter(rest[ending.Length..]))
            {
                return sign + ending.Length;
            }
        }

        return 0;
    }

    // The character at _at and the one before it, which begins at _pair.
    private bool NextOfPair()
    {
        if (_at < _text.Length && Look(out var length) is Kind.Dense)
        {
            (Start, End) = (_pair, _at + length);
            _pair = _at;
            _at = End;
            return true;
        }

        return Leave(false);
    }

    private bool Single()
    {
        End = _at;
        return Leave(true);
    }

    private bool Leave(bool result)
    {
        _pair = -1;
        return result;
    }

    private static bool BeginsWithLetter(ReadOnlySpan<byte> text) =>
        Rune.DecodeFromUtf8(text, out var rune, out _) == System.Buffers.OperationStatus.Done && IsLetter(Rune.GetUnicodeCategory(rune));

    private static bool IsLetter(UnicodeCategory category) =>
        category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private enum Kind { Other, Letter, Inner, Dense }

    private readonly Kind Look(out int length)
    {
        var first = _text[_at];
        if (first < 0x80)
        {
            length = 1;
            return char.IsAsciiLetterOrDigit((char)first) ? Kind.Letter : Kind.Other;
        }

        Rune.DecodeFromUtf8(_text[_at..], out var rune, out length);
        var category = Rune.GetUnicodeCategory(rune);
        var isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
        var isLetter = IsLetter(category);
        if (isLetter || isMark)
        {
            return IsWithoutSpaces(rune.Value) ? Kind.Dense : isLetter ? Kind.Letter : Kind.Inner;
        }

        return rune.Value is 0xAD or 0x200C or 0x200D ? Kind.Inner : Kind.Other;
    }

    private static bool IsWithoutSpaces(int rune) => rune is
        >= 0x0E00 and <= 0x0EFF or >= 0x1000 and <= 0x109F or >= 0x1780 and <= 0x17FF
        or >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF
        or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFF66 and <= 0xFF9F or >= 0x20000 and <= 0x3FFFF;
}

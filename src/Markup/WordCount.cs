using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Markup;

/// <summary>
/// Counts the words of a text, and which longer ones it uses how often, without making a string of any. A word may
/// come in parts, as when one letter of it is emphasised; <see cref="Break"/> ends it.
/// </summary>
internal sealed class WordCount
{
    // FNV-1a, 32 bits, over the UTF-16 units of the lower-cased word.
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;
    private const int ShortestTerm = 4;

    private readonly TermTable _terms = new();
    private uint _hash = Basis;
    private int _letters;
    private bool _isWord;
    private bool _isHangul;
    private int _before;
    private int _words;
    private int _ideographs;

    /// <summary>Words; of scripts that write no spaces, two characters count as one.</summary>
    public int Total => _words + (_ideographs + 1) / 2;

    public void Add(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsAsciiLetter(c))
            {
                Extend((char)(c | 0x20), isLetter: true);
            }
            else if (char.IsAsciiDigit(c))
            {
                Extend(c, isLetter: false);
            }
            else if (c is '\'' or '’' || (c is '.' or ',' && IsBetweenDigits(text, i)))
            {
                // "don't" and "1,250.5" are one word each.
            }
            else if (c < 0x80)
            {
                Break();
            }
            else
            {
                Rune.DecodeFromUtf16(text[i..], out var rune, out var used);
                i += used - 1;
                AddRune(rune);
            }
        }
    }

    public void Break()
    {
        if (_isWord)
        {
            _words++;
            if (_letters >= (_isHangul ? 2 : ShortestTerm))
            {
                _terms.Add(_hash);
            }
        }

        (_hash, _letters, _isWord, _isHangul, _before) = (Basis, 0, false, false, 0);
    }

    /// <summary>The longer words with how often each occurs. Ends the count.</summary>
    public ImmutableArray<TermCount> TakeTerms()
    {
        Break();
        return _terms.Take();
    }

    private static bool IsBetweenDigits(ReadOnlySpan<char> text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private void Extend(char lower, bool isLetter)
    {
        _before = 0;
        _isWord = true;
        _letters += isLetter ? 1 : 0;
        _hash = (_hash ^ lower) * Prime;
    }

    private void AddRune(Rune rune)
    {
        if (IsIdeograph(rune.Value))
        {
            var before = _before;
            Break();
            _ideographs++;
            if (before != 0)
            {
                _terms.Add(((Basis ^ (uint)before) * Prime ^ (uint)rune.Value) * Prime);
            }

            _before = rune.Value;
            return;
        }

        var isLetter = Rune.IsLetter(rune);
        if (!isLetter && !Rune.IsDigit(rune) && !(_isWord && IsMark(rune)))
        {
            if (rune.Value is not 0xAD)
            {
                Break();
            }

            return;
        }

        _isHangul |= rune.Value is >= 0xAC00 and <= 0xD7A3;
        Span<char> units = stackalloc char[2];
        var length = Rune.ToLowerInvariant(rune).EncodeToUtf16(units);
        Extend(units[0], isLetter);
        if (length == 2)
        {
            _hash = (_hash ^ units[1]) * Prime;
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    private static bool IsIdeograph(int rune) =>
        rune is >= 0x3040 and <= 0x30FF or >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}

using System.Buffers;
using System.Text;

namespace PolicyArchive.Sharing.Type;

/// <summary>
/// Where a line may end: after spaces and dashes, and between the signs of Chinese and Japanese but for those that may not
/// begin or end a line (the gist of UAX #14; Korean is broken between words). Scripts that part neither words nor signs, as Thai
/// does not, are broken where a syllable surely begins, since finding their words takes a dictionary.
/// </summary>
internal static class LineBreaks
{
    private static readonly SearchValues<char> Closing = SearchValues.Create("、。，．：；！？）」』】〕》〉］｝〗〙”’…‥・ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々〻゛゜％―—,.:;!?)]}%»›");
    private static readonly SearchValues<char> Opening = SearchValues.Create("（「『【〔《〈［｛〖〘“‘([{«‹¿¡");

    /// <summary>Whether the line may end before the unit at <paramref name="at"/>, which is within the text.</summary>
    public static bool IsAllowed(string text, int at)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (char.IsLowSurrogate(after))
        {
            return false;
        }

        if (after == ' ')
        {
            return false;
        }

        if (before == ' ')
        {
            // A sign that stands alone stays with what it follows, or leads: a dash, French quotes and colons.
            var isAlone = at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
            var leads = at > 1 && Opening.Contains(text[at - 2]);
            return !leads && !(isAlone && (after == '–' || Closing.Contains(after)));
        }

        if (Closing.Contains(after) || Opening.Contains(before))
        {
            return false;
        }

        var last = char.IsLowSurrogate(before) && at > 1 ? Rune.GetRuneAt(text, at - 2).Value : before;
        if (IsIdeograph(last) || IsIdeograph(Rune.GetRuneAt(text, at).Value) || Closing.Contains(before) && before > '\u3000')
        {
            return true;
        }

        if (BeginsSyllable(text, at))
        {
            return true;
        }

        // A compound may be cut at its hyphen, but a number is not cut from its sign.
        return before is '-' or '‐' or '–' or '—' or '/' && at > 1 && char.IsLetter(text[at - 2]) && char.IsLetter(after);
    }

    // Thai and Lao: a vowel that is written before its consonant. Khmer and Burmese: a consonant that is not stacked below, or closing, another.
    private static bool BeginsSyllable(string text, int at) => text[at] switch
    {
        (>= '\u0E40' and <= '\u0E44') or (>= '\u0EC0' and <= '\u0EC4') => char.IsLetter(text[at - 1]) || char.GetUnicodeCategory(text[at - 1]) == System.Globalization.UnicodeCategory.NonSpacingMark,
        >= '\u1780' and <= '\u17A2' => text[at - 1] is >= '\u1780' and <= '\u17D1',
        >= '\u1000' and <= '\u1021' => text[at - 1] is >= '\u1000' and <= '\u1038' && !(at + 1 < text.Length && text[at + 1] is '\u103A' or '\u1039'),
        _ => false,
    };

    private static bool IsIdeograph(int codePoint) => codePoint is
        (>= 0x2E80 and <= 0x2FFF) or (>= 0x3005 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}

using System.Buffers;
using System.Text;

namespace PolicyArchive.Sharing.Type;

/// <summary>
/// Where a line may end: after spaces and dashes, and between the signs of Chinese and Japanese but for those that may not
/// begin or end a line (the gist of UAX #14; Korean is broken between words).
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

        // A compound may be cut at its hyphen, but a number is not cut from its sign.
        return before is '-' or '‐' or '–' or '—' or '/' && at > 1 && char.IsLetter(text[at - 2]) && char.IsLetter(after);
    }

    private static bool IsIdeograph(int codePoint) => codePoint is
        (>= 0x2E80 and <= 0x2FFF) or (>= 0x3005 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}

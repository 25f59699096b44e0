using System.Globalization;
using System.Text;

namespace PolicyArchive.Sharing.Type;

/// <summary>
/// The embedding level of each UTF-16 unit of a paragraph: even where it is read from the left (UAX #9, the rules W1 to I2;
/// without explicit embeddings, which a title has none of, and without pairs of brackets).
/// </summary>
internal static class BidiLevels
{
    private enum Class : byte { Neutral, Left, Right, Arabic, European, ArabicNumber, Sign, Separator, Terminator, Mark }

    /// <param name="isRightToLeft">The direction of the paragraph.</param>
    public static byte[] Of(string text, bool isRightToLeft)
    {
        var classes = Classes(text);
        var outer = isRightToLeft ? Class.Right : Class.Left;
        ResolveWeak(classes, outer);
        ResolveNeutral(classes, outer);
        var levels = new byte[text.Length];
        for (var i = 0; i < levels.Length; i++)
        {
            levels[i] = (isRightToLeft, classes[i]) switch
            {
                (_, Class.Right) => 1,
                (false, Class.Left) => 0,
                _ => 2,
            };
        }

        return levels;
    }

    private static void ResolveWeak(Class[] classes, Class outer)
    {
        var (before, strong) = (outer, outer);
        for (var i = 0; i < classes.Length; i++)
        {
            // W1 and W2.
            classes[i] = classes[i] switch
            {
                Class.Mark => before,
                Class.European when strong == Class.Arabic => Class.ArabicNumber,
                var other => other,
            };
            before = classes[i];
            strong = before is Class.Left or Class.Right or Class.Arabic ? before : strong;
        }

        // W4: one sign between two numbers of a kind.
        for (var i = 1; i + 1 < classes.Length; i++)
        {
            var (last, next) = (classes[i - 1], classes[i + 1]);
            if (last == next && ((last == Class.European && classes[i] is Class.Sign or Class.Separator) || (last == Class.ArabicNumber && classes[i] == Class.Separator)))
            {
                classes[i] = last;
            }
        }

        // W5: a per cent or a currency goes with its number.
        for (var i = 1; i < classes.Length; i++)
        {
            classes[i] = classes[i] == Class.Terminator && classes[i - 1] == Class.European ? Class.European : classes[i];
        }

        for (var i = classes.Length - 2; i >= 0; i--)
        {
            classes[i] = classes[i] == Class.Terminator && classes[i + 1] == Class.European ? Class.European : classes[i];
        }

        strong = outer;
        for (var i = 0; i < classes.Length; i++)
        {
            // W3, W6 and W7.
            classes[i] = classes[i] switch
            {
                Class.Arabic => Class.Right,
                Class.Sign or Class.Separator or Class.Terminator => Class.Neutral,
                Class.European when strong == Class.Left => Class.Left,
                var other => other,
            };
            strong = classes[i] is Class.Left or Class.Right ? classes[i] : strong;
        }
    }

    // N1 and N2: between two of one direction neutrals go with them, else with the paragraph. Numbers count as from the right.
    private static void ResolveNeutral(Class[] classes, Class outer)
    {
        for (var start = 0; start < classes.Length; start++)
        {
            if (classes[start] != Class.Neutral)
            {
                continue;
            }

            var end = start;
            while (end < classes.Length && classes[end] == Class.Neutral)
            {
                end++;
            }

            var before = start == 0 ? outer : Side(classes[start - 1]);
            var after = end == classes.Length ? outer : Side(classes[end]);
            classes.AsSpan(start, end - start).Fill(before == after ? before : outer);
            start = end - 1;
        }
    }

    private static Class Side(Class of) => of == Class.Left ? Class.Left : Class.Right;

    private static Class[] Classes(string text)
    {
        var classes = new Class[text.Length];
        for (var at = 0; at < text.Length;)
        {
            var rune = Rune.GetRuneAt(text, at);
            classes.AsSpan(at, rune.Utf16SequenceLength).Fill(ClassOf(rune));
            at += rune.Utf16SequenceLength;
        }

        return classes;
    }

    private static Class ClassOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => Class.Mark,
        UnicodeCategory.CurrencySymbol => Class.Terminator,
        UnicodeCategory.DecimalDigitNumber => rune.Value is (>= '0' and <= '9') or (>= 0x6F0 and <= 0x6F9) ? Class.European : rune.Value is >= 0x660 and <= 0x669 ? Class.ArabicNumber : Class.Left,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber => Letter(rune.Value),
        _ => rune.Value switch
        {
            '+' or '-' => Class.Sign,
            ',' or '.' or '/' or ':' or 0xA0 => Class.Separator,
            '%' or '#' or '°' or 0x2030 => Class.Terminator,
            0x66B or 0x66C => Class.ArabicNumber,
            _ => Class.Neutral,
        },
    };

    private static Class Letter(int codePoint) => codePoint switch
    {
        (>= 0x600 and <= 0x7BF) or (>= 0x860 and <= 0x8FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x1EE00 and <= 0x1EEFF) => Class.Arabic,
        (>= 0x590 and <= 0x85F) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Class.Right,
        _ => Class.Left,
    };
}

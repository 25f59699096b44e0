using System.Globalization;
using System.Text;

namespace PolicyArchive.Naming;

/// <summary>When two texts are one name: Unicode normalisation form C, case folded, white space collapsed.</summary>
public static class TextFold
{
    /// <summary>
    /// Whether this machine can normalise Unicode. Without its library (ICU) names and addresses would come out otherwise
    /// than elsewhere.
    /// </summary>
    public static bool CanNormalise => "\u00E9".Normalize(NormalizationForm.FormD).Length == 2;

    /// <summary>The key under which equal names meet. Equal for NFC and NFD, any case, any run of white space.</summary>
    public static string Key(string text)
    {
        // Small letters may compose where capitals did not: capital upsilon with dialytika has no form with an acute.
        var folded = Compose(Compose(text).ToUpperInvariant().ToLowerInvariant());
        return CollapseSpaces(folded);
    }

    /// <summary>
    /// The key under which a file system that ignores case may hold two names as one: <see cref="Key"/>, with letters
    /// that fold to several (Unicode, CaseFolding.txt, status F).
    /// </summary>
    public static string FileKey(string text)
    {
        var key = Key(text);
        return Ascii.IsValid(key) ? key : string.Concat(key.Select(c => c switch
        {
            'ß' => "ss", 'ŉ' => "\u02BCn", 'և' => "\u0565\u0582", 'ẚ' => "a\u02BE",
            'ﬓ' => "\u0574\u0576", 'ﬔ' => "\u0574\u0565", 'ﬕ' => "\u0574\u056B", 'ﬖ' => "\u057E\u0576", 'ﬗ' => "\u0574\u056D",
            _ => Ligature(c) ?? c.ToString(),
        }));
    }

    private static string? Ligature(int letter) => letter switch
    {
        'ﬀ' => "ff", 'ﬁ' => "fi", 'ﬂ' => "fl", 'ﬃ' => "ffi", 'ﬄ' => "ffl", 'ﬅ' or 'ﬆ' => "st", _ => null,
    };

    /// <summary>
    /// Normalisation form C. U+FFFE, which is no character but can be written as an escape, is refused by the runtime with
    /// an exception; it becomes the sign of a lost one.
    /// </summary>
    public static string Compose(string text) => (text.Contains('\uFFFE') ? text.Replace('\uFFFE', '\uFFFD') : text).Normalize(NormalizationForm.FormC);

    /// <summary>
    /// Trims, makes one space of each run of white space, and ends each change of direction that is left open, so that no
    /// name turns what is printed after it (UAX 9, 2).
    /// </summary>
    public static string CollapseSpaces(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\u202A', '\u202E') || text.AsSpan().ContainsAnyInRange('\u2066', '\u2069'))
        {
            text = text.Trim() + OpenDirections(text);
        }

        if (IsCollapsed(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                result.Append(c);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.Length > 0 && result[^1] == ' ' ? result.ToString(0, result.Length - 1) : result.ToString();
    }

    // What closes the embeddings, overrides and isolates of a text that it does not close itself.
    private static string OpenDirections(string text)
    {
        const char EndOfEmbedding = '\u202C', EndOfIsolate = '\u2069';
        var open = new Stack<char>();
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u202A' or '\u202B' or '\u202D' or '\u202E':
                    open.Push(EndOfEmbedding);
                    break;
                case >= '\u2066' and <= '\u2068':
                    open.Push(EndOfIsolate);
                    break;
                case EndOfEmbedding when open.TryPeek(out var last) && last == EndOfEmbedding:
                    open.Pop();
                    break;
                case EndOfIsolate when open.Contains(EndOfIsolate):
                    while (open.Pop() != EndOfIsolate)
                    {
                        // The end of an isolate ends what was opened within it.
                    }

                    break;
            }
        }

        return string.Concat(open);
    }

    private static bool IsCollapsed(string text)
    {
        var afterSpace = true;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) && (afterSpace || c != ' '))
            {
                return false;
            }

            afterSpace = c == ' ';
        }

        return text.Length == 0 || !afterSpace;
    }

    /// <summary>Latin letters without their accents (é to e, ø to o, ß to ss); letters of other scripts as they are.</summary>
    public static string FoldLatin(string text)
    {
        var needs = false;
        foreach (var c in text)
        {
            if (c > 0x7F)
            {
                needs = true;
                break;
            }
        }

        if (!needs)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var afterLatin = false;
        foreach (var rune in Compose(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var isMark = Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;
            if (isMark && afterLatin)
            {
                continue;
            }

            if (!isMark)
            {
                // By its small letter: ẞ and Ɀ stand far from those of theirs.
                afterLatin = (Rune.ToLowerInvariant(rune).Value < 0x250 && Rune.IsLetter(rune)) || Ligature(rune.Value) is not null;
            }

            result.Append(WholeLetter(rune.Value) ?? rune.ToString());
        }

        return Compose(result.ToString());
    }

    // Letters that Unicode does not decompose into a base and a mark.
    private static string? WholeLetter(int letter) => letter switch
    {
        'ß' => "ss", 'ẞ' => "SS", 'æ' => "ae", 'Æ' => "AE", 'œ' => "oe", 'Œ' => "OE", 'ø' => "o", 'Ø' => "O",
        'đ' => "d", 'Đ' => "D", 'ð' => "d", 'Ð' => "D", 'þ' => "th", 'Þ' => "TH", 'ł' => "l", 'Ł' => "L",
        'ħ' => "h", 'Ħ' => "H", 'ı' => "i", 'ĸ' => "k", 'ŧ' => "t", 'Ŧ' => "T", 'ŋ' => "n", 'Ŋ' => "N",
        'ſ' => "s", 'ŉ' => "n",
        _ => Ligature(letter),
    };
}

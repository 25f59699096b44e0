using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace PolicyArchive.Naming;

/// <summary>
/// One step of an address: letters of any script, digits, and single inner hyphens, in NFC and lower case. A slug that
/// breaks this cannot exist. <see cref="FromTitle"/> is idempotent: the slug of a slug is itself.
/// </summary>
public readonly record struct Slug : IComparable<Slug>
{
    // File systems hold names of 255 bytes; a longer address serves nobody.
    private const int MaxUtf8Bytes = 200;

    private readonly string? _text;

    private Slug(string text) => _text = text;

    public string Text => _text ?? "";

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>The slug that a writer gave; refused, never repaired, when it is not one.</summary>
    public static bool TryParse(string text, out Slug slug)
    {
        var made = FromTitle(text, foldLatin: false);
        var isSlug = made is { } some && some.Text == text;
        slug = isSlug ? made!.Value : default;
        return isSlug;
    }

    /// <summary>The slug of a title, or null when the title has no letter and no digit.</summary>
    public static Slug? FromTitle(string title) => FromTitle(title, foldLatin: true);

    private static Slug? FromTitle(string title, bool foldLatin)
    {
        var text = TextFold.Compose(title);
        var lower = TextFold.Compose((foldLatin ? TextFold.FoldLatin(text) : text).ToLowerInvariant().Replace("\u0130", "i\u0307", StringComparison.Ordinal));
        var result = new StringBuilder(lower.Length);
        var (bytes, isAfterLetter) = (0, false);
        foreach (var rune in lower.EnumerateRunes())
        {
            var isKept = IsKept(rune, isAfterLetter);
            isAfterLetter = isKept;
            if (isKept)
            {
                bytes += rune.Utf8SequenceLength;
                if (bytes > MaxUtf8Bytes)
                {
                    break;
                }

                if (rune.IsBmp)
                {
                    result.Append((char)rune.Value);
                }
                else
                {
                    result.Append(rune.ToString());
                }
            }
            else if (!IsApostrophe(rune) && result.Length > 0 && result[^1] != '-')
            {
                bytes++;
                result.Append('-');
            }
        }

        while (result.Length > 0 && result[^1] == '-')
        {
            result.Length--;
        }

        return result.Length == 0 ? null : new Slug(result.ToString());
    }

    // A mark stays with the letter before it: Devanagari, Thai and Arabic cannot be read without theirs.
    private static bool IsKept(Rune rune, bool afterLetter) =>
        Rune.IsLetterOrDigit(rune)
        || (afterLetter && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʼ' or 0xAD;

    public int CompareTo(Slug other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    [SuppressMessage("Usage", "CA2225", Justification = "Text is the named alternate.")]
    public static implicit operator string(Slug slug) => slug.Text;

    public static bool operator <(Slug left, Slug right) => left.CompareTo(right) < 0;
    public static bool operator >(Slug left, Slug right) => left.CompareTo(right) > 0;
    public static bool operator <=(Slug left, Slug right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Slug left, Slug right) => left.CompareTo(right) >= 0;
}

using System.Globalization;
using System.Text;

namespace PolicyArchive.Searching.Analysis;

/// <summary>
/// When two written words are one word to a reader who types: the folding of docs/search-format.md, which the browser
/// does in the same steps. Marks go from Latin and Greek letters only: other scripts cannot be read without theirs.
/// </summary>
internal static class Fold
{
    public static string Of(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word.Replace("'", "", StringComparison.Ordinal).ToLowerInvariant();
        }

        var text = new StringBuilder(word.Length);
        var afterLetter = false;
        foreach (var c in word.Normalize(NormalizationForm.FormKD))
        {
            if (c is >= '\u0300' and <= '\u036F' && afterLetter)
            {
                continue;
            }

            afterLetter = char.IsAsciiLetter(c) || c is >= '\u00AA' and <= '\u024F' or >= '\u0370' and <= '\u03FF';
            if (!Tokens.IsIgnorable(c))
            {
                text.Append(c);
            }
        }

        var lower = text.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant();
        text.Clear();
        foreach (var c in lower)
        {
            _ = Whole(c) is { } letters ? text.Append(letters) : text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Lower case with all its marks: what stemmers know words by.</summary>
    public static string ToStemmable(string word)
    {
        var text = word.Replace('’', '\'').Normalize(NormalizationForm.FormC).ToLower(CultureInfo.InvariantCulture);
        return text.Any(c => c != '\'' && Tokens.IsIgnorable(c)) ? string.Concat(text.Where(c => c == '\'' || !Tokens.IsIgnorable(c))) : text;
    }

    // Letters that Unicode does not decompose into a base and a mark.
    private static string? Whole(char letter) => letter switch
    {
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'đ' => "d", 'ð' => "d", 'þ' => "th", 'ł' => "l",
        'ħ' => "h", 'ı' => "i", 'ς' => "σ", 'ё' => "е",
        _ => null,
    };
}

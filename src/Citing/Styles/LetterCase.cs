using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Citing.Styles;

/// <summary>Capitals as English bibliographies set them (CSL 1.0.2, "Text-case", with the stop words of its processors).</summary>
internal static partial class LetterCase
{
    private static readonly FrozenSet<string> Small = FrozenSet.Create(
        StringComparer.Ordinal,
        "about", "above", "across", "afore", "after", "against", "al", "along", "alongside", "amid", "amidst", "among", "amongst", "anenst", "apropos", "apud", "around", "as", "aside",
        "astride", "at", "athwart", "atop", "barring", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond", "but", "by", "circa", "despite", "down", "during",
        "et", "except", "for", "forenenst", "from", "given", "in", "inside", "into", "lest", "like", "modulo", "near", "next", "notwithstanding", "of", "off", "on", "onto", "out", "over",
        "per", "plus", "pro", "qua", "sans", "since", "than", "through", "throughout", "thruout", "till", "to", "toward", "towards", "under", "underneath", "until", "unto", "up", "upon",
        "versus", "vs", "v", "via", "vis-à-vis", "with", "within", "without", "or", "yet", "so", "and", "nor", "a", "an", "the", "de", "von", "van", "c", "ca");

    [GeneratedRegex(" \"| '|[‘’“”\"'\\-–—/.,;?!:\\[\\]()]")]
    private static partial Regex Marks { get; }

    /// <summary>The first letter a capital, unless its word has one already.</summary>
    public static string First(string text)
    {
        foreach (var part in Parts(text))
        {
            if (Words(text, part.Start, part.Length) is [var (at, length), ..])
            {
                var word = text.Substring(at, length);
                return IsLower(word) ? text[..at] + Capitalised(word) + text[(at + length)..] : text;
            }
        }

        return text;
    }

    public static string Title(string text)
    {
        var parts = Parts(text);
        var result = new StringBuilder(text);
        var (isFirst, isAfterMark) = (true, false);
        (int At, int Length)? last = null;
        var quotes = new TitleQuotes();
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (i > 0)
            {
                isAfterMark |= parts[i - 1].Mark is [.., '!' or '?' or ':'];
            }

            var words = Words(text, part.Start, part.Length);
            for (var j = 0; j < words.Count; j++)
            {
                var (at, length) = words[j];
                var word = text.Substring(at, length);
                var lower = word.ToLowerInvariant();
                var isHyphened = i == 0 && j == words.Count - 1 && part.Mark == "-" && at + length == part.Start + part.Length;
                if (IsLower(word) && ((length > 1 && !IsSmall(lower)) || isHyphened || isFirst || isAfterMark))
                {
                    Replace(result, at, Capitalised(word));
                }

                (isFirst, isAfterMark) = (false, false);
                last = (at, length);
            }

            // What follows an apostrophe is no word of its own.
            if (i > 0 && quotes.Read(parts[i - 1].Mark, part.Start) is { } place)
            {
                if (place < text.Length)
                {
                    result[place] = text[place];
                }

                last = null;
            }
        }

        foreach (var place in quotes.Unclosed.Where(place => place < text.Length))
        {
            result[place] = text[place];
        }

        if (last is { Length: > 1 } end && IsSmall(result.ToString(end.At, end.Length).ToLowerInvariant()))
        {
            Replace(result, end.At, Capitalised(result.ToString(end.At, end.Length)));
        }

        return result.ToString();
    }

    private static bool IsLower(string word) => word.All(c => c == char.ToLowerInvariant(c));

    private static bool IsSmall(string word) => Small.Contains(word) || word is ['v', _] or ['v', 's', _];

    private static void Replace(StringBuilder text, int at, string word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            text[at + i] = word[i];
        }
    }

    // A Greek letter alone is a symbol.
    private static string Capitalised(string word) =>
        word is [>= '\u0370' and <= '\u03FF'] || word[..1].ToUpperInvariant().Length != 1 ? word : char.ToUpperInvariant(word[0]) + word[1..];

    private readonly record struct Part(int Start, int Length, string Mark);

    private static List<Part> Parts(string text)
    {
        var parts = new List<Part>();
        var start = 0;
        var marks = Marks.Matches(text);
        for (var i = 0; i < marks.Count; i++)
        {
            var mark = marks[i];
            var next = i + 1 < marks.Count ? marks[i + 1].Index : text.Length;
            if (mark.Value == "'" && mark.Index > 0 && next > mark.Index + 1)
            {
                // An apostrophe, and part of what follows it.
                parts.Add(new Part(start, mark.Index - start, ""));
                start = mark.Index;
                continue;
            }

            parts.Add(new Part(start, mark.Index - start, mark is { Value: "'", Index: 0 } ? " '" : mark.Value));
            start = mark.Index + mark.Length;
        }

        parts.Add(new Part(start, text.Length - start, ""));
        return parts;
    }

    private static List<(int At, int Length)> Words(string text, int start, int length)
    {
        var words = new List<(int, int)>();
        var at = start;
        for (var i = start; i <= start + length; i++)
        {
            if (i == start + length || text[i] is ' ' or '\u00A0' or '\u205F' or '\u3000' or (>= '\u2000' and <= '\u200B'))
            {
                if (i > at)
                {
                    words.Add((at, i - at));
                }

                at = i + 1;
            }
        }

        return words;
    }
}

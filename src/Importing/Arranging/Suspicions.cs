using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Arranging;

/// <summary>What looks as if a part of the text were lost or spoiled. It is said and left as it is.</summary>
internal static partial class Suspicions
{
    private const int WholeSentence = 40;

    [GeneratedRegex(@"\b(?<word>\p{L}{2,})\s+\k<word>\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doubled { get; }

    private static readonly HashSet<string> OftenTwice = new(StringComparer.OrdinalIgnoreCase) { "that", "had", "nous", "vous", "die", "der", "das", "sie", "no", "bye", "very", "so", "blah", "ha", "ist", "les", "se", "si", "den", "dem", "vous", "nous", "que", "de", "la", "lo" };

    // UTF-8 that was read as Windows-1252: the second byte of a letter is a sign there.
    [GeneratedRegex(@"[ÂÃÅÄÐÑØ][\u0080-\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|â€|ï»¿|ï¿½|\uFFFD")]
    private static partial Regex Spoiled { get; }

    [GeneratedRegex(@"\b(?:the|a|an)\s+(?:of|to|is|was|are|were|and|or|that|which|for|with|from|has|have|the|a|an)\b|\b(?:of|from|into|with|for|and|or)\s+(?:of|and|or)\b(?!\s*/)|\b(?:the|a|an|and|or)\s*[.!?](?=\s|$)|\b(?:the|an?)\s*[,;:]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutNoun { get; }

    // Verbs that can be followed by two things (`was given the`) are not in it.
    [GeneratedRegex(@"\b(?:was|were|is|are|been|being)\s+(?:directed|aimed|based|focused|referred|linked|related|attributed|opposed|exposed|subjected|committed|confined|devoted|dedicated|accused|deprived|composed|concerned)\s+(?:the|an?|its|their|his|her)\b", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutPreposition { get; }

    [GeneratedRegex(@"\b(?:may|might|could|can|would|will|should|must)\s+(?:interpret|construe|regard|perceive|portray|characteri[sz]e|depict|treat)\s+(?:(?!as\b|how\b|why\b|in\b|by\b|with\b|to\b|differently\b|correctly\b)[\p{L}’'-]+\s*){1,6}[.!?](?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutComplement { get; }

    [GeneratedRegex(@"[,;:]\s*[.!?](?=\s|$)|,\s*,|(?<!\.)\.\s\.(?!\.)")]
    private static partial Regex OddSigns { get; }

    [GeneratedRegex("&(?:amp|nbsp|quot|lt|gt|#[0-9]{2,5});")]
    private static partial Regex LeftOver { get; }

    // Only what no sentence of the language can hold: articles and prepositions of these have other uses than the English ones.
    [GeneratedRegex(@"\b(?:la|les|des|du|aux)\s+(?:est|sont|et|dont)\b|\b(?:des|aux)\s+(?:qui|avec)\b|\b(?:de|dans)\s+(?:et|ou|dans|avec)\b|(?<![-’'])\b(?:les|des|aux|dans|de)\s*[.!?](?=\s|$)|\b(?:des|aux|du)\s*[,;:]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutNounInFrench { get; }

    [GeneratedRegex(@"\bdes\s+(?:ist|sind|war|waren|wird|werden|und|oder)\b|\bfür\s+(?:und|oder|ist|sind|wird|werden)\b|\b(?:und|oder)\s+(?:und|oder)\b(?!\s*/)|\b(?:des|und|oder|weil|dass)\s*[.!?](?=\s|$)|\bdes\s*[,;:]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutNounInGerman { get; }

    [GeneratedRegex(@"\b(?:del|al)\s+(?:es|son|fue|fueron|está|están|pero|con|de|y)\b|\b(?:los|las)\s+(?:es|son|está|están|pero)\b|\b(?:de|en)\s+(?:y|o|pero|con)\b|\b(?:de|en|el|los|las|del|y|que)\s*[.!](?=\s|$)|\b(?:del|los|las)\s*[,;:]", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutNounInSpanish { get; }

    private static Regex[] PatternsOf(Tongue tongue) => tongue switch
    {
        Tongue.French => [WithoutNounInFrench],
        Tongue.German => [WithoutNounInGerman],
        Tongue.Spanish => [WithoutNounInSpanish],
        Tongue.English => [WithoutNoun, WithoutPreposition],
        _ => [],
    };

    public static IEnumerable<(string Words, string What)> In(Block block, Tongue tongue)
    {
        var text = block.Text;
        foreach (Match match in Spoiled.Matches(text).DistinctBy(m => m.Value))
        {
            yield return (Around(text, match), "letters that were read in a wrong encoding");
        }

        foreach (Match match in LeftOver.Matches(text))
        {
            yield return (Around(text, match), "a sign that a program wrote in place of a letter");
        }

        if (block.Part is Part.Code or Part.Rule)
        {
            yield break;
        }

        foreach (Match match in Doubled.Matches(text))
        {
            if (!OftenTwice.Contains(match.Groups["word"].Value) && char.IsLower(match.Value[^1]) && !(char.IsUpper(match.Value[0]) && char.IsUpper(match.Value[match.Value.LastIndexOf(' ') + 1])))
            {
                yield return (Around(text, match), "a word stands twice");
            }
        }

        foreach (var pattern in PatternsOf(tongue))
        {
            foreach (Match match in pattern.Matches(text))
            {
                yield return (Around(text, match), "a word may be missing");
            }
        }

        foreach (Match match in tongue == Tongue.English ? WithoutComplement.Matches(text) : (IEnumerable<Match>)[])
        {
            yield return (Around(text, match), "the sentence may be cut short, or a word missing");
        }

        foreach (Match match in OddSigns.Matches(text))
        {
            yield return (Around(text, match), "punctuation that does not fit together");
        }

        if (block.Part is Part.Paragraph && Cut(text) is { } cut)
        {
            yield return cut;
        }

        if (Unclosed(text) is { } unclosed)
        {
            yield return unclosed;
        }
    }

    private static (string, string)? Cut(string text)
    {
        var end = text.TrimEnd('”', '"', '’', '\'', ')', ']', '»', '“', ' ', '*');
        if (text.Length >= WholeSentence && end.Length > 0 && (char.IsLetterOrDigit(end[^1]) || end[^1] is ',' or '-' or '–'))
        {
            return ("…" + text[^Math.Min(text.Length, 50)..], "the paragraph ends without an end");
        }

        return text.Length >= WholeSentence && char.IsLower(text[0]) && text[0] < 0x250 && !text.StartsWith("http", StringComparison.Ordinal) && !text.StartsWith("www.", StringComparison.Ordinal) ? (text[..Math.Min(text.Length, 50)] + "…", "the paragraph begins in the midst of a sentence") : null;
    }

    private static (string, string)? Unclosed(string text)
    {
        foreach (var (open, close, what) in ((char, char, string)[])[('“', '”', "quotation"), ('«', '»', "quotation"), ('(', ')', "bracket"), ('[', ']', "bracket"), ('„', '“', "quotation"), ('「', '」', "quotation"), ('‘', '’', "quotation")])
        {
            var (opened, closed) = (text.Count(c => c == open), text.Count(c => c == close));

            // An apostrophe looks like the end of a quotation, and German ends one where English begins it.
            var isOdd = open == '„' && opened == 0 ? false : open == '‘' ? opened > closed : open == '“' && text.Contains('„', StringComparison.Ordinal) ? false : open == '„' ? opened != closed + text.Count(c => c == '”') : opened != closed;
            if (isOdd && (open != '(' || !IsNumbering(text)))
            {
                var at = opened > closed ? text.LastIndexOf(open) : text.IndexOf(close, StringComparison.Ordinal);
                return (Around(text, at < 0 ? 0 : at, 1), opened > closed ? $"a {what} that is never closed" : $"a {what} that was never opened");
            }
        }

        return text.Count(c => c == '"') % 2 == 1 && !InchMark.IsMatch(text) ? (Around(text, text.LastIndexOf('"'), 1), "a quotation that is never closed") : null;
    }

    // a) and 1) number the parts of a sentence.
    private static bool IsNumbering(string text) => Numbering.IsMatch(text);

    [GeneratedRegex(@"(?<![\p{L}\p{N}(])[\p{L}\p{N}]{1,3}\)")]
    private static partial Regex Numbering { get; }

    [GeneratedRegex("[0-9]\"")]
    private static partial Regex InchMark { get; }

    private static string Around(string text, Match match) => Around(text, match.Index, match.Length);

    private static string Around(string text, int index, int length)
    {
        var start = Math.Max(0, index - 25);
        var end = Math.Min(text.Length, index + length + 25);
        start = start == 0 ? 0 : text.IndexOf(' ', start) is var space and >= 0 && space < index ? space + 1 : index;
        end = end == text.Length ? end : text.LastIndexOf(' ', end) is var last && last >= index + length ? last : index + length;
        return (start > 0 ? "…" : "") + text[start..end] + (end < text.Length ? "…" : "");
    }
}

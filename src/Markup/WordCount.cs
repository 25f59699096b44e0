using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyArchive.Markup;

/// <summary>Counts the words of a text, and which longer ones it uses how often, without making a string of any.</summary>
internal static class WordCount
{
    private const int LeadLength = 300;
    private const int ShortestTerm = 4;

    public static (int Total, ImmutableArray<TermCount> Terms, string Lead) Of(MarkdownDocument document)
    {
        var counts = new Dictionary<uint, int>();
        var total = 0;
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            total += Count(literal.Content.AsSpan(), counts);
        }

        var terms = ImmutableArray.CreateBuilder<TermCount>(counts.Count);
        foreach (var (hash, count) in counts)
        {
            terms.Add(new TermCount(hash, count));
        }

        terms.Sort((a, b) => a.Hash.CompareTo(b.Hash));
        return (total, terms.MoveToImmutable(), Lead(document));
    }

    // Chinese, Japanese and Korean write no spaces: two of their letters count as a word, and make a term.
    private static int Count(ReadOnlySpan<char> text, Dictionary<uint, int> counts)
    {
        const uint Basis = 2166136261;
        const uint Prime = 16777619;
        var (words, ideographs, length, hash) = (0, 0, 0, Basis);
        var before = '\0';
        foreach (var c in text)
        {
            if (IsIdeograph(c))
            {
                ideographs++;
                if (before != '\0')
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, ((Basis ^ before) * Prime ^ c) * Prime, out _)++;
                }

                before = c;
            }
            else
            {
                before = '\0';
                if (char.IsLetterOrDigit(c))
                {
                    hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
                    length++;
                    continue;
                }
            }

            if (length > 0)
            {
                End(counts);
            }
        }

        if (length > 0)
        {
            End(counts);
        }

        return words + (ideographs + 1) / 2;

        void End(Dictionary<uint, int> counts)
        {
            words++;
            if (length >= ShortestTerm)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, hash, out _)++;
            }

            (length, hash) = (0, Basis);
        }
    }

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF';

    private static string Lead(MarkdownDocument document)
    {
        var first = document.Descendants<ParagraphBlock>().FirstOrDefault(p => p.Inline?.FirstChild is not LinkInline { IsImage: true });
        var text = MarkdownReader.PlainText(first?.Inline).Trim();
        if (text.Length <= LeadLength)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', LeadLength - 1);
        return text[..(cut > 0 ? cut : LeadLength - 1)].TrimEnd(',', ';', ':', ' ') + "…";
    }
}

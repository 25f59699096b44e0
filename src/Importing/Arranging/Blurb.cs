using System.Text.RegularExpressions;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Arranging;

/// <summary>The box after a text that says who wrote or publishes it.</summary>
internal static partial class Blurb
{
    private const int Longest = 600;

    [GeneratedRegex(@"^(?:about|à propos de|über|sobre|acerca de|informazioni su|over|关于)\s+(?<whom>\S.{1,100})$", RegexOptions.IgnoreCase)]
    private static partial Regex Head { get; }

    [GeneratedRegex(@"^(?:the |this |l[’']|de l[’']|den |die |el |la |lo |los |las |het |de )*(?:authors?|writers?|auteure?s?|autor(?:in|en|es|a)?|autore|autori)\b", RegexOptions.IgnoreCase)]
    private static partial Regex OfAuthor { get; }

    [GeneratedRegex(@"\s+(?<badge>(?:\p{Lu}[\p{Lu}\p{N}&+-]+)(?:\s+\p{Lu}[\p{Lu}\p{N}&+-]+)*)$")]
    private static partial Regex Badge { get; }

    [GeneratedRegex(@"^(?:\p{Lu}[\p{Lu}\p{N}&+-]{1,}\s*){1,4}$")]
    private static partial Regex BadgeAlone { get; }

    [GeneratedRegex(@"^\s*(?:is|was|are|works?|teaches|leads|heads|serves|writes|directs|holds|studies|est|enseigne|dirige|travaille|ist|lehrt|arbeitet|leitet|war|es|enseña|trabaja|è|insegna|é|trabalha|werkt|,\s)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Verb { get; }

    /// <summary>The head of such a box: whom it is about, and the badge that stuck to it.</summary>
    /// <param name="known">The names of the source and the authors, as far as they are known.</param>
    public static (string Whom, bool IsAuthor, string? Badge)? HeadOf(string text, IReadOnlyCollection<string> known)
    {
        if (Head.Match(text.TrimEnd(':')) is not { Success: true } match || text.EndsWith('.'))
        {
            return null;
        }

        var whom = match.Groups["whom"].Value;

        // A name in capitals is no badge: what is known to be the name stays whole.
        if (known.FirstOrDefault(name => whom.StartsWith(name, StringComparison.OrdinalIgnoreCase) && name.Length > 2) is { } name)
        {
            var rest = whom[name.Length..].Trim();
            return (whom[..name.Length], OfAuthor.IsMatch(whom), rest.Length == 0 ? null : rest);
        }

        var badge = Badge.Match(whom) is { Success: true } found && found.Groups["badge"].Length > 3 && found.Index > 0 ? found.Groups["badge"].Value : null;
        return (badge is null ? whom : whom[..^badge.Length].TrimEnd(), OfAuthor.IsMatch(whom), badge);
    }

    public static bool IsBadge(string text) => text.Length <= 30 && BadgeAlone.IsMatch(text);

    public static bool IsShort(Block block) => block.Text.Length <= Longest && block.Part is Part.Paragraph or Part.Quote;

    /// <summary>The author whom a paragraph introduces, or null.</summary>
    public static string? AuthorIn(string text, IEnumerable<string> authors) =>
        text.Length > Longest ? null : authors.FirstOrDefault(author => TextFold.Key(text).StartsWith(TextFold.Key(author), StringComparison.Ordinal) && text.Length > author.Length + 8 && Verb.IsMatch(text[author.Length..]));
}

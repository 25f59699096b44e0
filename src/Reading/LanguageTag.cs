using System.Text.RegularExpressions;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>A well-formed tag (RFC 5646, 2.1), as <c>en</c>, <c>pt-BR</c> or <c>zh-Hant-TW</c>.</summary>
internal static partial class LanguageTag
{
    // langtag without the reserved and unassigned primary languages of four to eight letters; or a private one.
    [GeneratedRegex("^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed { get; }

    public static bool IsTag(string text) => WellFormed.IsMatch(text);

    public static string? Read(Keys keys)
    {
        if (keys.Text("language", "lang") is not { } mention)
        {
            return null;
        }

        if (WellFormed.IsMatch(mention.Text))
        {
            return Canonical(mention.Text);
        }

        var hyphened = mention.Text.Replace('_', '-');
        keys.Findings.Add(Finding.Error(keys.Codes.Language, mention.Place, $"\u201c{mention.Text}\u201d is not a language tag (BCP 47)", WellFormed.IsMatch(hyphened) ? $"write `{hyphened}`" : "write e.g. `en`, `fr` or `pt-BR`"));
        return null;
    }

    // RFC 5646, 2.1.1: en, zh-Hant-TW, de-1901-x-own. After a single letter all is small.
    private static string Canonical(string tag)
    {
        var parts = tag.ToLowerInvariant().Split('-');
        for (var i = 1; i < parts.Length && parts[i].Length > 1; i++)
        {
            parts[i] = parts[i].Length switch
            {
                2 => parts[i].ToUpperInvariant(),
                4 when char.IsAsciiLetter(parts[i][0]) => char.ToUpperInvariant(parts[i][0]) + parts[i][1..],
                _ => parts[i],
            };
        }

        return string.Join('-', parts);
    }
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PolicyArchive.Theming;

/// <summary>The custom properties that the theme's style sheets set first, which is for light screens: <c>accent</c> is <c>#981b32</c>.</summary>
internal static partial class DesignTokens
{
    [GeneratedRegex(@"(?<![\w-])--(?<name>[\w-]+)\s*:\s*(?:light-dark\(\s*(?<value>[^,;}]+),|(?<value>[^;}]+))")]
    private static partial Regex Token { get; }

    /// <param name="sheets">The theme's own sheet speaks before those of single pages.</param>
    public static FrozenDictionary<string, string> Of(IEnumerable<StyleSheet> sheets)
    {
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in sheets.OrderBy(sheet => Array.IndexOf(["tokens.css", "site.css"], sheet.Name) is var at and >= 0 ? at : 2).ThenBy(sheet => sheet.Name, StringComparer.Ordinal).Select(sheet => sheet.Text))
        {
            foreach (Match match in Token.Matches(text))
            {
                tokens.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value.Trim());
            }
        }

        return tokens.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Citing.Styles;

/// <summary>Given names as styles shorten them.</summary>
internal static partial class GivenName
{
    /// <summary><c>Ana María</c> to <c>A. M.</c>, <c>Jean-Paul</c> to <c>J.-P.</c>; a name of a script without initials stays.</summary>
    public static string Initials(CitedName.Personal person)
    {
        // What begins with a small letter at the end is a particle, and is kept.
        var given = person.Given;
        return person.Particle.Length == 0 && given.LastIndexOf(' ') is > 0 and var space && char.IsLower(given[space + 1])
            ? $"{Initials(given[..space])} {given[(space + 1)..]}"
            : Initials(given);
    }

    /// <summary>In full, with a stop and a space after each initial: <c>J.Q.</c> to <c>J. Q.</c>.</summary>
    public static string Full(CitedName.Personal person) => Full(person.Given);

    private static string Initials(string given)
    {
        if (!StartsAlphabetic(given))
        {
            return given;
        }

        var result = new StringBuilder();
        var (names, hyphens) = Parts(given);
        for (var i = 0; i < names.Length; i++)
        {
            var isShort = ShortOf(names[i]) is not null;
            result.Append(ShortOf(names[i]) ?? " " + names[i]).Append(isShort ? ". " : i < names.Length - 1 ? " " : "");
            if (i < names.Length - 1 && hyphens[i])
            {
                result.Append('-');
            }
        }

        return Tidy(result.ToString());
    }

    private static string Full(string given)
    {
        if (!StartsAlphabetic(given))
        {
            return given;
        }

        var result = new StringBuilder();
        var (names, hyphens) = Parts(given);
        for (var i = 0; i < names.Length; i++)
        {
            var name = names[i];
            var isShort = (name.Length > 1 && name[^1] == '.') || (name.Length == 1 && name[0] == char.ToUpperInvariant(name[0]));
            result.Append(isShort ? name.TrimEnd('.') + ". " : name + (i < names.Length - 1 ? " " : ""));
            if (i < names.Length - 1 && hyphens[i])
            {
                result.Append('-');
            }
        }

        return Tidy(result.ToString());
    }

    private static bool StartsAlphabetic(string given) => given.Length > 0 && (given[0] == '&' || Script.IsAlphabetic(given[0]));

    // The names, and after each whether a hyphen follows.
    private static (string[] Names, bool[] Hyphens) Parts(string given)
    {
        var spaced = StopsWithoutSpace.Replace(given, ". ");
        var names = Separators.Split(spaced);
        bool[] hyphens = [.. Separators.Matches(spaced).Select(separator => separator.Value.Contains('-', StringComparison.Ordinal))];
        if (names is [[.., >= 'A' and <= 'Z'] only] && (only.Length == 1 || only[^2] == '.'))
        {
            names[0] += ".";
        }

        return (names, hyphens);
    }

    private static string? ShortOf(string name)
    {
        if (name.Length == 0 || !IsCapital(name[0]))
        {
            return null;
        }

        var letters = name.AsSpan(1);
        var length = 0;
        while (length < letters.Length && (char.IsAsciiLetter(letters[length]) || letters[length] >= '\u00C0') && letters[length] != '.')
        {
            length++;
        }

        letters = letters[..length];
        if (length > 0 && name.Length > length + 1 && name[length + 1] == '.')
        {
            return name[..(length + 1)];
        }

        var capitals = 0;
        while (capitals < letters.Length && letters[capitals] == char.ToUpper(letters[capitals], CultureInfo.InvariantCulture))
        {
            capitals++;
        }

        return name[..1] + (capitals < letters.Length ? letters[..capitals].ToString().ToLowerInvariant() : "");
    }

    private static bool IsCapital(char c) => c == char.ToUpperInvariant(c) && c is
        (>= 'A' and <= 'Z') or (>= '\u0E01' and <= '\u0E5B') or (>= '\u00C0' and <= '\u017F') or (>= '\u0400' and <= '\u042F')
        or (>= '\u0590' and <= '\u05D4') or (>= '\u05D6' and <= '\u05FF') or (>= '\u0600' and <= '\u06FF') or '\u0386' or (>= '\u0388' and <= '\u03AB');

    private static string Tidy(string text) => Spaces.Replace(HyphenSpaces.Replace(text.TrimEnd(), "-"), " ");

    [GeneratedRegex(@"\.(?=[^ ])")]
    private static partial Regex StopsWithoutSpace { get; }

    // Of a hyphen before a small letter (Abd-al) the parts are one name.
    [GeneratedRegex(@"(?:\s+|-(?!\p{Ll}))+")]
    private static partial Regex Separators { get; }

    [GeneratedRegex(@"\s*-\s*")]
    private static partial Regex HyphenSpaces { get; }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}

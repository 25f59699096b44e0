namespace PolicyArchive.Citing.Styles;

/// <summary>What the script of a text means for its setting.</summary>
internal static class Script
{
    /// <summary>Whether a text has a letter or digit of a script that is set in italics.</summary>
    public static bool HasItalics(string text) => text.Any(c => IsAlphabetic(c) || char.IsAsciiDigit(c) || c == '-');

    /// <summary>Whether a name has a letter of a script in which the given name comes first and is shortened.</summary>
    public static bool IsAlphabetic(string text) => text.Any(IsAlphabetic) || text.Any(c => char.IsAsciiDigit(c) || c == '-');

    /// <summary>Latin, Greek, Cyrillic, Hebrew, Arabic and Thai: the scripts that citation processors count as alphabetic.</summary>
    public static bool IsAlphabetic(char c) => char.IsAsciiLetter(c) || c is
        (>= '\u0E01' and <= '\u0E5B') or (>= '\u00C0' and <= '\u017F') or (>= '\u0370' and <= '\u03FF') or (>= '\u0400' and <= '\u052F')
        or (>= '\u0590' and <= '\u05D4') or (>= '\u05D6' and <= '\u05FF') or (>= '\u1F00' and <= '\u1FFF') or (>= '\u0600' and <= '\u06FF')
        or '\u200C' or '\u200D' or '\u200E' or '\u0218' or '\u0219' or '\u021A' or '\u021B' or (>= '\u202A' and <= '\u202E');
}

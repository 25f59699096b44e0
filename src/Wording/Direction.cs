namespace PolicyArchive.Wording;

/// <summary>Which way a language is written.</summary>
public static class Direction
{
    private static readonly string[] Scripts = ["Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Rohg", "Adlm"];

    public static bool IsRightToLeft(string language)
    {
        var parts = language.Split('-');
        return parts.Skip(1).FirstOrDefault(part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script
            ? Scripts.Contains(script, StringComparer.OrdinalIgnoreCase)
            : parts[0] is "ar" or "fa" or "he" or "ur" or "ps" or "yi" or "sd" or "ug" or "dv" or "ckb";
    }

    /// <summary>For <c>dir</c>.</summary>
    public static string Of(string language) => IsRightToLeft(language) ? "rtl" : "ltr";
}

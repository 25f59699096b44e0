namespace PolicyArchive.Citing.Styles;

/// <summary>Titles in the capitals of a style.</summary>
internal static class Titles
{
    /// <summary>In capitals if it is English; other languages have their own.</summary>
    public static string InCapitals(string title, Reference reference) => IsEnglish(reference) ? LetterCase.Title(title) : title;

    private static bool IsEnglish(Reference reference) => reference.Language is "en" || reference.Language.StartsWith("en-", StringComparison.OrdinalIgnoreCase);
}

namespace PolicyArchive.Wording;

/// <summary>The digits of Arabic, which are those of the region, as Unicode's CLDR has them: 123 in the Maghreb and the Emirates, and where no region is named; elsewhere ١٢٣.</summary>
internal static class ArabicNumerals
{
    private const string Regions = " BH DJ EG ER IL IQ JO KM KW LB MR OM PS QA SA SD SO SS SY TD YE ";

    /// <summary>Null where the words file decides.</summary>
    public static Numerals? For(string language)
    {
        var parts = language.Split('-');
        return parts[0].Equals("ar", StringComparison.OrdinalIgnoreCase) && parts.Skip(1).Any(part => part.Length == 2 && Regions.Contains($" {part.ToUpperInvariant()} ", StringComparison.Ordinal))
            ? new Numerals("٠١٢٣٤٥٦٧٨٩", "٬", "٫", 1000)
            : null;
    }
}

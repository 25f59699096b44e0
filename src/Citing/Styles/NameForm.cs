namespace PolicyArchive.Citing.Styles;

/// <summary>One author as a style prints one.</summary>
/// <param name="Given">What the style makes of given names.</param>
/// <param name="KeepsParticles">Whether <c>van der Berg, Jan</c> stands under V; else it is <c>Berg, Jan van der</c>.</param>
internal sealed record NameForm(Func<CitedName.Personal, string> Given, bool KeepsParticles)
{
    /// <summary>Family name first, as lists are sorted.</summary>
    /// <param name="language">Of the piece: in Chinese and Japanese ones every family name comes first.</param>
    public string Inverted(CitedName name, string language) => name switch
    {
        CitedName.Personal person when !IsInverted(person, language) => FamilyFirst(person),
        CitedName.Personal person when KeepsParticles => Listed(person.WholeFamily, Given(person), person.Suffix),
        CitedName.Personal person => Listed(person.Family, $"{Given(person)} {person.Particle}".Trim(), person.Suffix),
        CitedName.Literal body => body.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>As the name is spoken.</summary>
    /// <inheritdoc cref="Inverted"/>
    public string Spoken(CitedName name, string language) => name switch
    {
        CitedName.Personal person when !IsInverted(person, language) => FamilyFirst(person),
        CitedName.Personal person => $"{Given(person)} {person.WholeFamily} {person.Suffix}".Trim(),
        CitedName.Literal body => body.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static string Listed(params ReadOnlySpan<string> parts)
    {
        var shown = "";
        foreach (var part in parts)
        {
            shown = part.Length == 0 ? shown : shown.Length == 0 ? part : $"{shown}, {part}";
        }

        return shown;
    }

    private static bool IsInverted(CitedName.Personal person, string language) =>
        Script.IsAlphabetic(person.Family) && !language.StartsWith("ja", StringComparison.Ordinal) && !language.StartsWith("zh", StringComparison.Ordinal);

    private string FamilyFirst(CitedName.Personal person) =>
        Script.IsAlphabetic(person.Family) || (person.Given.Length > 0 && Script.IsAlphabetic(person.Given[0]))
            ? $"{person.Particle} {person.Family} {Given(person)}".Trim()
            : person.Particle + person.Family + Given(person);
}

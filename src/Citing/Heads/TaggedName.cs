namespace PolicyArchive.Citing.Heads;

/// <summary>
/// A name as Zotero takes it apart where tags and ContextObjects give it: at its first comma, or else before its last word. What stands
/// after a second comma is lost, and a page's only author is taken for two where both sides of the comma have a space.
/// </summary>
internal static class TaggedName
{
    public static string Of(CitedName name, bool isOnly) => name switch
    {
        CitedName.Personal { Suffix: var suffix } person => Inverted(suffix.Length > 0 ? $"{person.WholeFamily} {suffix}" : person.WholeFamily, person.Given, isOnly),
        // A comma with nothing after it keeps the words of a body together.
        CitedName.Literal { Name: var body } => body.Contains(' ', StringComparison.Ordinal) && !body.Contains(',', StringComparison.Ordinal) ? body + "," : body,
        _ => throw new InvalidOperationException($"unknown kind of name {name.GetType().Name}"),
    };

    private static string Inverted(string family, string given, bool isOnly) =>
        $"{family}, {(isOnly && family.Contains(' ', StringComparison.Ordinal) ? given.Replace(' ', '\u00A0') : given)}";
}

namespace PolicyArchive.Theming;

/// <summary>What a template's expression gives, as far as it can be known before any page is rendered.</summary>
/// <param name="Type">The type, or the items' type of a list; null after a mistake that is already reported.</param>
internal readonly record struct Kind(Type? Type, bool IsList = false)
{
    public static Kind Unknown { get; }

    public static Kind Text { get; } = new(typeof(string));

    public static Kind Number { get; } = new(typeof(int));

    public static Kind Truth { get; } = new(typeof(bool));

    /// <summary>The <c>forloop</c> of Liquid.</summary>
    public static Kind Loop { get; } = new(typeof(Fluid.Values.ForLoopValue));

    /// <summary>
    /// Whether it may be printed. An object would print the name of its type, and Liquid prints the items of a list
    /// without encoding them.
    /// </summary>
    public bool IsPrintable => Type is null || (!IsList && (Type == typeof(string) || Type == typeof(int) || Type == typeof(bool) || Type == typeof(TrustedMarkup) || Type == typeof(TrustedData)));

    public Kind Item => new(Type);

    public override string ToString() => (IsList, Type) switch
    {
        (true, _) => "a list",
        (_, null) => "unknown",
        (_, var type) when type == typeof(string) => "a text",
        (_, var type) when type == typeof(int) => "a number",
        (_, var type) when type == typeof(bool) => "true or false",
        (_, var type) when type == typeof(TrustedMarkup) => "markup",
        (_, var type) when type == typeof(TrustedData) => "data",
        (_, var type) when type == typeof(Wording.Phrase) => "a phrase with places to fill",
        _ => "an object",
    };
}

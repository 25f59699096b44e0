namespace PolicyArchive.Sharing.Drawing;

/// <summary>The colours of a card: its ground, and what is printed on it.</summary>
internal sealed record Inks(Colour Paper, Colour Text, Colour Quiet, Colour Accent, Colour Line)
{
    /// <summary>What the theme's tokens say of light pages, and black on white where they say it in another way.</summary>
    public static Inks Of(Func<string, string?> token)
    {
        Colour One(string name, Colour otherwise) => Colour.Parse(token(name)) ?? otherwise;
        var text = One("ink", new Colour(0x17, 0x18, 0x1A));
        return new Inks(
            One("paper", new Colour(0xFF, 0xFF, 0xFF)),
            text,
            One("quiet", new Colour(0x54, 0x58, 0x5D)),
            One("accent", text),
            One("line", new Colour(0xD8, 0xD9, 0xDB)));
    }
}

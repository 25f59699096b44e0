using System.Collections.Immutable;

namespace PolicyArchive.Theming;

/// <summary>The font files that cards are set in: those of the theme's folder <c>cards</c>, by their names; those of <c>cards/small</c> come first for small print.</summary>
public sealed record CardFonts(ImmutableArray<string> Large, ImmutableArray<string> Small)
{
    /// <param name="folder">The theme's.</param>
    internal static CardFonts In(string folder)
    {
        var large = FilesOf(Path.Combine(folder, "cards"));
        return new CardFonts(large, [.. FilesOf(Path.Combine(folder, "cards", "small")), .. large]);
    }

    private static ImmutableArray<string> FilesOf(string folder) => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder).Where(path => Path.GetExtension(path).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc").Order(StringComparer.Ordinal)]
        : [];
}

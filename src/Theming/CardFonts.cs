using System.Collections.Immutable;

namespace PolicyArchive.Theming;

/// <summary>The font files that cards are set in: those of the theme's folder <c>cards</c>, by their names; those of <c>cards/small</c> come first for small print.</summary>
public sealed record CardFonts(ImmutableArray<string> Large, ImmutableArray<string> Small)
{
    internal static CardFonts In(ThemeFolder theme)
    {
        var large = FilesOf(theme, "cards");
        return new CardFonts(large, [.. FilesOf(theme, "cards/small"), .. large]);
    }

    private static ImmutableArray<string> FilesOf(ThemeFolder theme, string below) =>
        [.. theme.Files(below, "*", SearchOption.TopDirectoryOnly).Select(file => file.Path).Where(path => Path.GetExtension(path).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc")];
}

using System.Collections.Immutable;
using PolicyArchive.Keeping;
using PolicyArchive.Sharing.Drawing;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing;

/// <summary>What all cards of a site have in common: the theme's fonts, opened, and its colours.</summary>
public sealed class CardDesign
{
    // A font begins with the check sums of its tables (OpenType, table directory).
    private const int HeadBytes = 4096;

    private CardDesign(TypeCase large, TypeCase small, Inks inks, string key) =>
        (Large, Small, Card, Key) = (large, small, new Card(large, small, inks), key);

    internal TypeCase Large { get; }

    internal TypeCase Small { get; }

    internal Card Card { get; }

    /// <summary>Differs wherever the same text would make another picture.</summary>
    internal string Key { get; }

    /// <summary>Null where there are no fonts, and <paramref name="trouble"/> where they cannot be used on this machine.</summary>
    /// <param name="large">Font files for titles: a letter is set in the first that has it.</param>
    /// <param name="small">The same for small print.</param>
    /// <param name="token">The theme's colours by name, as CSS writes them.</param>
    public static CardDesign? Open(IReadOnlyList<string> large, IReadOnlyList<string> small, Func<string, string?> token, out string? trouble)
    {
        trouble = null;
        try
        {
            var faces = large.Concat(small).Distinct(StringComparer.Ordinal).ToDictionary(path => path, CardFace.Open, StringComparer.Ordinal);
            var (titles, notes) = (Case(large, faces), Case(small, faces));
            return titles is null || notes is null ? null : new CardDesign(titles, notes, Inks.Of(token), KeyOf(large, small, Inks.Of(token)));
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException)
        {
            trouble = (e is TypeInitializationException ? e.GetBaseException() : e).Message.ReplaceLineEndings(" ").Split(". ")[0];
            return null;
        }
    }

    private static TypeCase? Case(IEnumerable<string> paths, Dictionary<string, CardFace?> faces) =>
        paths.Select(path => faces[path]).OfType<CardFace>().ToImmutableArray() is { IsEmpty: false } some ? new TypeCase(some) : null;

    private static string KeyOf(IReadOnlyList<string> large, IReadOnlyList<string> small, Inks inks)
    {
        using var key = new KeptKey();
        key.With($"{Card.Edition}").With($"{inks}").With($"{large.Count}");
        var head = new byte[HeadBytes];
        foreach (var path in large.Concat(small))
        {
            using var file = File.OpenHandle(path);
            key.With($"{RandomAccess.GetLength(file)}").With(head.AsSpan(0, RandomAccess.Read(file, head, 0)));
        }

        return key.Text();
    }
}

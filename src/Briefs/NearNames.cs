using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>Names that differ by so little that one is probably a slip for the other.</summary>
internal static class NearNames
{
    /// <param name="cure">What to do if the two are one.</param>
    public static IEnumerable<Finding> Among(IEnumerable<(string Name, Place Place)> names, string cure)
    {
        var whole = new Dictionary<string, (string Name, Place Place)>(StringComparer.Ordinal);
        var shortened = new Dictionary<string, (string Name, Place Place)>(StringComparer.Ordinal);
        foreach (var named in names.OrderBy(n => n.Place).ThenBy(n => n.Name, StringComparer.Ordinal))
        {
            var bare = Bare(named.Name);
            var less = OneLetterLess(bare).ToArray();
            var isNear = whole.TryGetValue(bare, out var other) || shortened.TryGetValue(bare, out other) || less.Any(key => whole.TryGetValue(key, out other));
            if (isNear && other.Name != named.Name)
            {
                yield return Finding.Warning("DATA105", named.Place, $"\u201c{named.Name}\u201d is nearly \u201c{other.Name}\u201d ({other.Place})", $"if they are one, {cure}");
            }

            whole.TryAdd(bare, named);
            foreach (var key in less)
            {
                shortened.TryAdd(key, named);
            }
        }
    }

    // The name without endings of the plural, accents, spaces and punctuation.
    private static string Bare(string name) =>
        string.Concat(TextFold.FoldLatin(name).ToLowerInvariant()
            .Split([' ', '-', '_', '/', '&', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(Singular)
            .Select(word => string.Concat(word.Where(char.IsLetterOrDigit))));

    // A letter left out or put in is a slip; a letter exchanged is often another word, as in "East" and "West".
    private static IEnumerable<string> OneLetterLess(string bare) =>
        bare.Length is < 9 or > 60 || bare.Any(char.IsAsciiDigit) ? [] : Enumerable.Range(0, bare.Length).Select(i => bare.Remove(i, 1));

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? word[..^3] + "y"
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word[..^1]
        : word;
}

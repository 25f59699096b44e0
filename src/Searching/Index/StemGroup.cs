using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>All words with one stem, and where the batches hold them.</summary>
/// <param name="Forms">As they are typed, in order.</param>
internal sealed record StemGroup(string Stem, string[] Forms)
{
    /// <summary>By batch, then by word; the words of one group are few.</summary>
    public List<(int Batch, int Word)> Sources { get; } = [];

    /// <summary>Gathers all groups, in the order of their first forms.</summary>
    public static StemGroup[] Of(Vocabulary vocabulary, IReadOnlyList<Batch> batches)
    {
        var byStem = vocabulary.Words.GroupBy(word => word.Stem, StringComparer.Ordinal)
            .Select(words => words.OrderBy(word => word.Form, StringComparer.Ordinal).ToArray())
            .OrderBy(words => words[0].Form, StringComparer.Ordinal).ThenBy(words => words[0].Stem, StringComparer.Ordinal)
            .ToArray();
        var groups = new StemGroup[byStem.Length];
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g] = new StemGroup(byStem[g][0].Stem, [.. byStem[g].Select(word => word.Form)]);
            for (var form = 0; form < byStem[g].Length; form++)
            {
                byStem[g][form].Place = (g, form);
            }
        }

        for (var b = 0; b < batches.Count; b++)
        {
            for (var w = 0; w < batches[b].Words.Length; w++)
            {
                groups[batches[b].Words[w].Place.Group].Sources.Add((b, w));
            }
        }

        return groups;
    }
}

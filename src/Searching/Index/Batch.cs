using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>The words of some consecutive briefs, turned from text order to word order. Made by one thread.</summary>
/// <param name="First">The number of its first brief.</param>
/// <param name="Shapes">One a brief.</param>
/// <param name="Starts">Where each brief's words begin among those of the batch, and where the last one's end.</param>
/// <param name="Words">In no order; one word may be there twice, when it was written in two ways.</param>
internal sealed record Batch(int First, BriefShape[] Shapes, int[] Starts, Word[] Words, int[] Offsets, byte[] Occurrences)
{
    /// <summary>Adds where a word stands among the batch's words, in order.</summary>
    public void AddOccurrences(int word, List<int> to)
    {
        var at = Offsets[word];
        for (var last = -1; at < Offsets[word + 1];)
        {
            last += 1 + ByteList.ReadNumber(Occurrences, ref at);
            to.Add(last);
        }
    }
}

namespace PolicyArchive.Searching.Index;

/// <summary>All words with one stem, and where the batches hold them.</summary>
/// <param name="Forms">As they are typed, in order.</param>
/// <param name="Runs">By batch.</param>
internal sealed record StemGroup(string[] Forms, ReadOnlyMemory<StemRun> Runs);

/// <param name="At">Where it begins in its batch.</param>
/// <param name="Family">Which forms the batch has, for <see cref="Lexicon.Places"/>.</param>
internal readonly record struct StemRun(int Batch, int At, int Family);

namespace PolicyArchive.Searching.Index;

/// <summary>All words with one stem, and where the batches hold them.</summary>
/// <param name="Forms">As they are typed, in order.</param>
/// <param name="Places">By the number that <see cref="StemRun.Forms"/> gives a form: where it stands among these.</param>
/// <param name="Runs">By batch.</param>
internal sealed record StemGroup(string[] Forms, int[] Places, StemRun[] Runs);

/// <param name="At">Where it begins in its batch.</param>
/// <param name="Forms">By the number that the batch gives a form.</param>
internal readonly record struct StemRun(int Batch, int At, ReadOnlyMemory<int> Forms);

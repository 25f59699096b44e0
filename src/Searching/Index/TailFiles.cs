using System.Text;

namespace PolicyArchive.Searching.Index;

/// <summary>
/// The words by their ends, for readers who slip in the first letters: these stand in no shard near the word they mean.
/// </summary>
internal sealed class TailFiles(StemGroup[] groups)
{
    private const int FormsInOne = 500;
    private const int ShortestForm = 4;
    private const int LongestHead = 4;

    private readonly string[] _forms = [.. groups.SelectMany(group => group.Forms).Where(form => form.Length >= ShortestForm && char.IsLetter(form[0]) && !form.Any(char.IsSurrogate)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public int Count => Math.Max(1, (_forms.Length + FormsInOne - 1) / FormsInOne);

    public void Write(IndexFolder folder)
    {
        var files = _forms.GroupBy(form => Hash(Tail(form)) % (uint)Count).ToDictionary(file => (int)file.Key);
        Parallel.For(0, Count, number =>
        {
            var forms = files.TryGetValue(number, out var some) ? some.AsEnumerable() : [];
            var tails = forms.GroupBy(Tail, StringComparer.Ordinal).OrderBy(tail => tail.Key, StringComparer.Ordinal);
            var text = new StringBuilder();
            foreach (var tail in tails)
            {
                text.Append(text.Length == 0 ? "" : "\n").Append(tail.Key).Append(' ').AppendJoin(' ', tail.Select(form => form[..^tail.Key.Length]));
            }

            folder.Add($"e/{number}.bin", Encoding.UTF8.GetBytes(text.ToString()));
        });
    }

    private static string Tail(string form) => form[Math.Min(LongestHead, form.Length / 2)..];

    // Over UTF-16 units, as the browser does it.
    private static uint Hash(string text) => text.Aggregate(0u, (hash, c) => (hash * 31u) + c);
}

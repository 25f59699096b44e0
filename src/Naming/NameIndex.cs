using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace PolicyArchive.Naming;

/// <summary>
/// Very many names, to find the nearest of one that was mistyped: only those that share most runs of three letters with
/// it are compared. Built when first asked; may be asked from many threads.
/// </summary>
public sealed class NameIndex
{
    private const int Compared = 24;

    // Runs that thousands of names share say little, and asking about each of them takes long.
    private const int Considered = 2_000;

    private readonly string[] _names;
    private readonly Lazy<Dictionary<int, List<int>>> _postings;
    private readonly ConcurrentDictionary<string, string?> _answers = new(StringComparer.Ordinal);

    public NameIndex(IEnumerable<string> names)
    {
        _names = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _postings = new(Index);
    }

    /// <summary>As <see cref="Nearest.To"/> says.</summary>
    public string? Nearest(string word) => _answers.GetOrAdd(word, Find);

    private string? Find(string word)
    {
        if (_names.Length <= Compared)
        {
            return Naming.Nearest.To(word, _names);
        }

        var shared = new Dictionary<int, int>();
        var left = Considered;
        foreach (var names in Runs(word).Select(run => _postings.Value.GetValueOrDefault(run, [])).OrderBy(names => names.Count))
        {
            foreach (var name in names.Take(left))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, name, out _)++;
            }

            left -= Math.Min(left, names.Count);
        }

        // A name much longer than the word shares many runs with it by chance.
        return Naming.Nearest.To(word, shared
            .OrderByDescending(s => (double)s.Value / Math.Max(word.Length, _names[s.Key].Length)).ThenBy(s => s.Key)
            .Take(Compared).Select(s => _names[s.Key]));
    }

    private Dictionary<int, List<int>> Index()
    {
        var postings = new Dictionary<int, List<int>>();
        for (var i = 0; i < _names.Length; i++)
        {
            foreach (var run in Runs(_names[i]))
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(postings, run, out _) ??= []).Add(i);
            }
        }

        return postings;
    }

    private static HashSet<int> Runs(string word)
    {
        var padded = $" {word.ToLowerInvariant()} ";
        var runs = new HashSet<int>();
        for (var i = 0; i + 2 < padded.Length; i++)
        {
            runs.Add((padded[i] * 31 + padded[i + 1]) * 31 + padded[i + 2]);
        }

        return runs;
    }
}

using System.Text;

namespace PolicyArchive.Searching.Analysis;

/// <summary>A word as it is typed and what it is counted as.</summary>
/// <param name="Form">Folded, as UTF-8.</param>
/// <param name="Stem">The number of its stem: words with one stem share one list of postings, whatever their languages.</param>
internal readonly record struct Word(byte[] Form, int Stem);

/// <summary>The words that one thread has met, each once, in whatever languages and however they were written.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<(string Form, string Stem), int> _known = [];
    private readonly Dictionary<string, int> _stemNumbers = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];
    private readonly List<byte[]> _stems = [];
    private readonly List<int> _ordered = [];

    public IReadOnlyList<Word> Words => _words;

    /// <summary>Folded, as UTF-8.</summary>
    public IReadOnlyList<byte[]> Stems => _stems;

    /// <summary>The numbers of all stems, in the order of their bytes.</summary>
    public IReadOnlyList<int> Ordered()
    {
        // The longer a thread reads, the fewer stems are new to it.
        List<int> later = [.. Enumerable.Range(_ordered.Count, _stems.Count - _ordered.Count)];
        later.Sort(Compare);
        var before = _ordered.Count - 1;
        _ordered.AddRange(later);
        for (var (to, next) = (_ordered.Count - 1, later.Count - 1); next >= 0; to--)
        {
            _ordered[to] = before >= 0 && Compare(_ordered[before], later[next]) > 0 ? _ordered[before--] : later[next--];
        }

        return _ordered;
    }

    private int Compare(int one, int other) => _stems[one].AsSpan().SequenceCompareTo(_stems[other]);

    /// <summary>The number of a word, which is a new one when it was not met before.</summary>
    public int Intern(string form, string stem)
    {
        if (_known.TryAdd((form, stem), _words.Count))
        {
            if (_stemNumbers.TryAdd(stem, _stems.Count))
            {
                _stems.Add(Encoding.UTF8.GetBytes(stem));
            }

            _words.Add(new Word(Encoding.UTF8.GetBytes(form), _stemNumbers[stem]));
        }

        return _known[(form, stem)];
    }
}

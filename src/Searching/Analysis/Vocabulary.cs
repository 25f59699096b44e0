using System.Collections.Concurrent;

namespace PolicyArchive.Searching.Analysis;

/// <summary>A word as it is typed and what it is counted as.</summary>
/// <param name="form">Folded.</param>
/// <param name="stem">Folded: words with one stem share one list of postings, whatever their languages.</param>
internal sealed class Word(string form, string stem)
{
    public string Form => form;

    public string Stem => stem;

    /// <summary>Where it stands in the finished index; set once all words are known.</summary>
    public (int Group, int Form) Place { get; set; }
}

/// <summary>Every word of the archive, each once. Safe to use from many threads.</summary>
internal sealed class Vocabulary
{
    private readonly ConcurrentDictionary<(string Form, string Stem), Word> _words = new();

    /// <summary>In no order.</summary>
    public ICollection<Word> Words => _words.Values;

    public Word Intern(string form, string stem) => _words.GetOrAdd((form, stem), static key => new Word(key.Form, key.Stem));
}

/// <summary>The words that one thread has met in one language, by the way they are written.</summary>
internal sealed class LocalWords
{
    /// <summary>In UTF-16 units. Longer runs are addresses or data, which nobody types.</summary>
    private const int Longest = 40;

    private readonly Vocabulary _vocabulary;
    private readonly List<Word> _words;
    private readonly Lucene.Net.Tartarus.Snowball.SnowballProgram? _stemmer;
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly char[] _written = new char[3 * Longest];

    /// <param name="words">Receives each word that is new.</param>
    public LocalWords(Language language, Vocabulary vocabulary, List<Word> words)
    {
        (_vocabulary, _words, _stemmer) = (vocabulary, words, language.Stemmer?.Invoke());
        _lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The number of the word among those met; -1 when it is too long to be one.</summary>
    public int Id(ReadOnlySpan<byte> utf8, bool isDense)
    {
        if (utf8.Length > 3 * Longest)
        {
            return -1;
        }

        var written = _written.AsSpan(0, System.Text.Encoding.UTF8.GetChars(utf8, _written));
        if (written.Length > Longest)
        {
            return -1;
        }

        foreach (ref var c in written)
        {
            c = char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;
        }

        if (!_lookup.TryGetValue(written, out var id))
        {
            var word = Analyse(written.ToString(), isDense);
            id = _words.Count;
            _words.Add(word);
            _ids.Add(written.ToString(), id);
        }

        return id;
    }

    private Word Analyse(string written, bool isDense)
    {
        var form = Fold.Of(written);
        if (isDense || _stemmer is null || written.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return _vocabulary.Intern(form, form);
        }

        _stemmer.SetCurrent(Fold.ToStemmable(written));
        _stemmer.Stem();
        var stem = Fold.Of(_stemmer.Current);
        return _vocabulary.Intern(form, stem.Length == 0 ? form : stem);
    }
}

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

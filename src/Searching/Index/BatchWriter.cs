using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>Takes briefs word by word, one batch after another, on one thread. Keeps what it knows of words, and its room, from batch to batch.</summary>
internal sealed class BatchWriter(Vocabulary vocabulary)
{
    private const int None = -1;

    private readonly List<Word> _words = [];
    private readonly Dictionary<string, LocalWords> _languages = new(StringComparer.Ordinal);
    private readonly List<int> _stream = [];
    private readonly List<BriefShape> _shapes = [];
    private readonly List<int> _starts = [];
    private readonly ByteList _bytes = new();
    private int[] _next = [];
    private int[] _sorted = [];

    /// <param name="partStarts">Receives where each part of <paramref name="body"/> begins, in bytes.</param>
    public void Add(Language language, ReadOnlySpan<byte> title, IEnumerable<byte[]> head, ReadOnlySpan<byte> body, List<int> partStarts)
    {
        if (!_languages.TryGetValue(language.Tag, out var words))
        {
            _languages.Add(language.Tag, words = new LocalWords(language, vocabulary, _words));
        }

        _starts.Add(_stream.Count);
        var titleLength = AddWords(words, title, null);
        _stream.Add(None);
        var headLength = 0;
        foreach (var field in head)
        {
            headLength += AddWords(words, field, null);
            _stream.Add(None);
        }

        var bodyStart = _stream.Count - _starts[^1];
        _shapes.Add(new BriefShape(titleLength, headLength, AddWords(words, body, partStarts), bodyStart));
    }

    /// <param name="first">The number of the batch's first brief.</param>
    public Batch Close(int first)
    {
        _starts.Add(_stream.Count);
        SortByWord();
        var used = new List<Word>();
        var offsets = new List<int> { 0 };
        _bytes.Clear();
        for (var (word, from) = (0, 0); word < _words.Count; word++)
        {
            if (_next[word] == from)
            {
                continue;
            }

            var last = -1;
            foreach (var at in _sorted.AsSpan(from.._next[word]))
            {
                _bytes.Number(at - last - 1);
                last = at;
            }

            from = _next[word];
            used.Add(_words[word]);
            offsets.Add(_bytes.Length);
        }

        var batch = new Batch(first, [.. _shapes], [.. _starts], [.. used], [.. offsets], _bytes.ToArray());
        _stream.Clear();
        _shapes.Clear();
        _starts.Clear();
        return batch;
    }

    // Afterwards _sorted holds the places of each word in order, and _next where each word's places end.
    private void SortByWord()
    {
        _next = _next.Length < _words.Count ? new int[_words.Count * 2] : _next;
        _sorted = _sorted.Length < _stream.Count ? new int[_stream.Count * 2] : _sorted;
        Array.Clear(_next);
        foreach (var word in _stream)
        {
            if (word != None)
            {
                _next[word]++;
            }
        }

        for (var (word, before) = (0, 0); word < _words.Count; word++)
        {
            (_next[word], before) = (before, before + _next[word]);
        }

        for (var at = 0; at < _stream.Count; at++)
        {
            if (_stream[at] != None)
            {
                _sorted[_next[_stream[at]]++] = at;
            }
        }
    }

    private int AddWords(LocalWords words, ReadOnlySpan<byte> text, List<int>? partStarts)
    {
        var count = 0;
        for (var tokens = new Tokens(text); tokens.MoveNext(); count++)
        {
            if (count % BriefShape.PartWords == 0)
            {
                partStarts?.Add(tokens.Start);
            }

            _stream.Add(words.Id(text[tokens.Start..tokens.End], tokens.IsDense));
        }

        return count;
    }
}

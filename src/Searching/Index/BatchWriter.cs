using System.Runtime.InteropServices;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Searching.Index;

/// <summary>Takes briefs word by word, one batch after another, on one thread. Keeps what it knows of words, and its room, from batch to batch.</summary>
internal sealed class BatchWriter
{
    private const int None = -1;

    private readonly Vocabulary _vocabulary = new();
    private readonly Dictionary<string, LocalWords> _languages = new(StringComparer.Ordinal);
    private readonly List<int> _stream = [];
    private readonly List<BriefShape> _shapes = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _partStarts = [];
    private readonly List<int> _forms = [];
    private readonly ByteList _bytes = new();
    private readonly ByteList _family = new();
    private readonly RunWriter _run = new();
    private int[] _next = [];
    private int[] _sorted = [];

    // By word: which form of its stem it is in the batch, while that stem is written.
    private int[] _formOf = [];

    public void Add(Language language, ReadOnlySpan<byte> title, IEnumerable<byte[]> head, ReadOnlySpan<byte> body)
    {
        if (!_languages.TryGetValue(language.Tag, out var words))
        {
            _languages.Add(language.Tag, words = new LocalWords(language, _vocabulary));
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
        _shapes.Add(new BriefShape(titleLength, headLength, AddWords(words, body, _partStarts), bodyStart));
    }

    /// <summary>The bytes of a <see cref="Batch"/>.</summary>
    public byte[] Close()
    {
        _starts.Add(_stream.Count);
        _bytes.Clear();
        Batch.WriteBriefs(_shapes, _partStarts, _bytes);
        Array.Resize(ref _formOf, Math.Max(_formOf.Length, _vocabulary.Words.Count));

        // In the same order in every batch, so that lists which are joined one after the other lie near each other.
        var stems = _vocabulary.Ordered();
        SortByStem(stems);
        var from = 0;
        foreach (var stem in stems)
        {
            if (_next[stem] > from)
            {
                WriteStem(stem, _sorted.AsSpan(from.._next[stem]));
                from = _next[stem];
            }
        }

        _stream.Clear();
        _shapes.Clear();
        _starts.Clear();
        _partStarts.Clear();
        return _bytes.ToArray();
    }

    private void WriteStem(int stem, ReadOnlySpan<int> places)
    {
        var stream = CollectionsMarshal.AsSpan(_stream);
        _forms.Clear();
        foreach (var at in places)
        {
            if (_formOf[stream[at]] == 0)
            {
                _forms.Add(stream[at]);
                _formOf[stream[at]] = 1;
            }
        }

        WriteFamily(stem);
        _run.Begin(_forms.Count);
        for (var (i, brief) = (0, 0); i < places.Length;)
        {
            while (_starts[brief + 1] <= places[i])
            {
                brief++;
            }

            _run.BeginBrief(brief, _shapes[brief]);
            for (; i < places.Length && places[i] < _starts[brief + 1]; i++)
            {
                _run.Add(places[i] - _starts[brief], _formOf[stream[places[i]]] - 1);
            }

            _run.EndBrief();
        }

        _run.End(_bytes);
        foreach (var word in _forms)
        {
            _formOf[word] = 0;
        }
    }

    // In one order, so that batches with the same forms have the same family.
    private void WriteFamily(int stem)
    {
        if (_forms.Count > 1)
        {
            _forms.Sort((a, b) => _vocabulary.Words[a].Form.AsSpan().SequenceCompareTo(_vocabulary.Words[b].Form));
        }

        _family.Clear();
        _family.Text(_vocabulary.Stems[stem]);
        for (var form = 0; form < _forms.Count; form++)
        {
            _family.Text(_vocabulary.Words[_forms[form]].Form);
            _formOf[_forms[form]] = form + 1;
        }

        _bytes.Text(_family.Written);
    }

    // Afterwards _sorted holds the places of each stem in order, and _next where each stem's places end.
    private void SortByStem(IReadOnlyList<int> stems)
    {
        _next = _next.Length < stems.Count ? new int[stems.Count * 2] : _next;
        _sorted = _sorted.Length < _stream.Count ? new int[_stream.Count * 2] : _sorted;
        Array.Clear(_next);
        foreach (var word in _stream)
        {
            if (word != None)
            {
                _next[_vocabulary.Words[word].Stem]++;
            }
        }

        var before = 0;
        foreach (var stem in stems)
        {
            (_next[stem], before) = (before, before + _next[stem]);
        }

        for (var at = 0; at < _stream.Count; at++)
        {
            if (_stream[at] != None)
            {
                _sorted[_next[_vocabulary.Words[_stream[at]].Stem]++] = at;
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

using System.Text;

namespace PolicyArchive.Searching.Analysis;

/// <summary>The words that one thread has met in one language, by the way they are written.</summary>
internal sealed class LocalWords
{
    /// <summary>In UTF-16 units. Longer runs are addresses or data, which nobody types.</summary>
    private const int Longest = 40;

    private readonly Vocabulary _vocabulary;
    private readonly Lucene.Net.Tartarus.Snowball.SnowballProgram? _stemmer;
    private readonly WrittenForms _forms = new();
    private readonly byte[] _written = new byte[3 * Longest];

    public LocalWords(Language language, Vocabulary vocabulary) => (_vocabulary, _stemmer) = (vocabulary, language.Stemmer?.Invoke());

    /// <summary>The number of the word in the vocabulary; -1 when it is too long to be one.</summary>
    public int Id(ReadOnlySpan<byte> utf8, bool isDense)
    {
        if (utf8.Length > _written.Length)
        {
            return -1;
        }

        // One word at the beginning of a sentence and within it: all bytes of other letters than ASCII's are above them.
        var written = _written.AsSpan(0, utf8.Length);
        for (var i = 0; i < written.Length; i++)
        {
            written[i] = (byte)(utf8[i] - 'A') <= 'Z' - 'A' ? (byte)(utf8[i] | 0x20) : utf8[i];
        }

        return _forms.TryFind(written, out var known) ? known : Meet(written, isDense);
    }

    private int Meet(ReadOnlySpan<byte> written, bool isDense)
    {
        var text = Encoding.UTF8.GetString(written);
        if (text.Length > Longest)
        {
            return -1;
        }

        var word = Analyse(text, isDense);
        _forms.Add(written, word);
        return word;
    }

    private int Analyse(string written, bool isDense)
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

using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace PolicyArchive.Wording;

/// <summary>The words of every language: a theme's own over those that ship with the program. Safe to use from many threads.</summary>
public sealed class WordBook
{
    public const string Fallback = "en";

    private readonly ConcurrentDictionary<string, Words?> _byTag = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<string, WordsFile?> _builtIn;
    private readonly IReadOnlyDictionary<string, WordsFile> _own;
    private readonly Lazy<FrozenDictionary<string, string>> _languageNames;

    /// <param name="builtIn">What ships with the program, by language; read when it is first asked for.</param>
    /// <param name="own">What the theme has over it, by language.</param>
    /// <param name="languageNames">What languages call themselves.</param>
    public WordBook(Func<string, WordsFile?> builtIn, IReadOnlyDictionary<string, WordsFile> own, Func<FrozenDictionary<string, string>> languageNames)
    {
        (_builtIn, _own, _languageNames) = (builtIn, own, new(languageNames));
        English = Find(Fallback) ?? throw new ArgumentException("no words ship with the program", nameof(builtIn));
    }

    /// <summary>Differs between two books that a theme makes different.</summary>
    public UInt128 Print { get; init; }

    /// <summary>What stands in for words that a language lacks.</summary>
    public Words English { get; }

    /// <summary>The words for a language, or for the wider one that it belongs to; null where there are none.</summary>
    public Words? Find(string language) => _byTag.GetOrAdd(language, Make);

    private Words? Make(string language)
    {
        var layers = LanguageFallback.Of(language).SelectMany(Layers).ToArray();
        if (layers.Length == 0)
        {
            return null;
        }

        // The least first: what comes later stands over it.
        var entries = new Dictionary<string, (WordEntry, string)>(StringComparer.Ordinal);
        foreach (var file in layers.Concat(Layers(Fallback)).Reverse())
        {
            foreach (var (key, entry) in file.Entries)
            {
                entries[key] = (entry, file.Language);
            }
        }

        return new Words(language, entries, ArabicNumerals.For(language), _languageNames);
    }

    // The nearest first.
    private IEnumerable<WordsFile> Layers(string language)
    {
        if (_own.TryGetValue(language, out var own))
        {
            yield return own;
        }

        if (_builtIn(language) is { } builtIn)
        {
            yield return builtIn;
        }
    }
}

using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace PolicyArchive.Searching.Analysis;

/// <summary>What is known of a language: how its words are stemmed, and which of them say little alone.</summary>
/// <param name="Tag">The first part of a BCP 47 tag.</param>
internal sealed record Language(string Tag, Func<SnowballProgram>? Stemmer, string? StopList)
{
    private static readonly FrozenDictionary<string, Language> Known = new Language[]
    {
        new("ca", () => new CatalanStemmer(), null), new("da", () => new DanishStemmer(), "danish"), new("de", () => new GermanStemmer(), "german"),
        new("en", () => new EnglishStemmer(), "english"), new("es", () => new SpanishStemmer(), "spanish"), new("eu", () => new BasqueStemmer(), null),
        new("fi", () => new FinnishStemmer(), "finnish"), new("fr", () => new FrenchStemmer(), "french"), new("ga", () => new IrishStemmer(), null),
        new("hu", () => new HungarianStemmer(), "hungarian"), new("hy", () => new ArmenianStemmer(), null), new("it", () => new ItalianStemmer(), "italian"),
        new("nb", () => new NorwegianStemmer(), "norwegian"), new("nl", () => new DutchStemmer(), "dutch"), new("no", () => new NorwegianStemmer(), "norwegian"),
        new("pt", () => new PortugueseStemmer(), "portuguese"), new("ro", () => new RomanianStemmer(), null), new("ru", () => new RussianStemmer(), "russian"),
        new("sv", () => new SwedishStemmer(), "swedish"), new("tr", () => new TurkishStemmer(), null),
    }.ToFrozenDictionary(language => language.Tag);

    /// <param name="tag">A BCP 47 tag. Words of a language without a stemmer stand as they are written.</param>
    public static Language Of(string tag)
    {
        var first = tag.Split('-')[0].ToLowerInvariant();
        return Known.GetValueOrDefault(first) ?? new Language(first, null, null);
    }

    /// <summary>Articles, pronouns and the like, folded and in order; by Snowball's lists.</summary>
    public IEnumerable<string> StopWords()
    {
        if (StopList is null)
        {
            return [];
        }

        // "word  | remark", one or more words a line.
        using var stream = typeof(SnowballProgram).Assembly.GetManifestResourceStream($"Lucene.Net.Analysis.Common.Analysis.Snowball.{StopList}_stop.txt")
            ?? throw new InvalidOperationException($"the stop list `{StopList}` is not where this version of the package keeps it");
        using var reader = new StreamReader(stream);
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            foreach (var word in line.Split('|')[0].Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(Fold.Of(word));
            }
        }

        return words;
    }
}

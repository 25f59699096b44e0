using System.Text;
using BenchmarkDotNet.Attributes;
using PolicyArchive.Searching.Analysis;

namespace PolicyArchive.Benchmarks;

/// <summary>What the search index does with every word.</summary>
[MemoryDiagnoser]
public class StemmingLoops
{
    private static readonly string[] Roots = ["permit", "regul", "negoti", "subsid", "district", "reserv", "govern", "compens", "distribut", "adjust"];
    private static readonly string[] Endings = ["s", "ed", "ing", "ation", "ations", "ational", "er", "ers", "ment", "iveness"];

    private readonly byte[][] _words =
    [
        .. from root in Roots
           from ending in Endings
           from more in (string[])["", "re", "un", "over", "co"]
           select Encoding.UTF8.GetBytes(more + root + ending),
    ];

    private readonly LocalWords _met = new(Language.Of("en"), new Vocabulary());

    /// <summary>500 words that are new to the thread.</summary>
    [Benchmark]
    public int Stem() => Sum(new LocalWords(Language.Of("en"), new Vocabulary()));

    /// <summary>500 words that it has met before.</summary>
    [Benchmark]
    public int Remember() => Sum(_met);

    private int Sum(LocalWords words)
    {
        var sum = 0;
        foreach (var word in _words)
        {
            sum += words.Id(word, isDense: false);
        }

        return sum;
    }
}

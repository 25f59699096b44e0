using BenchmarkDotNet.Attributes;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Benchmarks;

/// <summary>What is done for every brief when it is read.</summary>
[MemoryDiagnoser]
public class ReadingLoops
{
    private const string Paragraph = """
        The ministry expected *twelve* months; it took thirty. Of the 214 permits issued in 2019, fewer than half were used[^1],
        and [an audit](https://audit.example/report) blamed the fee, not the form. See the table for each district.

        | District | 2018 | 2019 |
        | --- | ---: | ---: |
        | North | 41 | 44 |
        | South | 12 | 9 |

        ## What followed {#followed}

        - A lower fee, from January.
        - A single desk for both permits.

        """;

    private readonly string _text = string.Concat(Enumerable.Repeat(Paragraph, 12)) + "\n[^1]: Audit office, annual report.\n";

    [Benchmark]
    public int Markdown() => MarkdownReader.Read(_text, "Permits", WordsFolder.BuiltIn.English, offset => new Place("x.md", 1, offset)).Article.Words;

    [Benchmark]
    public string? SlugOfTitle() => Slug.FromTitle("Côte d’Ivoire: paying for water in the dry season, 2019")?.Text;
}

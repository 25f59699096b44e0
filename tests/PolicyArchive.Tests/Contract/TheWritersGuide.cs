using System.Text.RegularExpressions;

namespace PolicyArchive.Tests.Contract;

/// <summary>docs/writing.md: what it shows works, word for word.</summary>
public sealed partial class TheWritersGuide
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(SmallSite.Repository, "docs/writing.md"));

    [GeneratedRegex(@"^```(?:markdown|yaml) file=input/(?<path>\S+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example { get; }

    private static SmallSite AllExamples()
    {
        var site = SmallSite.WithSettings();
        foreach (Match example in Example.Matches(Guide.ReplaceLineEndings("\n")))
        {
            site.With(example.Groups["path"].Value, example.Groups["text"].Value);
        }

        return site.With("briefs/old-pumps/pump.png", SmallSite.Pixel).With("briefs/old-pumps/tables.csv", "district,cost\nNorth,12\n");
    }

    [Fact]
    public void Every_example_builds_without_a_finding()
    {
        using var site = AllExamples();
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Equal(Example.Matches(Guide.ReplaceLineEndings("\n")).Count(e => e.Groups["path"].Value.EndsWith(".md", StringComparison.Ordinal)), files.Keys.Count(path => Regex.IsMatch(path, "^briefs/[^/]+/index.html$") && !path.Contains("congestion-charges", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_key_of_the_table_is_a_key_of_the_schema_and_the_other_way_round()
    {
        var table = Guide[Guide.IndexOf("## All keys", StringComparison.Ordinal)..];
        var told = Regex.Matches(table, @"^\| (?<keys>`[^|]*`) \|", RegexOptions.Multiline).SelectMany(row => Regex.Matches(row.Groups["keys"].Value, "`([a-z_]+)`")).Select(key => key.Groups[1].Value);
        Assert.Equal(EditorSchemas.MainKeys("brief").Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }
}

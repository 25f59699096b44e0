using System.Text.RegularExpressions;

namespace PolicyArchive.Tests.Contract;

public sealed partial class TheTableOfFindings
{
    [GeneratedRegex("\"([A-Z]{2,8}[0-9]{3})\"")]
    private static partial Regex InSource { get; }

    [GeneratedRegex(@"^\| `([A-Z]+[0-9]{3})` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex InTable { get; }

    [Fact]
    public void Every_code_of_the_program_has_a_row_and_every_row_a_code()
    {
        var source = Directory.EnumerateFiles(Path.Combine(SmallSite.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => InSource.Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
        var table = InTable.Matches(File.ReadAllText(Path.Combine(SmallSite.Repository, "docs", "findings.md"))).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(source, table);
    }
}

using System.Text.RegularExpressions;

namespace PolicyArchive.Tests;

/// <summary>Each mistake that can be found is made on purpose somewhere here.</summary>
public sealed partial class TheCodes
{

    // Listings hold no dates, languages or licences; the settings no ORCID iDs and no dates.
    private static readonly string[] Unused = ["DATA012", "DATA020", "DATA023", "SITE012", "SITE021"];

    [GeneratedRegex("\"((?:FILE|BRIEF|DATA|SITE|LINK|TEXT|THEME|OUT|PAGE|IMPORT)[0-9]{3})\"")]
    private static partial Regex Code { get; }

    [Fact]
    public void Every_code_of_the_program_is_in_a_test()
    {
        var tests = Path.Combine(SmallSite.Repository, "tests");
        var tested = string.Concat(Directory.EnumerateFiles(Path.Combine(tests, "PolicyArchive.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Append(Path.Combine(tests, "sites", "broken", "report.approved.txt")).Append(Path.Combine(tests, "sites", "hostile", "cases.txt")).Select(File.ReadAllText));
        var codes = Directory.EnumerateFiles(Path.Combine(SmallSite.Repository, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(f => Code.Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.Equal("", string.Join(" ", codes.Where(code => !tested.Contains(code, StringComparison.Ordinal)).Except(Unused).Order(StringComparer.Ordinal)));
    }
}

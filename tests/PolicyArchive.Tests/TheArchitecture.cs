using System.Text.RegularExpressions;

namespace PolicyArchive.Tests;

/// <summary>Reads each folder's using lines against the table of allowed arrows in docs/architecture.md.</summary>
public sealed partial class TheArchitecture
{
    [GeneratedRegex(@"^using PolicyArchive\.(\w+);", RegexOptions.Multiline)]
    private static partial Regex OwnUsing { get; }

    [GeneratedRegex(@"^\| `(\w+)` \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    [Fact]
    public void No_folder_uses_another_that_the_table_does_not_allow()
    {
        var table = Row.Matches(File.ReadAllText(Path.Combine(SmallSite.Repository, "docs", "architecture.md")))
            .ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).ToHashSet());
        var folders = Directory.GetDirectories(Path.Combine(SmallSite.Repository, "src"));
        foreach (var folder in folders.Where(f => Directory.EnumerateFiles(f, "*.cs").Any()))
        {
            var name = Path.GetFileName(folder);
            Assert.True(table.ContainsKey(name), $"docs/architecture.md has no row for {name}");
            foreach (var file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
            {
                foreach (Match match in OwnUsing.Matches(File.ReadAllText(file)))
                {
                    Assert.True(table[name].Contains(match.Groups[1].Value), $"{Path.GetFileName(file)} in {name} uses {match.Groups[1].Value}");
                }
            }
        }
    }

    [Theory]
    [InlineData("YamlDotNet", "Reading")]
    [InlineData("Markdig", "Markup")]
    [InlineData("Ganss", "Markup")]
    [InlineData("Fluid", "Theming")]
    [InlineData("AngleSharp", "Checking", "Markup", "Importing")]
    [InlineData("DocumentFormat", "Importing")]
    [InlineData("Tomlyn", "Importing")]
    [InlineData("Lucene", "Searching")]
    [InlineData("System.CommandLine", "Commands")]
    [InlineData("Microsoft.AspNetCore", "Preview")]
    [InlineData("HarfBuzzSharp", "Sharing")]
    public void A_package_stays_in_its_room(string package, params string[] rooms)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(SmallSite.Repository, "src"), "*.cs", SearchOption.AllDirectories))
        {
            var room = Path.GetRelativePath(Path.Combine(SmallSite.Repository, "src"), file).Split(Path.DirectorySeparatorChar)[0];
            var uses = File.ReadLines(file).Any(line => line.StartsWith("using " + package, StringComparison.Ordinal));
            Assert.False(uses && !rooms.Contains(room) && room != "Program.cs", $"{file} uses {package}");
        }
    }
}

using System.Text.RegularExpressions;
using PolicyArchive.Theming;

namespace PolicyArchive.Tests.Theming;

/// <summary>Every template of theme/README.md, fenced as <c>liquid KIND</c>, does what the guide says: it renders.</summary>
public sealed partial class TheGuide
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (Match fence in Fence.Matches(File.ReadAllText(Path.Combine(SmallSite.Repository, "theme", "README.md"))))
            {
                data.Add(fence.Groups["kind"].Value.Trim(), fence.Groups["text"].Value);
            }

            return data;
        }
    }

    [Fact]
    public void The_guide_has_examples() => Assert.True(Examples.Count > 5, $"{Examples.Count} examples");

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_of_the_guide_renders(string kind, string text)
    {
        var isPartial = kind.StartsWith("partials/", StringComparison.Ordinal);
        Assert.True(isPartial || TemplateNames.All.ContainsKey(kind), $"the guide has an example of “{kind}”, and there is no such template");
        using var theme = new ThemeCopy().With($"{kind}.liquid", text);
        using var site = SmallSite.WithSettings("page_size: 1\n")
            .With("pages/about.md", "---\ntitle: About\n---\nWho we are.\n").With("briefs/data.csv", "a")
            .AndBrief("other", "")
            .AndBrief("x", """
                summary: What it says.
                authors: [{name: Ana Ruiz, orcid: 0000-0002-1825-0097}]
                topics: [Water]
                regions: [Asia]
                series: Notes
                key_points: [One]
                attachments: [data.csv]
                redirect_from: old/x
                """);
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        Assert.Empty(report.Shown);
        Assert.All(files.Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)), f => Assert.NotEqual("", f.Value.Trim()));
    }

    [GeneratedRegex(@"^```liquid *(?<kind>\S*)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence { get; }
}

using System.Text;
using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

/// <summary>Name, navigation and search stand in one line, or the name above the two others: whatever the words, however wide the window.</summary>
[Collection(BrowserTests.Name)]
public sealed class HeadersInAnyLanguage(Browser browser)
{
    private const string Places = """
        () => ['.name a', 'header nav', 'header form'].flatMap(part => {
            const box = document.querySelector(part).getBoundingClientRect();
            return [box.left, (box.top + box.bottom) / 2, box.right];
        })
        """;

    [Theory]
    [InlineData("en", 1280, true)]
    [InlineData("de", 1280, false)]
    [InlineData("en", 820, false)]
    [InlineData("ar", 1280, true)]
    [InlineData("ar", 820, false)]
    public async Task Navigation_and_search_are_in_one_line(string language, int width, bool isBesideTheName)
    {
        using var site = new SmallSite().With("settings.yml", $"title: Tarnbrook Institute policy archive\nbase_url: https://archive.example\nlanguage: {language}\n")
            .AndBrief("x", "topics: [A]\nregions: [B]\nseries: C\nauthors: [D]").With("pages/about.md", "---\ntitle: E\n---\nText.\n");
        using var server = new SiteServer(site.Files().ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)), "");
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = width, Height = 600 } });
        await visit.GoAsync(server.AddressOf("topics/index.html"));
        var at = await visit.Page.EvaluateAsync<double[]>(Places);
        if (language == "ar")
        {
            // As a mirror shows it.
            at = [width - at[2], at[1], width - at[0], width - at[5], at[4], width - at[3], width - at[8], at[7], width - at[6]];
        }

        Assert.InRange(at[7] - at[4], -6, 6);
        Assert.True(at[6] > at[5], "search stands after the navigation");
        Assert.True(at[8] > width - 130, "search ends at the edge");
        Assert.Equal(isBesideTheName, Math.Abs(at[4] - at[1]) < 12);
        Assert.True(isBesideTheName ? at[3] > at[2] : Math.Abs(at[3] - at[0]) < 1, "the navigation stands beside the name, or begins where it begins");
    }
}

using Microsoft.Playwright;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Browsing;

/// <summary>The tree that a screen reader is given.</summary>
[Collection(BrowserTests.Name)]
public sealed class WhatIsReadAloud(Browser browser)
{
    [Theory]
    [InlineData("brief", "briefs/water-accounts/index.html")]
    [InlineData("list", "topics/water/index.html")]
    public async Task A_page_is_read_as_someone_has_approved(string name, string path)
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await visit.GoAsync(browser.Everything.AddressOf(path));
        Approved.Match($"everything/{name}.tree.approved.txt", await TreeAsync(visit.Page));
    }

    [Fact]
    public async Task Search_is_read_as_someone_has_approved()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await visit.GoAsync(browser.Everything.AddressOf("search/index.html") + "?q=water");
        await visit.Page.Locator("[data-search-state=done]").WaitForAsync();
        await visit.Page.Locator("[data-search-facet=topic]").WaitForAsync();
        Approved.Match("everything/search.tree.approved.txt", await TreeAsync(visit.Page));
    }

    [Fact]
    public async Task A_drawing_says_in_words_what_it_shows_and_its_table_says_the_same()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(browser.Sample.AddressOf("topics/index.html"));
        var map = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Topics that occur together" });
        await map.Locator("summary").ClickAsync();
        var said = (await map.GetByRole(AriaRole.Img).Locator("desc").TextContentAsync())!.Split("; ");
        var rows = await map.GetByRole(AriaRole.Row).AllInnerTextsAsync();
        Assert.Equal("Health and Work and welfare: 4", said[0]);
        Assert.Equal(said, rows.Skip(1).Select(row => row.Replace("\t", ": ", StringComparison.Ordinal)));
        Assert.Equal(said.Length, await map.Locator("svg path").CountAsync());
        Assert.Equal(16, await map.GetByRole(AriaRole.Listitem).GetByRole(AriaRole.Link).CountAsync());
    }

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task Landmarks_are_few_and_named_and_headings_step_down_one_by_one(string site, string path)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        foreach (var role in (AriaRole[])[AriaRole.Banner, AriaRole.Main, AriaRole.Contentinfo])
        {
            Assert.Equal(1, await visit.Page.GetByRole(role).CountAsync());
        }

        var names = await visit.Page.GetByRole(AriaRole.Navigation).EvaluateAllAsync<string[]>("all => all.map(e => e.getAttribute('aria-label') ?? document.getElementById(e.getAttribute('aria-labelledby'))?.textContent ?? '')");
        Assert.DoesNotContain("", names);
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        var levels = await visit.Page.Locator("h1, h2, h3, h4, h5, h6").EvaluateAllAsync<int[]>("all => all.filter(e => e.checkVisibility()).map(e => Number(e.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(level => level == 1));
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"a heading of level {pair.Second} follows one of level {pair.First}"));
    }

    private static async Task<string> TreeAsync(IPage page) => (await page.Locator("body").AriaSnapshotAsync()).ReplaceLineEndings("\n") + "\n";
}

using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class Accessibility(Browser browser)
{
    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task Axe_finds_nothing_in_light_in_dark_and_on_a_narrow_screen(string site, string path)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        AssertClean(await visit.Page.RunAxe(), "light");
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        AssertClean(await visit.Page.RunAxe(OnlyColours), "dark");
        await visit.Page.SetViewportSizeAsync(320, 640);
        AssertClean(await visit.Page.RunAxe(), "320 px");
    }

    // Nothing else of a page changes with its colours.
    private static AxeRunOptions OnlyColours { get; } = new() { RunOnly = new RunOnlyOptions { Type = "rule", Values = ["color-contrast", "link-in-text-block"] } };

    private static void AssertClean(AxeResult result, string where) =>
        Assert.Equal("", string.Join('\n', result.Violations.SelectMany(v => v.Nodes.Select(n => $"{where}: {v.Id}: {v.Help}: {n.Html}"))));
}

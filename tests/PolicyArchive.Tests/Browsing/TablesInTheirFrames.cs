using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class TablesInTheirFrames(Browser browser)
{
    [Fact]
    public async Task A_wide_table_is_scrolled_with_the_keyboard_and_the_page_is_not()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        await visit.GoAsync(browser.Sample.AddressOf("briefs/carbon-border-levies/index.html"));
        var frame = visit.Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Table" });
        await frame.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.WaitForFunctionAsync("() => document.activeElement.matches('.table') && document.activeElement.scrollLeft > 0");
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => scrollX"));
    }

    [Fact]
    public async Task The_head_of_a_long_table_stays_while_it_is_scrolled()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 300 } });
        await visit.GoAsync(browser.Sample.AddressOf("briefs/carbon-border-levies/index.html"));
        var gap = await visit.Page.Locator(".table").EvaluateAsync<double[]>("""
            frame => {
                const gap = () => frame.querySelector("th").getBoundingClientRect().top - frame.getBoundingClientRect().top;
                const before = gap();
                frame.scrollTop = 30;
                return [frame.scrollTop, gap() - before];
            }
            """);
        Assert.Equal(30, gap[0]);
        Assert.InRange(gap[1], -1, 1);
    }
}

using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class Keyboard(Browser browser)
{
    private const string Focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";

    // What has the focus, and whether a reader sees that it has.
    private const string Focused = """
        () => {
            const e = document.activeElement;
            if (!e || e === document.body) return null;
            const style = getComputedStyle(e), box = e.getBoundingClientRect();
            const isOutlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            const isInside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
            return [[...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].indexOf(e), isOutlined && isInside, e.outerHTML.slice(0, 120)];
        }
        """;

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task The_first_stop_leads_past_the_navigation(string site, string path)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        await visit.Page.Keyboard.PressAsync("Tab");
        var (index, isSeen, html) = await FocusedAsync(visit.Page);
        Assert.True(index == 0 && isSeen, html);
        var target = await visit.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')");
        Assert.StartsWith("#", target, StringComparison.Ordinal);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement) || !document.querySelector('main').querySelector('a[href]')"));
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("everything")]
    public async Task Every_link_of_a_brief_is_reached_in_order_and_seen(string site)
    {
        await using var visit = await browser.VisitAsync();
        var path = KindsOfPage.All.Select(row => (Site: (string)row[0], Path: (string)row[1])).First(p => p.Site == site && p.Path.StartsWith("briefs/", StringComparison.Ordinal) && p.Path.Length > "briefs/index.html".Length).Path;
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        var count = await visit.Page.Locator(Focusable).CountAsync();
        for (var i = 0; i < count; i++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var (index, isSeen, html) = await FocusedAsync(visit.Page);
            Assert.True(index == i, $"stop {i} is {html}");
            Assert.True(isSeen, $"the focus cannot be seen on {html}");
        }
    }

    private static async Task<(int Index, bool IsSeen, string Html)> FocusedAsync(IPage page)
    {
        var focused = await page.EvaluateAsync<System.Text.Json.JsonElement?>(Focused);
        return focused is { ValueKind: System.Text.Json.JsonValueKind.Array } found ? (found[0].GetInt32(), found[1].GetBoolean(), found[2].GetString()!) : (-1, false, "nothing");
    }
}

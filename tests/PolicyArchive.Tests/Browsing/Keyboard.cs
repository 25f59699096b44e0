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

    // Where the ring cannot be told from the ground: its contrast is less than 3 : 1 (WCAG 1.4.11), or it is thin or dashed.
    private const string Unseen = """
        () => {
            const sheet = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
            const light = colour => {
                sheet.fillStyle = colour;
                sheet.fillRect(0, 0, 1, 1);
                const [r, g, b] = [...sheet.getImageData(0, 0, 1, 1).data].map(c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const ground = light(getComputedStyle(document.body).backgroundColor), found = [];
            for (const e of document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")) {
                e.focus();
                if (document.activeElement !== e) continue;
                const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(e), ring = light(outlineColor);
                const contrast = (Math.max(ring, ground) + 0.05) / (Math.min(ring, ground) + 0.05);
                if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2 || contrast < 3) found.push(`${outlineStyle} ${outlineWidth} ${contrast.toFixed(1)}: ${e.outerHTML.slice(0, 100)}`);
            }
            return found;
        }
        """;

    [Theory]
    [InlineData("index.html")]
    [InlineData("briefs/carbon-border-levies/index.html")]
    [InlineData("search/index.html")]
    public async Task The_ring_of_the_focus_stands_out_in_light_in_dark_and_in_forced_colours(string path)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(browser.Sample.AddressOf(path) + (path.StartsWith("search", StringComparison.Ordinal) ? "?q=water" : ""));
        await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await visit.Page.Keyboard.PressAsync("Tab");
        foreach (var colours in (PageEmulateMediaOptions[])[new() { ColorScheme = ColorScheme.Light }, new() { ColorScheme = ColorScheme.Dark }, new() { ColorScheme = ColorScheme.Light, ForcedColors = ForcedColors.Active }, new() { ColorScheme = ColorScheme.Dark, ForcedColors = ForcedColors.Active }])
        {
            await visit.Page.EmulateMediaAsync(colours);
            Assert.Equal((colours.ColorScheme, colours.ForcedColors, ""), (colours.ColorScheme, colours.ForcedColors, string.Join('\n', await visit.Page.EvaluateAsync<string[]>(Unseen))));
        }
    }

    private static async Task<(int Index, bool IsSeen, string Html)> FocusedAsync(IPage page)
    {
        var focused = await page.EvaluateAsync<System.Text.Json.JsonElement?>(Focused);
        return focused is { ValueKind: System.Text.Json.JsonValueKind.Array } found ? (found[0].GetInt32(), found[1].GetBoolean(), found[2].GetString()!) : (-1, false, "nothing");
    }
}

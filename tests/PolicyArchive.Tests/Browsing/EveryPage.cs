using Microsoft.Playwright;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class EveryPage(Browser browser)
{
    [Theory]
    [InlineData("sample")]
    [InlineData("everything")]
    public async Task Nothing_is_complained_of_and_nothing_is_wider_than_a_narrow_screen(string site)
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 640 } });
        var whole = site == "sample" ? WholeSite.Sample : WholeSite.Everything;
        foreach (var path in whole.Pages.Except(whole.Plan.Redirects.Select(r => r.From.OutputPath)))
        {
            await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
            var wider = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.True(wider <= 0, $"{path} is {wider} px too wide");
        }

        visit.AssertNoComplaints();
    }

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task A_phone_whose_reader_has_doubled_the_size_of_letters_scrolls_downwards_alone(string site, string path)
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 780 } });
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await session.SendAsync("Page.setFontSizes", new Dictionary<string, object> { ["fontSizes"] = new Dictionary<string, object> { ["standard"] = 32, ["fixed"] = 26 } });
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        Assert.Equal("34px", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).fontSize"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)"));
    }

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task Nothing_moves_after_the_first_paint(string site, string path)
    {
        await using var visit = await browser.VisitAsync();
        var shifts = 1f;

        // On a busy machine the browser may paint a page that it has read half; what moves by itself moves at each visit.
        for (var attempt = 0; attempt < 3 && shifts > 0; attempt++)
        {
            await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
            shifts = await visit.Page.EvaluateAsync<float>("""
                async () => {
                    let sum = 0;
                    new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; }).observe({ type: 'layout-shift', buffered: true });
                    for (let y = 0; y < document.body.scrollHeight; y += 400) {
                        scrollTo(0, y);
                        await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                    }
                    await Promise.all([...document.images].map(i => i.complete ? 0 : new Promise(done => { i.onload = i.onerror = done; })));
                    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
                    return sum;
                }
                """);
        }

        Assert.Equal(0, shifts);
        visit.AssertNoComplaints();
    }

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task It_reads_without_JavaScript(string site, string path)
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var response = await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        Assert.Equal(200, response.Status);
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
        Assert.True((await visit.Page.Locator("main").InnerTextAsync()).Length > 20);
        Assert.True(await visit.Page.Locator("main a[href]:visible, footer a[href]:visible").CountAsync() > 0);
    }

    [Theory]
    [MemberData(nameof(KindsOfPage.All), MemberType = typeof(KindsOfPage))]
    public async Task On_paper_there_is_the_text_and_no_navigation(string site, string path)
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(KindsOfPage.AddressOf(browser, site, path));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(0, await visit.Page.Locator("nav[aria-label=Main]:visible, nav[aria-label=Breadcrumbs]:visible, .skip:visible").CountAsync());
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task What_is_not_there_gets_the_page_that_says_so_and_leads_on()
    {
        await using var visit = await browser.VisitAsync();
        var response = await visit.GoAsync(browser.Sample.Origin + "/no/such/page/");
        Assert.Equal(404, response.Status);
        await visit.Page.Locator("main a[href]").First.ClickAsync();
        Assert.True(await visit.Page.Locator("h1").IsVisibleAsync());
    }

    [Fact]
    public async Task An_old_address_leads_on_by_itself()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(browser.Everything.AddressOf("old/accounts/index.html"));
        await Assertions.Expect(visit.Page).ToHaveURLAsync(browser.Everything.AddressOf("briefs/water-accounts/index.html"));
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task The_headers_of_the_host_file_are_in_force()
    {
        await using var visit = await browser.VisitAsync();
        var response = await visit.GoAsync(browser.Sample.Origin + "/");
        Assert.Contains("default-src 'none'", (await response.AllHeadersAsync())["content-security-policy"], StringComparison.Ordinal);
        await visit.Page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.head.append(s); }");
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => !!window.ran"));
    }
}

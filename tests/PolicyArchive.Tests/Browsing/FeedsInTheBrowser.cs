using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

/// <summary>
/// Under the content policy of the host file, as all pages, and as XML, as most hosts send it: browsers show the source of a feed
/// that comes under its own type. A document of XML names no icon, so that the browser asks for one in vain.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class FeedsInTheBrowser(Browser browser)
{
    private const string Shown = "node => getComputedStyle(node).display !== 'none'";

    [Theory]
    [InlineData("feed.xml", "item", "description")]
    [InlineData("atom.xml", "entry", "summary")]
    public async Task Who_opens_a_feed_is_told_what_it_is_and_reads_what_is_new(string path, string item, string summary)
    {
        await using var visit = await browser.VisitAsync();
        await GoAsXmlAsync(visit, path);
        Assert.Contains("This is a web feed", await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement, '::before').content"), StringComparison.Ordinal);
        Assert.True(await IsShown(visit, $"{item} > title"));
        Assert.True(await IsShown(visit, $"{item} > {summary}"));
        Assert.False(await IsShown(visit, $"{item} > {(item == "item" ? "guid" : "content")}"));
        Assert.Equal("Sick pay from the first day: what the Act changed", await visit.Page.EvaluateAsync<string>($"() => document.querySelector('{item} > title').textContent"));
        Assert.False(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > innerWidth"));
    }

    [Fact]
    public async Task So_is_who_opens_the_feed_of_corrections()
    {
        await using var visit = await browser.VisitAsync();
        await GoAsXmlAsync(visit, "corrections.xml");
        Assert.True(await IsShown(visit, "entry > content"));
    }

    private async Task GoAsXmlAsync(Visit visit, string path)
    {
        await visit.Page.RouteAsync($"**/{path}", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Headers = new Dictionary<string, string>(answer.Headers) { ["content-type"] = "application/xml" } });
        });
        await visit.GoAsync(browser.Sample.AddressOf(path));
    }

    private static async Task<bool> IsShown(Visit visit, string selector) => await visit.Page.EvaluateAsync<bool>($"() => ({Shown})(document.querySelector('{selector}'))");
}

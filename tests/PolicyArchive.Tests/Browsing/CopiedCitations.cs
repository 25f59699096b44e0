using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class CopiedCitations(Browser browser)
{
    private const string Brief = "briefs/water-accounts/index.html";
    private const string Clipboard = """
        async () => {
            const [item] = await navigator.clipboard.read();
            const read = async type => await (await item.getType(type)).text();
            return [await read("text/plain"), await read("text/html")];
        }
        """;

    [Fact]
    public async Task A_button_copies_its_citation_as_text_and_with_italics_and_keeps_the_focus()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        await visit.GoAsync(browser.Everything.AddressOf(Brief));
        await visit.Page.Locator(".cite summary").ClickAsync();
        var citation = visit.Page.Locator("[data-cite]").Nth(1);
        var button = citation.GetByRole(AriaRole.Button);
        Assert.Equal("Copy Chicago, author-date", await button.GetAttributeAsync("aria-label"));
        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("[role=status]").Filter(new LocatorFilterOptions { HasText = "Copied" }).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        Assert.Equal("Copied", await button.TextContentAsync());
        Assert.True(await button.EvaluateAsync<bool>("e => e === document.activeElement"));
        var copied = await visit.Page.EvaluateAsync<string[]>(Clipboard);
        var text = citation.Locator("[data-cite-text]");
        Assert.Equal(await text.TextContentAsync(), copied[0]);
        Assert.Contains("<i>Accounts of Water", copied[1], StringComparison.Ordinal);
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task Without_JavaScript_the_citations_stand_there_and_no_button_does()
    {
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await visit.GoAsync(browser.Everything.AddressOf(Brief));
        Assert.Equal(5, await visit.Page.Locator("[data-cite-text]").CountAsync());
        Assert.Equal(0, await visit.Page.Locator("[data-copy] button").CountAsync());
    }

    [Fact]
    public async Task On_paper_stands_one_citation_and_no_button()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(browser.Everything.AddressOf(Brief));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        Assert.Equal(1, await visit.Page.Locator("[data-cite-text]:visible").CountAsync());
        Assert.Equal(0, await visit.Page.Locator("[data-copy] button:visible").CountAsync());
    }
}

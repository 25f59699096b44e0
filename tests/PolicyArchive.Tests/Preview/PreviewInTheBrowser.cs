using Microsoft.Playwright;
using PolicyArchive.Tests.Browsing;

namespace PolicyArchive.Tests.Preview;

/// <summary>What a writer sees whose browser stands beside the editor.</summary>
[Collection(BrowserTests.Name)]
public sealed class PreviewInTheBrowser(Browser browser)
{
    private static readonly string LongText = string.Concat(Enumerable.Range(1, 120).Select(i => $"Paragraph {i} of a long text.\n\n"));

    [Fact]
    public async Task A_saved_brief_is_shown_where_the_reader_was()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", LongText));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "briefs/x/");
        await visit.Page.EvaluateAsync("scrollTo(0, 1500)");
        preview.Site.AndBrief("x", "", LongText.Replace("Paragraph 100 ", "Changed paragraph ", StringComparison.Ordinal));
        await visit.Page.GetByText("Changed paragraph").WaitForAsync();
        await visit.Page.WaitForFunctionAsync("() => Math.abs(scrollY - 1500) < 2");
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task One_save_after_another_is_shown_and_the_page_stays_as_the_site_has_it()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", LongText));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "briefs/x/");
        foreach (var word in (string[])["First", "Second", "Third"])
        {
            preview.Site.With("briefs/x.md", $"---\ntitle: The {word} title\npublished: 2019-03-04\n---\n## A part\n\n{word} text.\n");
            await visit.Page.GetByText($"{word} text.").WaitForAsync();
        }

        // The whole site is planned again a moment after the brief, and may load the page once more, at a moment of its own: it is another window that asks.
        await preview.UntilAsync("/briefs/", "The Third title");
        await using var other = await browser.VisitAsync();
        await OpenAsync(other, preview, "briefs/x/");
        await visit.Page.WaitForFunctionAsync("body => document.body?.outerHTML === body", await other.Page.EvaluateAsync<string>("document.body.outerHTML"));
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task The_search_page_whose_script_must_run_again_is_loaded_again()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "About windmills.\n"));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "search/?q=windmills");
        await Assertions.Expect(visit.Page.Locator("[data-search-state]")).ToHaveAttributeAsync("data-search-total", "1");
        preview.Site.AndBrief("y", "", "Windmills once more.\n");
        await Assertions.Expect(visit.Page.Locator("[data-search-state]")).ToHaveAttributeAsync("data-search-total", "2", new() { Timeout = 30_000 });
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task A_page_that_does_not_change_is_not_loaded_again()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("").With("pages/about.md", "---\ntitle: About\n---\nText.\n"));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "about/");
        await visit.Page.EvaluateAsync("document.body.dataset.old = ''");
        preview.Site.AndBrief("x", "", "Another text.\n");
        await preview.UntilAsync("/feed.json", "Another text.");
        Assert.True(await visit.Page.EvaluateAsync<bool>("'old' in document.body.dataset"));
        preview.Site.With("pages/about.md", "---\ntitle: About us\nlanguage: de\n---\nAbout this.\n");
        await visit.Page.GetByText("About this.").WaitForAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("'old' in document.body.dataset"));
        Assert.StartsWith("About us", await visit.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("de", await visit.Page.EvaluateAsync<string>("document.documentElement.lang"));
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task A_saved_style_is_shown_without_loading_the_page_again()
    {
        using var theme = new ThemeCopy();
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", LongText), theme: theme.Folder);
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "briefs/x/");
        await visit.Page.EvaluateAsync("window.stays = true");
        theme.With("assets/site.css", await File.ReadAllTextAsync(Path.Combine(theme.Folder, "assets", "site.css")) + "\nh1 { letter-spacing: 7px }\n");
        await visit.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stays === true"));
        await visit.Page.WaitForFunctionAsync("() => document.querySelectorAll('link[rel=stylesheet]').length === 1");

        // And once more, now that the page has another style than it came with.
        theme.With("assets/site.css", await File.ReadAllTextAsync(Path.Combine(theme.Folder, "assets", "site.css")) + "\nh1 { letter-spacing: 9px }\n");
        await visit.Page.WaitForFunctionAsync("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '9px'");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stays === true"));
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task A_mistake_comes_over_the_page_and_goes_when_it_is_mended()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", LongText));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "briefs/x/");
        await visit.Page.EvaluateAsync("scrollTo(0, 1500); window.stays = true");
        preview.Site.With("briefs/x.md", "---\ntitle: x\npublished: someday\n---\nText.\n");
        var summary = visit.Page.Locator("preview-findings summary");
        await Assertions.Expect(summary).ToHaveTextAsync("Preview: 1 error");
        await Assertions.Expect(visit.Page.Locator("preview-findings")).ToContainTextAsync("BRIEF012");
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.stays === true"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName === 'preview-findings'"));
        await summary.ClickAsync();
        Assert.False(await visit.Page.EvaluateAsync<bool>("document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName === 'preview-findings'"));

        // A page that is opened meanwhile shows it from the start.
        await visit.GoAsync(preview.Url);
        await Assertions.Expect(summary).ToHaveTextAsync("Preview: 1 error");
        await Assertions.Expect(visit.Page.Locator("preview-findings details")).ToHaveCSSAsync("position", "fixed");
        preview.Site.AndBrief("x", "", "Mended.\n");
        await Assertions.Expect(visit.Page.Locator("preview-findings")).ToHaveCountAsync(0);
        await preview.UntilAsync("/feed.json", "Mended.");
        await using var other = await browser.VisitAsync();
        await other.GoAsync(preview.Url + "briefs/x/");
        await other.Page.GetByText("Mended.").WaitForAsync();
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task Mistakes_at_the_start_give_way_to_the_site()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: x\n---\nText.\n"));
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync(preview.Url + "briefs/x/");
        await Assertions.Expect(visit.Page.Locator("preview-findings")).ToContainTextAsync("BRIEF002");
        preview.Site.AndBrief("x", "", "Good at last.\n");
        await visit.Page.GetByText("Good at last.").WaitForAsync();
    }

    [Fact]
    public async Task A_picture_that_is_saved_anew_is_shown()
    {
        static string Picture(int width) => $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"10\" viewBox=\"0 0 {width} 10\"/>";
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "![A chart](/chart.svg)\n").With("chart.svg", Picture(50)));
        await using var visit = await browser.VisitAsync();
        await OpenAsync(visit, preview, "briefs/x/");
        preview.Site.With("chart.svg", Picture(70));
        await visit.Page.WaitForFunctionAsync("() => { const img = document.querySelector('article img'); return img.complete && img.naturalWidth === 70; }");
        visit.AssertNoComplaints();
    }

    private static async Task OpenAsync(Visit visit, PreviewedSite preview, string path)
    {
        await visit.Page.RunAndWaitForRequestAsync(() => visit.GoAsync(preview.Url + path), request => request.Url.Contains("/_preview/events", StringComparison.Ordinal));
    }
}

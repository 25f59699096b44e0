using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

[Collection(BrowserTests.Name)]
public sealed class OnPaper(Browser browser)
{
    private const string Brief = "briefs/carbon-border-levies/index.html";

    private async Task<Visit> PrintedAsync(string path = Brief)
    {
        var visit = await browser.VisitAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 640, Height = 900 } });
        await visit.GoAsync(browser.Sample.AddressOf(path));
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        return visit;
    }

    [Fact]
    public async Task It_begins_with_institute_series_number_and_date_and_ends_with_how_to_cite_it()
    {
        await using var visit = await PrintedAsync();
        var text = await visit.Page.Locator("body").InnerTextAsync();
        string[] parts = ["Tarnbrook Institute policy archive", "Policy brief", "Energy in transition, no. 5", "14 November 2023", "What a carbon border levy", "Ida Marlow", "Key points", "Regulation (EU)", "Marlow, I., & Bergskoog, A. (2023)."];
        Assert.Equal(parts.Select(p => text.IndexOf(p, StringComparison.Ordinal)).Order(), parts.Select(p => text.IndexOf(p, StringComparison.Ordinal)));
        Assert.True(text.Contains(parts[0], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_address_of_a_link_stands_after_it_unless_it_is_its_text()
    {
        await using var visit = await PrintedAsync();
        const string After = "e => getComputedStyle(e, '::after').content";
        Assert.Contains("https://www.wto.org/", await visit.Page.Locator(".prose p a.external", new PageLocatorOptions { HasText = "World Trade Organization" }).EvaluateAsync<string>(After), StringComparison.Ordinal);
        Assert.Equal("none", await visit.Page.Locator(".notes a.external[translate=no]").First.EvaluateAsync<string>(After));
    }

    [Fact]
    public async Task Each_page_but_the_first_is_headed_by_title_and_archive()
    {
        await using var visit = await PrintedAsync();
        var heads = await visit.Page.EvaluateAsync<string[]>("() => ['--title-of-page', '--site'].map(name => getComputedStyle(document.documentElement).getPropertyValue(name))");
        Assert.Equal(["\"What a carbon border levy can and cannot do\"", "\"Tarnbrook Institute policy archive\""], heads);
        var pdf = System.Text.Encoding.Latin1.GetString(await visit.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, Format = "A4", Tagged = true }));
        Assert.Contains("/StructTreeRoot", pdf, StringComparison.Ordinal);
        Assert.InRange(System.Text.RegularExpressions.Regex.Count(pdf, @"/Type\s*/Page\b"), 3, 6);
    }

    [Fact]
    public async Task The_publisher_is_one_line_at_the_end_that_is_never_alone_on_a_page()
    {
        await using var visit = await PrintedAsync();
        var foot = await visit.Page.EvaluateAsync<string[]>("""
            () => {
                const foot = document.querySelector('body > footer'), parts = [...foot.querySelectorAll('p, li')].filter(e => e.checkVisibility());
                const lines = new Set(parts.map(e => Math.round(e.getBoundingClientRect().bottom / 10)));
                return [getComputedStyle(foot).breakBefore, String(parts.length), String(lines.size)];
            }
            """);
        Assert.Equal(["avoid", "3", "1"], foot);
    }

    [Theory]
    [InlineData("topics/index.html")]
    [InlineData("topics/work-and-welfare/index.html")]
    public async Task A_drawing_is_printed_and_what_folds_away_is_not(string path)
    {
        await using var visit = await PrintedAsync(path);
        Assert.True(await visit.Page.Locator("main svg[role=img]").First.IsVisibleAsync());
        Assert.Equal(0, await visit.Page.Locator("summary:visible").CountAsync());
    }
}

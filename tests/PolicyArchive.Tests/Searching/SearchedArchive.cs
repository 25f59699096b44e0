using System.Collections.Concurrent;
using Microsoft.Playwright;
using PolicyArchive.Commands;
using PolicyArchive.Tests.Browsing;

namespace PolicyArchive.Tests.Searching;

/// <summary>A small archive, served and opened at its search page; what the browser complains of is kept.</summary>
internal sealed class SearchedArchive : IAsyncDisposable
{
    private readonly SmallSite _site;

    private SearchedArchive(SmallSite site, SiteServer served, IPage page)
    {
        (_site, Served, Page) = (site, served, page);
        page.Console += (_, message) => Note(message.Type is "error", message.Text);
        page.PageError += (_, error) => Note(true, error);
    }

    public SiteServer Served { get; }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and breaches of the policy.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<SearchedArchive> Open(Browser browser, SmallSite site, string folder = "", bool javaScript = true, int width = 1280)
    {
        var options = site.Options with { BaseUrl = "https://archive.example" + folder };
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        var build = SiteBuild.Prepare(options);
        Assert.Empty(build.Findings);
        Assert.Empty(build.Render(file => files[file.Path] = file.Bytes.ToArray()));
        var visit = await browser.VisitAsync(new BrowserNewContextOptions { JavaScriptEnabled = javaScript, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        return new SearchedArchive(site, new SiteServer(files, folder), visit.Page);
    }

    /// <summary>Opens the search page with a query in its address and waits for its answer.</summary>
    public async Task Ask(string query, string more = "")
    {
        await Page.GotoAsync($"{Served.Url}search/?q={Uri.EscapeDataString(query)}{more}");
        await Answered();
    }

    public async Task Type(string text)
    {
        await Page.Locator("input[name=q]").FillAsync(text);
        await Page.WaitForFunctionAsync("""q => new URLSearchParams(location.search).get('q') === q""", text.Trim().Length == 0 ? null : text);
        await Answered();
    }

    public async Task Answered(string state = "done") => await Page.Locator($"[data-search-state={state}]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    public async Task<int> Total() => int.Parse((await Page.Locator("[data-search-state]").GetAttributeAsync("data-search-total"))!, System.Globalization.CultureInfo.InvariantCulture);

    public async Task<string[]> Titles() => [.. await Page.Locator("[data-search-result] h2").AllInnerTextsAsync()];

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Served.Dispose();
        _site.Dispose();
    }

    private void Note(bool isComplaint, string text)
    {
        if (isComplaint)
        {
            Complaints.Enqueue(text);
        }
    }
}

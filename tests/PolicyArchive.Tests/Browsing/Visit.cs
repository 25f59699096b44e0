using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

/// <summary>One reader at one window: what the browser complains of meanwhile is kept.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) =>
        {
            // A reader who goes on breaks off what is still on its way.
            if (request.Failure != "net::ERR_ABORTED")
            {
                _complaints.Add($"{page.Url}: {request.Url} {request.Failure}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))
            {
                _complaints.Add($"{page.Url} asks {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    public static async Task<Visit> BeginAsync(IBrowser browser, BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        return new Visit(context, await context.NewPageAsync());
    }

    public async Task<IResponse> GoAsync(string address) => (await Page.GotoAsync(address))!;

    public void AssertNoComplaints() => Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));

    /// <summary>Missing pictures are complained of; what must not be is a request to another host.</summary>
    public void AssertNothingFromElsewhere() => Assert.DoesNotContain(_complaints, c => c.Contains(" asks ", StringComparison.Ordinal));

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}

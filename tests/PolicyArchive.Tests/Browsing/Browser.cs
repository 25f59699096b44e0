using Microsoft.Playwright;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Browsing;

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Browser>
{
    public const string Name = "browser";
}

/// <summary>One Chromium for all tests, and the two sites that it looks at.</summary>
public sealed class Browser : IAsyncLifetime
{
    private const string Install = "Chromium is not installed, and these tests work with it. Install it with:\n  apt-get update && apt-get install -y chromium";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>The browser's program; a test that wants it fails with the way to install it.</summary>
    internal static string File => Places.FirstOrDefault(System.IO.File.Exists) ?? throw new InvalidOperationException(Install);

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    internal SiteServer Sample { get; } = Of(WholeSite.Sample);

    internal SiteServer Everything { get; } = Of(WholeSite.Everything);

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = File,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async Task DisposeAsync()
    {
        await (_chromium?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        Sample.Dispose();
        Everything.Dispose();
    }

    internal async Task<Visit> VisitAsync(BrowserNewContextOptions? options = null) => await Visit.BeginAsync(_chromium!, options ?? new BrowserNewContextOptions());

    private static SiteServer Of(WholeSite site) => new(site.Files, site.Plan.Settings.BaseUrl.Folder);
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PolicyArchive.Tests.Browsing;

/// <summary>
/// <c>docs/pictures</c>: the sample as README shows it. The pictures are taken each time and looked at; they are written
/// to the folder that the environment's variable <c>PICTURES</c> names, if it names one.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed partial class PicturesOfTheReadme(Browser browser)
{
    private const string Brief = "briefs/carbon-border-levies/";

    private static readonly Dictionary<string, Picture> Pictures = new(StringComparer.Ordinal)
    {
        ["home"] = new("", Desk),
        ["brief"] = new(Brief, Desk, page => page.EvaluateAsync("() => scrollTo(0, 760)")),
        ["topic"] = new("topics/", Desk),
        ["search"] = new("search/?q=water+rights", Desk, page => page.Locator("[data-search-state=done]").WaitForAsync()),
        ["phone"] = new(Brief, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 780 }, IsMobile = true, HasTouch = true }, Scale: 2),
        ["dark"] = new(Brief, new BrowserNewContextOptions(Desk) { ColorScheme = ColorScheme.Dark }),
        ["print"] = new(Brief, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 794, Height = 1123 } }, OnPaperAsync),
    };

    // How large a picture is, how light on the whole, and how many colours are in it.
    private const string Look = """
        async base64 => {
            const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), sign => sign.charCodeAt(0))], { type: 'image/webp' }));
            const sheet = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
            sheet.drawImage(bitmap, 0, 0);
            const { data } = sheet.getImageData(0, 0, bitmap.width, bitmap.height), colours = new Set();
            let light = 0;
            for (let at = 0; at < data.length; at += 4) {
                light += data[at] + data[at + 1] + data[at + 2];
                colours.add(data[at] << 16 | data[at + 1] << 8 | data[at + 2]);
            }
            return [bitmap.width, bitmap.height, light / 765 / (data.length / 4), colours.size];
        }
        """;

    private static BrowserNewContextOptions Desk => new() { ViewportSize = new ViewportSize { Width = 1280, Height = 860 } };

    public static TheoryData<string> Names => [.. Pictures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_picture_shows_the_page_in_its_colours_and_size(string name)
    {
        var (path, options, prepare, scale) = Pictures[name];
        var size = options.ViewportSize!;
        await using var visit = await browser.VisitAsync(new BrowserNewContextOptions(options) { BypassCSP = true });
        await visit.GoAsync(browser.Sample.Url + path);
        await (prepare?.Invoke(visit.Page) ?? Task.CompletedTask);
        await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        var top = await visit.Page.EvaluateAsync<int>("() => Math.round(scrollY)");
        var session = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var taken = await session.SendAsync("Page.captureScreenshot", new Dictionary<string, object> { ["format"] = "webp", ["quality"] = 82, ["clip"] = new Dictionary<string, object> { ["x"] = 0, ["y"] = top, ["width"] = size.Width, ["height"] = size.Height, ["scale"] = scale } });
        var picture = taken!.Value.GetProperty("data").GetString()!;
        visit.AssertNoComplaints();

        var seen = await visit.Page.EvaluateAsync<double[]>(Look, picture);
        Assert.Equal((size.Width * scale, size.Height * scale), (seen[0], seen[1]));
        Assert.InRange(seen[2], name == "dark" ? 0.08 : 0.8, name == "dark" ? 0.3 : 0.98);
        Assert.True(seen[3] > 200, $"{name} has {seen[3]} colours");
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(SmallSite.Repository, folder, name + ".webp"), Convert.FromBase64String(picture));
        }
    }

    [Fact]
    public void README_shows_all_of_them_and_no_other()
    {
        string[] names = [.. Pictures.Keys.Order(StringComparer.Ordinal)];
        Assert.Equal(names, Shown.Matches(File.ReadAllText(Path.Combine(SmallSite.Repository, "README.md"))).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(names, Directory.GetFiles(Path.Combine(SmallSite.Repository, "docs/pictures")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    // The first sheet, with the margins that the printer would leave.
    private static async Task OnPaperAsync(IPage page)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.AddStyleTagAsync(new PageAddStyleTagOptions { Content = "html { padding: 24mm 32mm 0; }" });
    }

    [GeneratedRegex(@"!\[[^\]]+\]\(docs/pictures/(\w+)\.webp\)")]
    private static partial Regex Shown { get; }

    private sealed record Picture(string Path, BrowserNewContextOptions Options, Func<IPage, Task>? Prepare = null, int Scale = 1);
}

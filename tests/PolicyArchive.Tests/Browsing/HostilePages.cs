using PolicyArchive.Tests.Markup;

namespace PolicyArchive.Tests.Browsing;

/// <summary>The hostile pieces in a real browser, without any header that would forbid scripts.</summary>
[Collection(BrowserTests.Name)]
public sealed class HostilePages(Browser browser)
{
    private const int AtOnce = 24;

    [Fact]
    public async Task No_script_runs_and_nothing_is_fetched_from_elsewhere_even_without_a_policy()
    {
        var files = HostileSite.Files.Where(f => !f.Key.StartsWith('_')).Append(new("_headers", [])).Append(new("frame.html", "<!doctype html><title>frames</title>"u8.ToArray())).ToDictionary();
        using var server = new SiteServer(files, "");
        await using var visit = await browser.VisitAsync();
        var hits = new List<string>();
        await visit.Page.ExposeFunctionAsync("hit", () => hits.Add("hit"));
        await visit.GoAsync(server.Origin + "/frame.html");
        var pages = files.Keys.Where(k => k.StartsWith("briefs/p-", StringComparison.Ordinal) && k.EndsWith("/index.html", StringComparison.Ordinal)).Select(server.AddressOf).ToArray();
        var handlers = 0;
        foreach (var some in pages.Chunk(AtOnce))
        {
            handlers += await visit.Page.EvaluateAsync<int>(
                """
                async (addresses) => {
                    const frames = await Promise.all(addresses.map((address) => new Promise((done) => {
                        const frame = document.createElement('iframe');
                        frame.onload = () => done(frame);
                        frame.src = address;
                        document.body.append(frame);
                    })));
                    let handlers = 0;
                    for (const frame of frames) {
                        for (const element of frame.contentDocument.querySelectorAll('.prose, .prose *')) {
                            handlers += element.shadowRoot ? 1 : 0;
                            for (const kind of Object.keys(HTMLElement.prototype).concat(Object.keys(window))) {
                                handlers += kind.startsWith('on') && typeof element[kind] === 'function' ? 1 : 0;
                            }
                            for (const kind of ['click', 'focus', 'mouseover', 'toggle', 'animationstart', 'pointerenter', 'error', 'load']) {
                                if (kind !== 'click' || !element.closest('a[href]')) {
                                    element.dispatchEvent(new Event(kind));
                                }
                            }
                        }
                        frame.remove();
                    }
                    return handlers;
                }
                """,
                some);
        }

        Assert.Empty(hits);
        Assert.Equal(0, handlers);
        Assert.True(pages.Length > 400);
        visit.AssertNothingFromElsewhere();
    }
}

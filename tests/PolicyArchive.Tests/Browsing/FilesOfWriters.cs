using System.Collections.Concurrent;
using PolicyArchive.Commands;

namespace PolicyArchive.Tests.Browsing;

/// <summary>Files that are copied as they are and opened by themselves: whatever is in them, nothing runs.</summary>
[Collection(BrowserTests.Name)]
public sealed class FilesOfWriters(Browser browser)
{
    private const string Script = "document.documentElement.setAttribute('data-ran', 'yes')";

    [Theory]
    [InlineData("data/inline.html", $"<!doctype html><title>T</title><h1>T</h1><script>{Script}</script><img src=x onerror=\"{Script}\">")]
    [InlineData("data/linked.html", "<!doctype html><title>T</title><h1>T</h1><script src=\"own.js\"></script><script type=\"module\" src=\"own.mjs\"></script><script src=\"data.txt\"></script><script src=\"annex.pdf\"></script>")]
    [InlineData("data/framed.html", "<!doctype html><title>T</title><h1>T</h1><iframe src=\"/briefs/x/\"></iframe><object data=\"inline.html\"></object><base href=\"https://other.example/\">")]
    [InlineData("data/inline.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"{Script}\"><title>T</title><script>{Script}</script></svg>")]
    [InlineData("data/linked.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><title>T</title><script xlink:href=\"own.js\"/></svg>")]
    [InlineData("data/inline.xml", $"<x xmlns=\"http://www.w3.org/1999/xhtml\"><script>{Script}</script></x>")]
    public async Task Nothing_in_them_runs(string path, string content)
    {
        using var site = SmallSite.WithBrief("").With(path, content)
            .With("data/own.js", Script).With("data/own.mjs", Script).With("data/data.txt", Script).With("data/annex.pdf", Script);
        using var server = new SiteServer(Files(site), "");
        await using var visit = await browser.VisitAsync();
        var response = await visit.GoAsync($"{server.Origin}/{path}");
        Assert.Equal(200, response.Status);
        await Task.Delay(300);
        Assert.Null(await visit.Page.EvaluateAsync<string?>("() => document.documentElement.getAttribute('data-ran')"));
        Assert.DoesNotContain(visit.Page.Frames.Skip(1), f => f.Url.StartsWith(server.Origin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_script_of_the_theme_still_does_where_it_is_asked_for()
    {
        using var site = SmallSite.WithBrief("", "Groundwater.\n");
        using var server = new SiteServer(Files(site), "");
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync($"{server.Origin}/search/?q=groundwater");
        await Microsoft.Playwright.Assertions.Expect(visit.Page.Locator("[data-search-result]")).ToHaveCountAsync(1);
        visit.AssertNoComplaints();
    }

    [Fact]
    public async Task A_retired_address_says_why_without_complaint()
    {
        using var site = SmallSite.WithBrief("").With("retired.yml", "/old/annex.pdf: The figures were wrong.\n");
        using var server = new SiteServer(Files(site), "");
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync($"{server.Origin}/old/annex.pdf/");
        await Microsoft.Playwright.Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync("The figures were wrong.");
        visit.AssertNoComplaints();
    }

    private static ConcurrentDictionary<string, byte[]> Files(SmallSite site)
    {
        var build = SiteBuild.Prepare(site.Options);
        // Drawings with code are warned of.
        Assert.Empty(build.Findings.Where(finding => finding.Code != "LINK017"));
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Assert.Empty(build.Render(file => files[file.Path] = file.Bytes.ToArray()));
        foreach (var copy in build.Plan.Files)
        {
            files[copy.Url.OutputPath] = File.ReadAllBytes(copy.Source.FullPath);
        }

        return files;
    }
}

using System.Net;
using System.Text;

namespace PolicyArchive.Tests.Preview;

/// <summary>The preview answers as the host will.</summary>
public sealed class HowFilesAreServed : IAsyncLifetime
{
    private static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 300_000).Select(i => (byte)(i % 251))];

    private PreviewedSite _preview = null!;

    public async Task InitializeAsync() => _preview = await PreviewedSite.OfAsync(SmallSite.WithSettings()
        .AndBrief("x", "topics: [Energy]\nredirect_from: [/old/x/, /old.php]\nattachments: [{file: annex.pdf, title: Annex}]")
        .AndBrief("письмо", "", "О письме.\n")
        .With("briefs/annex.pdf", Pdf)
        .With("files/film.mp4", Pdf)
        .With("files/empty.csv", "")
        .With("files/ein bild.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>")
        .With("pages/about.md", "---\ntitle: About\n---\nText.\n"));

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Theory]
    [InlineData("/", "text/html; charset=utf-8")]
    [InlineData("/briefs/x/", "text/html; charset=utf-8")]
    [InlineData("/briefs/x/index.html", "text/html; charset=utf-8")]
    [InlineData("/briefs/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE/", "text/html; charset=utf-8")]
    [InlineData("/briefs/x/?q=1", "text/html; charset=utf-8")]
    [InlineData("/about/", "text/html; charset=utf-8")]
    [InlineData("/topics/energy/", "text/html; charset=utf-8")]
    [InlineData("/feed.xml", "application/rss+xml; charset=utf-8")]
    [InlineData("/topics/energy/atom.xml", "application/atom+xml; charset=utf-8")]
    [InlineData("/feed.json", "application/feed+json; charset=utf-8")]
    [InlineData("/feeds.opml", "text/x-opml; charset=utf-8")]
    [InlineData("/sitemap.xml", "application/xml; charset=utf-8")]
    [InlineData("/robots.txt", "text/plain; charset=utf-8")]
    [InlineData("/opensearch.xml", "application/opensearchdescription+xml; charset=utf-8")]
    [InlineData("/briefs/x/annex.pdf", "application/pdf")]
    [InlineData("/files/film.mp4", "video/mp4")]
    [InlineData("/files/ein%20bild.svg", "image/svg+xml")]
    [InlineData("/files/empty.csv", "text/csv; charset=utf-8")]
    public async Task Everything_has_its_media_type_and_is_never_kept(string path, string type)
    {
        using var response = await _preview.AskAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'; script-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_that_of_a_build_but_for_the_script_of_the_preview()
    {
        var built = _preview.Site.Files();
        foreach (var (file, path) in ((string, string)[])[("index.html", "/"), ("briefs/x/index.html", "/briefs/x/"), ("search/index.html", "/search/"), ("about/index.html", "/about/")])
        {
            var page = await _preview.TextAsync(path);
            var from = page.IndexOf("<script type=\"module\" src=\"/_preview/", StringComparison.Ordinal);
            var to = page.IndexOf("</script>\n", from, StringComparison.Ordinal) + "</script>\n".Length;
            Assert.Equal(built[file], page.Remove(from, to - from));
        }

        Assert.Equal(built["sitemap.xml"], await _preview.TextAsync("/sitemap.xml"));
    }

    [Theory]
    [InlineData("/briefs", "/briefs/")]
    [InlineData("/briefs/x", "/briefs/x/")]
    [InlineData("/briefs/x?q=1", "/briefs/x/?q=1")]
    [InlineData("/briefs/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE", "/briefs/%D0%BF%D0%B8%D1%81%D1%8C%D0%BC%D0%BE/")]
    [InlineData("/old/x/", "/briefs/x/")]
    [InlineData("/old/x", "/briefs/x/")]
    [InlineData("/old.php", "/briefs/x/")]
    public async Task A_folder_without_its_slash_and_an_old_address_are_redirected(string path, string target)
    {
        using var response = await _preview.AskAsync(path);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(target, response.Headers.Location!.OriginalString);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_retired_address_is_answered_by_its_page_as_gone()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("").With("retired.yml", "/briefs/withdrawn/: Withdrawn by its author.\n"));
        using var response = await preview.AskAsync("/briefs/withdrawn/");
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Contains("Withdrawn by its author.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing/")]
    [InlineData("/nothing")]
    [InlineData("/briefs/x/nothing.pdf")]
    [InlineData("/404.html")]
    public async Task What_is_not_there_is_answered_by_the_sites_own_page(string path)
    {
        using var response = await _preview.AskAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Page not found", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/feed.xml")]
    [InlineData("/briefs/x/annex.pdf")]
    [InlineData("/nothing/")]
    [InlineData("/briefs")]
    public async Task A_head_request_has_the_headers_of_the_answer_and_no_body(string path)
    {
        using var whole = await _preview.AskAsync(path);
        using var head = await _preview.AskAsync(path, HttpMethod.Head);
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=0-8", 0, 9)]
    [InlineData("bytes=100000-", 100_000, 200_009)]
    [InlineData("bytes=-10", 299_999, 10)]
    [InlineData("bytes=300000-9999999", 300_000, 9)]
    [InlineData("bytes=-9999999", 0, 300_009)]
    public async Task A_part_of_a_file_can_be_asked_for(string range, int from, int length)
    {
        using var response = await _preview.AskAsync("/files/film.mp4", null, ("Range", range));
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal($"bytes {from}-{from + length - 1}/{Pdf.Length}", response.Content.Headers.ContentRange!.ToString());
        Assert.Equal(Pdf.AsSpan(from, length).ToArray(), await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=300009-", 416)]
    [InlineData("bytes=-0", 416)]
    [InlineData("bytes=5-2", 200)]
    [InlineData("bytes=0-1,5-6", 200)]
    [InlineData("lines=0-1", 200)]
    [InlineData("bytes=x", 200)]
    [InlineData("bytes=99999999999999999999-", 200)]
    public async Task A_range_that_is_none_is_answered_by_all_or_refused(string range, int status)
    {
        using var response = await _preview.AskAsync("/files/film.mp4", null, ("Range", range));
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? Pdf.Length : 0, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_site_in_a_folder_of_its_host_lies_in_that_folder_here()
    {
        await using var preview = await PreviewedSite.OfAsync(new SmallSite().With("settings.yml", "title: Below\nbase_url: https://example.org/archive\n").AndBrief("x", "redirect_from: /old/"));
        Assert.EndsWith("/archive/", preview.Url, StringComparison.Ordinal);
        Assert.Contains("Below", await preview.TextAsync("/archive/briefs/x/"), StringComparison.Ordinal);
        foreach (var (path, target) in ((string, string)[])[("/", "/archive/"), ("/archive", "/archive/"), ("/archive/briefs", "/archive/briefs/"), ("/archive/old/", "/archive/briefs/x/")])
        {
            using var moved = await preview.AskAsync(path);
            Assert.Equal(target, moved.Headers.Location?.OriginalString);
        }

        using var outside = await preview.AskAsync("/briefs/x/");
        Assert.Equal(HttpStatusCode.NotFound, outside.StatusCode);
    }

    [Fact]
    public async Task Drafts_and_embargoed_briefs_are_there_when_asked_for_and_marked()
    {
        static SmallSite Site() => SmallSite.WithSettings().AndBrief("x", "").AndBrief("later", "draft: true").With("briefs/embargoed.md", "---\ntitle: Embargoed\npublished: 2030-01-01\n---\nText.\n");
        await using var open = await PreviewedSite.OfAsync(Site(), drafts: true);
        await using var closed = await PreviewedSite.OfAsync(Site());
        foreach (var path in (string[])["/briefs/later/", "/briefs/embargoed/"])
        {
            Assert.Equal(404, await closed.StatusAsync(path));
            Assert.Equal(200, await open.StatusAsync(path));
            Assert.Contains(Dom.Parse(await open.TextAsync(path)).QuerySelectorAll("main *"), e => e.TextContent.Contains("not published", StringComparison.OrdinalIgnoreCase) || e.TextContent.Contains("draft", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task The_search_index_is_made_when_it_is_asked_for_and_kept_until_there_is_a_newer_one()
    {
        var index = Dom.Parse(await _preview.TextAsync("/search/")).QuerySelector("[data-search-index]")!.GetAttribute("data-search-index")!;
        var root = _preview.Site.Files().Keys.First(f => f.StartsWith("search/index/", StringComparison.Ordinal));
        Assert.StartsWith("/" + root[..root.LastIndexOf('/')].Split('/').Take(3).Aggregate((a, b) => $"{a}/{b}"), index, StringComparison.Ordinal);
        Assert.Equal(200, await _preview.StatusAsync("/" + root));
        _preview.Site.AndBrief("another", "");
        await _preview.UntilAsync("/search/", page => !page.Contains(index, StringComparison.Ordinal));
        Assert.Equal(200, await _preview.StatusAsync("/" + root));
        Assert.Equal(404, await _preview.StatusAsync("/search/index/0000000000000000/root.json"));
    }
}

using System.Net;

namespace PolicyArchive.Tests.Preview;

/// <summary>A mistake is shown with its place, its line and the cure, above the last good site.</summary>
public sealed class MistakesInThePreview : IAsyncLifetime
{
    private PreviewedSite _preview = null!;

    public async Task InitializeAsync() => _preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "The good text.\n"));

    public async Task DisposeAsync() => await _preview.DisposeAsync();

    [Fact]
    public async Task A_mistake_stands_above_the_last_good_site_until_it_is_mended()
    {
        _preview.Site.With("briefs/x.md", "---\ntitle: x\npublished: 2019-33-04\n---\nA bad text.\n");
        var page = await _preview.UntilAsync("/briefs/x/", "BRIEF012");
        Assert.Contains("The good text.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("A bad text.", page, StringComparison.Ordinal);
        var panel = Panel(page);
        Assert.EndsWith("briefs/x.md(3,12): error BRIEF012", panel.QuerySelector(".place")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("3 | published: 2019-33-04\n3 | published: ^", panel.QuerySelector("pre")!.TextContent);
        Assert.Equal("2", panel.QuerySelector("mark")!.TextContent);
        Assert.NotEqual("", panel.QuerySelector(".cure")!.TextContent);
        Assert.Contains("preview-findings", await _preview.TextAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("preview-findings", await _preview.TextAsync("/feed.xml"), StringComparison.Ordinal);

        _preview.Site.AndBrief("x", "", "Mended.\n");
        page = await _preview.UntilAsync("/briefs/x/", "Mended.");
        Assert.DoesNotContain("preview-findings", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_link_is_shown_and_so_is_what_another_file_does_to_this_one()
    {
        _preview.Site.AndBrief("x", "", "See [that](nowhere.md).\n");
        Assert.Contains("LINK001", await _preview.UntilAsync("/briefs/x/", "preview-findings"), StringComparison.Ordinal);
        _preview.Site.AndBrief("nowhere", "", "It is here now.\n");
        await _preview.UntilAsync("/briefs/x/", page => page.Contains("/briefs/nowhere/", StringComparison.Ordinal) && !page.Contains("preview-findings", StringComparison.Ordinal));
        _preview.Site.AndBrief("another", "slug: x");
        await _preview.UntilAsync("/briefs/x/", "BRIEF101");
        File.Delete(_preview.Site.PathOf("briefs/another.md"));
        await _preview.UntilAsync("/briefs/x/", page => !page.Contains("preview-findings", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_good_site_the_mistakes_are_all_there_is_and_the_site_comes_when_they_are_mended()
    {
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: [\n---\n"));
        using (var response = await preview.AskAsync("/briefs/x/"))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.StartsWith("default-src 'none'; script-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.Contains("briefs/x.md(", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        preview.Site.AndBrief("x", "", "Good at last.\n");
        await preview.UntilAsync("/briefs/x/", "Good at last.");
    }

    [Fact]
    public async Task Whatever_a_mistake_holds_is_shown_as_text()
    {
        _preview.Site.With("briefs/<b>&\"'.md", "---\ntitle: x\nslug: <script>alert(1)</script><img src=x onerror=alert(2)></template></details>\npublished: 2019-03-04\n---\n");
        var page = await _preview.UntilAsync("/briefs/x/", "BRIEF003");
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script><img src=x onerror=alert(2)></template></details>", Panel(page).QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(Panel(page).QuerySelectorAll("a, img, script, [onerror]"));
    }

    [Fact]
    public async Task A_very_long_line_is_cut_around_its_column()
    {
        _preview.Site.With("briefs/x.md", $"---\ntitle: x\npublished: 2019-03-04\nx: {{a: {new string('é', 5000)}, b: ]}}\n---\n");
        var line = Panel(await _preview.UntilAsync("/briefs/x/", "preview-findings")).QuerySelector("pre bdi")!.TextContent;
        Assert.StartsWith("…", line, StringComparison.Ordinal);
        Assert.InRange(line.Length, 60, 200);
    }

    [Fact]
    public async Task A_mistake_in_the_theme_is_shown_and_mended_too()
    {
        using var theme = new ThemeCopy();
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "The text.\n"), theme: theme.Folder);
        var brief = await File.ReadAllTextAsync(Path.Combine(theme.Folder, "brief.liquid"));
        theme.With("brief.liquid", "{% if page.title %}");
        var page = await preview.UntilAsync("/briefs/x/", "THEME003");
        Assert.Contains("The text.", page, StringComparison.Ordinal);
        theme.With("brief.liquid", brief.Replace("<article", "<article data-new", StringComparison.Ordinal));
        page = await preview.UntilAsync("/briefs/x/", "data-new");
        Assert.DoesNotContain("preview-findings", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_is_said_otherwise_is_shown_on_pages_and_in_their_texts()
    {
        using var theme = new ThemeCopy();
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "## Part\n\nThe text.\n"), theme: theme.Folder);
        theme.With("words/en.yml", "home: [Start]\n");
        await preview.UntilAsync("/briefs/x/", "THEME013");
        theme.With("words/en.yml", "home: Start here\nsection_link_label: \"Here is {heading}\"\n");
        var page = await preview.UntilAsync("/briefs/x/", "Here is Part");
        Assert.Contains(">Start here<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("preview-findings", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_cannot_be_rendered_says_why_and_the_others_stand()
    {
        using var theme = new ThemeCopy();
        await using var preview = await PreviewedSite.OfAsync(SmallSite.WithBrief("", "The text.\n"), theme: theme.Folder);
        var brief = await File.ReadAllTextAsync(Path.Combine(theme.Folder, "brief.liquid"));
        theme.With("partials/endless.liquid", "{% render 'endless' %}").With("brief.liquid", brief + "{% render 'endless' %}");
        var page = await preview.UntilAsync("/briefs/x/", "THEME010");
        Assert.Contains("endless", Panel(page).TextContent, StringComparison.Ordinal);
        Assert.Contains("THEME010", preview.Complaints);
        Assert.Equal(500, await preview.StatusAsync("/briefs/x/"));
        Assert.Equal(200, await preview.StatusAsync("/briefs/"));
        theme.With("brief.liquid", brief);
        await preview.UntilAsync("/briefs/x/", "The text.");
    }

    [Fact]
    public async Task A_warning_is_no_part_of_the_page()
    {
        _preview.Site.AndBrief("x", "unknown_key: 1", "With a warning.\n");
        Assert.DoesNotContain("preview-findings", await _preview.UntilAsync("/briefs/x/", "With a warning."), StringComparison.Ordinal);
    }

    // A parser that knows no shadow trees sees what is in one as the content of a template.
    private static AngleSharp.Dom.IElement Panel(string page)
    {
        var from = page.IndexOf("<preview-findings>", StringComparison.Ordinal);
        var to = page.IndexOf("</preview-findings>", from, StringComparison.Ordinal);
        return Dom.Parse(page[from..to].Replace("<template shadowrootmode=\"open\">", "", StringComparison.Ordinal)).QuerySelector("details")!;
    }
}

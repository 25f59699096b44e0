using System.Text.Json;
using AngleSharp.Html.Dom;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Citing;

public sealed class HeadsOfPages
{
    private const string Data = "script[type='application/ld+json']";

    public static TheoryData<string> Sites => ["everything", "citing"];

    private static WholeSite Site(string name) => name == "citing" ? WholeSite.Citing : WholeSite.Everything;

    [Theory]
    [MemberData(nameof(Sites))]
    public void No_tag_is_empty_or_stands_twice(string name)
    {
        foreach (var path in Site(name).Pages)
        {
            var tags = Dom.Parse(Site(name).Text(path)).QuerySelectorAll("meta[content]").Select(m => (Name: m.GetAttribute("name") ?? m.GetAttribute("property"), Content: m.GetAttribute("content")!)).Where(m => m.Name is not null).ToArray();
            Assert.All(tags, tag => Assert.False(string.IsNullOrWhiteSpace(tag.Content), $"{path}: {tag.Name}"));
            Assert.True(tags.Distinct().Count() == tags.Length, $"{path}: {string.Join(", ", tags.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => g.Key))}");
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_page_says_what_it_is_in_one_piece_of_data(string name)
    {
        foreach (var page in Site(name).Plan.Pages.Where(p => p is not PolicyArchive.Pages.RedirectPage and not PolicyArchive.Pages.RetiredPage and not PolicyArchive.Pages.NotFoundPage))
        {
            using var data = JsonDocument.Parse(Assert.Single(Dom.Parse(Site(name).Text(page.Url.OutputPath)).QuerySelectorAll(Data)).TextContent);
            Assert.Equal("https://schema.org", data.RootElement.GetProperty("@context").GetString());
            Assert.NotEqual(0, data.RootElement.GetProperty("@graph").GetArrayLength());
        }
    }

    [Theory]
    [InlineData("plain", "citation_technical_report_institution")]
    [InlineData("commentary", "citation_journal_title")]
    public void A_dated_piece_with_authors_is_told_to_Scholar(string slug, string deciding)
    {
        var page = Citing(slug);
        Assert.NotNull(Tag(page, "citation_title"));
        Assert.NotNull(Tag(page, "citation_author"));
        Assert.Matches("^[0-9]{4}/[0-9]{2}/[0-9]{2}$", Tag(page, "citation_publication_date"));
        Assert.NotNull(Tag(page, deciding));
    }

    [Theory]
    [InlineData("authorless")]
    [InlineData("undated")]
    [InlineData("speech")]
    public void Others_are_not_but_have_Dublin_Core(string slug)
    {
        var page = Citing(slug);
        Assert.Empty(page.QuerySelectorAll("meta[name^=citation_]"));
        Assert.NotNull(Tag(page, "DC.title"));
        Assert.Equal(slug == "undated", Tag(page, "DC.date") is null);
    }

    [Fact]
    public void A_republished_piece_is_cited_as_its_original()
    {
        var page = Citing("republished");
        Assert.Equal("The name it had: a tale", Tag(page, "citation_title"));
        Assert.Equal("The Times of Water", Tag(page, "citation_journal_title"));
        Assert.Equal("https://times.example/a?b=1&c=2", Tag(page, "citation_public_url"));
        Assert.Contains("\"isBasedOn\":{\"@type\":\"CreativeWork\"", page.QuerySelector(Data)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_tells_programs_nothing_but_to_pass_by()
    {
        using var site = SmallSite.WithBrief("draft: true\nauthors: [Ana Ruiz]");
        var page = Dom.Parse(site.Files(site.Options with { Drafts = true })["briefs/x/index.html"]);
        Assert.Equal("noindex", Tag(page, "robots"));
        Assert.Empty(page.QuerySelectorAll($"meta[name^=citation_], meta[name^='DC.'], meta[property^='article:published'], {Data}"));
    }

    [Theory]
    [InlineData("</script><script>steal()</script>")]
    [InlineData("<!-- <script>")]
    [InlineData("line\u2028and\u2029paragraph")]
    [InlineData("\"quotes\" & \\back\\ 'single' ]]>")]
    public void A_hostile_title_stays_a_text(string title)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", $"---\ntitle: {JsonSerializer.Serialize(title)}\npublished: 2019-03-04\nauthors: [Ana Ruiz]\n---\nText.\n");
        var page = site.Page();
        Assert.Empty(page.QuerySelectorAll("script:not([src], [type='application/ld+json'])"));
        var text = Assert.Single(page.QuerySelectorAll(Data)).TextContent;
        Assert.DoesNotContain(text, c => c is '<' or '>' or '&' or '\u2028' or '\u2029');
        using var data = JsonDocument.Parse(text);
        Assert.Equal(page.QuerySelector("h1")!.TextContent, data.RootElement.GetProperty("@graph")[0].GetProperty("headline").GetString());
    }

    private static IHtmlDocument Citing(string slug) => Dom.Parse(WholeSite.Citing.Text($"briefs/{slug}/index.html"));

    private static string? Tag(IHtmlDocument page, string name) => page.QuerySelector($"meta[name='{name}']")?.GetAttribute("content");
}

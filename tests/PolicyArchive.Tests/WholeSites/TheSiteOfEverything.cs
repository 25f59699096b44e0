using System.Text.RegularExpressions;
using PolicyArchive.Checking;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.WholeSites;

public sealed partial class TheSiteOfEverything
{
    private static string Sources { get; } = string.Concat(Directory.EnumerateFiles(WholeSite.Everything.Options.Input, "*", SearchOption.AllDirectories)
        .Where(f => f.EndsWith(".md", StringComparison.Ordinal) || f.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText));

    [Theory]
    [InlineData("title published date? not_before updated authors author topics tags regions kind type series number summary description key_points slug draft language translation_of doi isbn license source permission disclaimer corrections supersedes related attachments image alt credit redirect_from provenance syndicate")]
    [InlineData("Published Tags Lead RedirectFrom DestinationPath base_url publisher issn email logo page_size feed_size copyright featured social kinds parent aliases affiliation orcid bio organization websub oai_gateway security contact expires llms_txt")]
    public void Every_key_is_in_it(string keys)
    {
        foreach (var key in keys.Split(' ').Where(k => !k.EndsWith('?')))
        {
            Assert.True(Regex.IsMatch(Sources, $@"(^|[{{,\s]){key}:", RegexOptions.Multiline), $"no `{key}`");
        }
    }

    [Fact]
    public void Every_sort_of_page_is_in_it()
    {
        var sorts = typeof(Page).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Page)) && !t.IsAbstract).ToHashSet();
        Assert.Equal(sorts, WholeSite.Everything.Plan.Pages.Select(p => p.GetType()).ToHashSet());
    }

    [Fact]
    public void What_is_not_published_leaves_no_trace_in_it()
    {
        foreach (var (path, bytes) in WholeSite.Everything.Files)
        {
            Assert.DoesNotMatch(Withheld, path);
            Assert.DoesNotMatch(Withheld, System.Text.Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public void Every_page_of_it_reads_well_to_machines() => AssertSound(WholeSite.Everything);

    [Fact]
    public void So_does_every_page_of_the_sample_archive()
    {
        Assert.Empty(WholeSite.Sample.Findings);
        AssertSound(WholeSite.Sample);
    }

    [Fact]
    public void Every_page_carries_what_tools_rely_on()
    {
        foreach (var path in WholeSite.Everything.Pages)
        {
            var page = Dom.Parse(WholeSite.Everything.Text(path));
            var isBrief = WholeSite.Everything.Plan.BriefPages.Values.Any(p => p.Url.OutputPath == path);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Equal(isBrief ? 1 : 0, page.QuerySelectorAll("article[data-brief]").Length);
            var isNowhere = path == "404.html" || WholeSite.Everything.Plan.Pages.OfType<RetiredPage>().Any(p => p.Url.OutputPath == path);
            Assert.Equal(isNowhere ? 0 : 1, page.QuerySelectorAll("link[rel=canonical][href^='https://']").Length);
            if (page.QuerySelector("meta[http-equiv=refresh]") is null)
            {
                Assert.True(page.QuerySelectorAll("link[rel=alternate][type='application/rss+xml']").Length > 0, path);
                Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src], [type='application/ld+json']), [onclick], [onload]"));
            }
        }
    }

    private static void AssertSound(WholeSite site)
    {
        var check = new SiteCheck(site.Files.Keys, site.Plan.Settings.BaseUrl.Folder);
        Assert.Empty(check.Check(site.Pages.Select(p => new RenderedFile(p, site.Files[p]))));
    }

    [GeneratedRegex("Unfinished business|Embargoed news|Secret topic|secret-topic|kept back|_notes")]
    private static partial Regex Withheld { get; }
}

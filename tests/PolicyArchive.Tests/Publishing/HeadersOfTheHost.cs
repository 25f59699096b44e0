using PolicyArchive.Tests.Browsing;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Publishing;

public sealed class HeadersOfTheHost
{
    private static readonly HostHeaders Sample = HostHeaders.Parse(WholeSite.Sample.Text("_headers"));

    private static Dictionary<string, string> For(string path) => Sample.For(path).ToDictionary(h => h.Name, h => h.Value);

    [Fact]
    public void No_path_is_given_one_header_by_two_rules_and_each_has_the_policy()
    {
        foreach (var site in (WholeSite[])[WholeSite.Sample, WholeSite.Everything])
        {
            var headers = HostHeaders.Parse(site.Text("_headers"));
            foreach (var path in site.Files.Keys)
            {
                var address = $"{site.Plan.Settings.BaseUrl.Folder}/{(path.EndsWith("index.html", StringComparison.Ordinal) ? path[..^"index.html".Length] : path)}";
                var names = headers.For(address).Select(h => h.Name).ToArray();
                Assert.Equal(names.Distinct(), names);
                Assert.Superset(new HashSet<string> { "Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" }, names.ToHashSet());
            }
        }
    }

    [Fact]
    public void The_policy_allows_nothing_inline_and_nothing_from_elsewhere()
    {
        var policy = For("/")["Content-Security-Policy"];
        Assert.StartsWith("default-src 'none'; ", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("base-uri 'none'", policy, StringComparison.Ordinal);
        Assert.All(policy.Split("; "), d => Assert.Matches("^[a-z-]+ ('none'|'self')$", d));
    }

    [Theory]
    [InlineData("/", "same-origin")]
    [InlineData("/about/", "same-origin")]
    [InlineData("/topics/climate-and-energy/", "same-origin")]
    [InlineData("/assets/x.css", "same-origin")]
    [InlineData("/briefs/japan-korea-export-controls/shares.png", "cross-origin")]
    public void Others_may_show_the_pictures_of_briefs_and_nothing_else(string path, string policy) =>
        Assert.Equal(policy, For(path)["Cross-Origin-Resource-Policy"]);

    [Theory]
    [InlineData("/feed.xml", "application/rss+xml")]
    [InlineData("/topics/x/atom.xml", "application/atom+xml")]
    [InlineData("/corrections.xml", "application/atom+xml")]
    [InlineData("/feed/rss/1.xml", "application/rss+xml")]
    [InlineData("/feed/atom/undated-1.xml", "application/atom+xml")]
    [InlineData("/SHA256SUMS", "text/plain")]
    [InlineData("/years/2019/feed.json", "application/feed+json")]
    [InlineData("/briefs/x/cite.bib", "application/x-bibtex")]
    [InlineData("/briefs/x/cite.ris", "application/x-research-info-systems")]
    [InlineData("/cite.csl.json", "application/vnd.citationstyles.csl+json")]
    [InlineData("/feeds.opml", "text/x-opml")]
    [InlineData("/opensearch.xml", "application/opensearchdescription+xml")]
    public void Feeds_and_records_have_their_media_types(string path, string type)
    {
        Assert.Equal(type + "; charset=utf-8", For(path)["Content-Type"]);
        Assert.Equal(path.Contains("cite", StringComparison.Ordinal), For(path).ContainsKey("X-Robots-Tag"));
    }

    [Fact]
    public void What_is_named_for_its_content_is_kept_for_a_year_and_nothing_else_is()
    {
        Assert.All(WholeSite.Sample.Files.Keys, path =>
        {
            var isNamedForContent = path.StartsWith("assets/", StringComparison.Ordinal) || path.StartsWith("search/index/", StringComparison.Ordinal);
            Assert.Equal(isNamedForContent, For("/" + path).TryGetValue("Cache-Control", out var caching) && caching.Contains("immutable", StringComparison.Ordinal));
        });
    }
}

using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using PolicyArchive.Feeds;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Feeds;

public sealed class Sitemaps
{
    private static readonly XNamespace Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public void The_sitemap_of_everything_keeps_the_rules_and_names_the_pages_that_stand_for_themselves()
    {
        var site = WholeSite.Everything;
        var named = Addresses(site.Text("sitemap.xml")).Select(a => a["https://everything.example/archive/".Length..]).Select(Uri.UnescapeDataString).ToHashSet();
        var own = site.Pages.Where(path => Canonical(site, path) == "https://everything.example/archive/" + Path(path)).ToArray();
        var redirects = site.Plan.Pages.Where(p => p is PolicyArchive.Pages.RedirectPage or PolicyArchive.Pages.RetiredPage).Select(p => p.Url.OutputPath).ToHashSet();
        // A search page has nothing of its own to be found.
        Assert.Equal(own.Where(p => !redirects.Contains(p) && p != "search/index.html").Select(Path).Select(Uri.UnescapeDataString).ToHashSet(), named);
        Assert.DoesNotContain("briefs/republished/", named);
    }

    [Fact]
    public void So_does_that_of_the_sample() => Assert.NotEmpty(Addresses(WholeSite.Sample.Text("sitemap.xml")));

    [Fact]
    public void The_robots_are_told_where_it_is() =>
        Assert.Equal("User-agent: *\nAllow: /\n\nSitemap: https://everything.example/archive/sitemap.xml\n", WholeSite.Everything.Text("robots.txt"));

    [Theory]
    [InlineData(10)]
    [InlineData(1)]
    public void More_addresses_than_a_file_may_hold_are_split_under_an_index(int largest)
    {
        var whole = Addresses(WholeSite.Everything.Text("sitemap.xml"));
        var files = Sitemap.Of(WholeSite.Everything.Plan, largest).ToDictionary(f => "https://everything.example/archive" + f.Url.Path, f => System.Text.Encoding.UTF8.GetString(f.Render().Bytes.Span));
        Assert.Equal(1 + (whole.Length + largest - 1) / largest, files.Count);
        var index = Validated(files["https://everything.example/archive/sitemap.xml"]);
        Assert.Equal(Namespace + "sitemapindex", index.Name);
        var parts = index.Elements().Select(s => s.Element(Namespace + "loc")!.Value).ToArray();
        Assert.Equal(whole, parts.SelectMany(part => Addresses(files[part])));
    }

    [Fact]
    public void As_many_as_it_may_hold_stay_in_one() => Assert.Single(Sitemap.Of(WholeSite.Everything.Plan, Addresses(WholeSite.Everything.Text("sitemap.xml")).Length));

    private static string Path(string outputPath)
    {
        var path = outputPath.EndsWith("index.html", StringComparison.Ordinal) ? outputPath[..^"index.html".Length] : outputPath;
        return string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
    }

    private static string? Canonical(WholeSite site, string path) => Dom.Parse(site.Text(path)).QuerySelector("link[rel=canonical]")?.GetAttribute("href");

    private static string[] Addresses(string xml) => [.. Validated(xml).Elements().Select(u => u.Element(Namespace + "loc")!.Value)];

    private static XElement Validated(string xml)
    {
        var schemas = new XmlSchemaSet();
        using var schema = XmlReader.Create(System.IO.Path.Combine(SmallSite.Repository, "tests", "PolicyArchive.Tests", "Feeds", "sitemap.xsd"));
        schemas.Add(Namespace.NamespaceName, schema);
        var document = XDocument.Parse(xml);
        document.Validate(schemas, (_, fault) => Assert.Fail(fault.Message));
        return document.Root!;
    }
}

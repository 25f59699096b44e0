using System.Text.Json;

namespace PolicyArchive.Tests.Harvesting;

/// <summary>Signposting: the FAIR profile, level 1, and RFC 9264.</summary>
public sealed class LinksForMachines
{
    private static SmallSite Site() => SmallSite.WithSettings()
        .AndBrief("x", "authors: [{name: Ana Ruiz, orcid: 0000-0002-1825-0097}, Tom]\nseries: Notes\nlicense: CC-BY-4.0\ndoi: 10.1234/x\nattachments: [{file: data.pdf, title: Data}]").With("briefs/data.pdf", "a");

    [Fact]
    public void The_head_of_a_brief_leads_to_its_authors_licence_files_and_record()
    {
        using var site = Site();
        Assert.Equal(
            [
                "cite-as https://doi.org/10.1234/x ", "type https://schema.org/AboutPage ", "type https://schema.org/Report ", "author https://orcid.org/0000-0002-1825-0097 ", "author https://archive.example/authors/tom/ ",
                "license https://creativecommons.org/licenses/by/4.0/ ", "describedby https://archive.example/briefs/x/cite.csl.json application/vnd.citationstyles.csl+json", "item https://archive.example/briefs/x/data.pdf application/pdf",
                "collection https://archive.example/series/notes/ text/html",
            ],
            site.Page().QuerySelectorAll("head link").Where(link => link.GetAttribute("rel") is "cite-as" or "type" or "author" or "license" or "describedby" or "item" or "collection" or "linkset")
                .Select(link => $"{link.GetAttribute("rel")} {link.GetAttribute("href")} {link.GetAttribute("type")}"));
    }

    [Fact]
    public void One_set_has_the_links_of_all_and_the_front_page_leads_to_it()
    {
        using var site = Site().AndBrief("y", "");
        var files = site.Files();
        using var json = JsonDocument.Parse(files["linkset.json"]);
        var set = json.RootElement.GetProperty("linkset").EnumerateArray().ToArray();
        Assert.Equal(["https://archive.example/briefs/x/", "https://archive.example/briefs/y/"], set.Select(context => context.GetProperty("anchor").GetString()));
        Assert.Equal(
            """{"anchor":"https://archive.example/briefs/y/","cite-as":[{"href":"https://archive.example/briefs/y/"}],"type":[{"href":"https://schema.org/AboutPage"},{"href":"https://schema.org/Report"}],"describedby":[{"href":"https://archive.example/briefs/y/cite.csl.json","type":"application/vnd.citationstyles.csl+json"},{"href":"https://archive.example/briefs/y/cite.bib","type":"application/x-bibtex"},{"href":"https://archive.example/briefs/y/cite.ris","type":"application/x-research-info-systems"}],"collection":[{"href":"https://archive.example/briefs/","type":"text/html"}]}""",
            set[1].GetRawText());
        Assert.Equal("https://archive.example/linkset.json", Dom.Parse(files["index.html"]).QuerySelector("link[rel=linkset][type='application/linkset+json']")!.GetAttribute("href"));
        Assert.Equal("</linkset.json>; rel=\"linkset\"; type=\"application/linkset+json\"", Browsing.HostHeaders.Parse(files["_headers"]).For("/").Single(header => header.Name == "Link").Value);
    }

    [Fact]
    public void Every_address_of_the_set_that_is_of_the_site_leads_to_a_file()
    {
        var site = WholeSites.WholeSite.Everything;
        using var json = JsonDocument.Parse(site.Text("linkset.json"));
        var own = site.Plan.Settings.BaseUrl.Text + "/";
        foreach (var address in json.RootElement.GetProperty("linkset").EnumerateArray().SelectMany(context => context.EnumerateObject()).SelectMany(p => p.Name == "anchor" ? [p.Value.GetString()!] : p.Value.EnumerateArray().Select(t => t.GetProperty("href").GetString()!)).Where(a => a.StartsWith(own, StringComparison.Ordinal)))
        {
            var path = Uri.UnescapeDataString(address[own.Length..]);
            Assert.Contains(path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path, site.Files.Keys);
        }
    }
}

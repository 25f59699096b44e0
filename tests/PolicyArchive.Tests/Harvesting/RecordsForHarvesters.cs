using System.Text.Json;
using System.Xml.Linq;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Harvesting;

public sealed class RecordsForHarvesters
{
    private const string Awkward = """
        summary: 'In 2 < 3 steps & "no" more.'
        updated: 2020-01-02
        authors: [{name: Ana Ruiz, orcid: 0000-0002-1825-0097, affiliation: North}, {name: Office of Statistics, organization: true}]
        topics: [Water, Law]
        regions: [Andes]
        kind: report
        series: Accounts
        number: 7
        language: fr
        doi: 10.1234/a(b)
        isbn: 978-0-306-40615-7
        license: CC-BY-4.0
        disclaimer: Ours alone.
        corrections: [{date: 2021-03-04, text: A slip.}]
        attachments: [{file: data.csv, title: The data}]
        """;

    private static SmallSite Site() => SmallSite.WithSettings("publisher: {name: An institute, email: library@archive.example}\n").AndBrief("x", Awkward).With("briefs/data.csv", "a,b\n");

    [Fact]
    public void The_catalogue_says_all_that_is_known_of_a_piece()
    {
        using var site = Site();
        Assert.Equal(
            """
            {"title":"A small archive","url":"https://archive.example/","publisher":"An institute","language":"en","count":1,"briefs":[
            {"slug":"x","url":"https://archive.example/briefs/x/","title":"x","summary":"In 2 < 3 steps & \"no\" more.","kind":"Report","authors":[{"name":"Ana Ruiz","affiliation":"North","orcid":"0000-0002-1825-0097"},{"name":"Office of Statistics","organization":true}],"published":"2019-03-04","updated":"2020-01-02","language":"fr","topics":["Water","Law"],"regions":["Andes"],"series":"Accounts","number":"7","doi":"10.1234/a(b)","isbn":"978-0-306-40615-7","license":{"id":"CC-BY-4.0","name":"CC BY 4.0","url":"https://creativecommons.org/licenses/by/4.0/"},"disclaimer":"Ours alone.","corrections":[{"date":"2021-03-04","text":"A slip."}],"attachments":[{"title":"The data","url":"https://archive.example/briefs/x/data.csv","type":"text/csv","bytes":4}],"words":1}
            ]}

            """.ReplaceLineEndings("\n"),
            site.Files()["catalogue.json"]);
    }

    [Fact]
    public void The_table_has_a_line_for_each_piece_and_the_columns_of_its_guide()
    {
        using var site = Site();
        var lines = site.Files()["catalogue.csv"].Split("\r\n");
        Assert.Equal(
            "x,https://archive.example/briefs/x/,x,Ana Ruiz|Office of Statistics,0000-0002-1825-0097|,2019-03-04,,2020-01-02,2021-03-04,Report,Accounts,7,fr,Water|Law,Andes,\"In 2 < 3 steps & \"\"no\"\" more.\",1,10.1234/a(b),978-0-306-40615-7,CC-BY-4.0,https://creativecommons.org/licenses/by/4.0/,,,,,Ours alone.,https://archive.example/briefs/x/data.csv,,,,",
            lines[1]);
        Assert.Equal("", lines[2]);
        var guide = File.ReadAllText(Path.Combine(SmallSite.Repository, "docs", "harvest.md"));
        Assert.All(lines[0].Split(','), column => Assert.Contains($"`{column}`", guide, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("-5 % of it", "\"'-5 % of it\"")]
    [InlineData("+49", "\"'+49\"")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("Not =1", "Not =1")]
    public void A_cell_is_never_taken_for_a_formula(string summary, string cell)
    {
        using var site = SmallSite.WithBrief($"summary: '{summary}'");
        Assert.Contains($",{cell},", site.Files()["catalogue.csv"], StringComparison.Ordinal);
        Assert.Contains($"\"summary\":\"{summary}\"", site.Files()["catalogue.json"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_harvester_gets_a_record_in_Dublin_Core()
    {
        using var site = Site();
        var record = Assert.Single(OaiRules.Check(site.Files()["oai.xml"]));
        Assert.Equal(("oai:archive.example:x", "2021-03-04"), (record.Descendants(OaiRules.Oai + "identifier").Single().Value, record.Descendants(OaiRules.Oai + "datestamp").Single().Value));
        Assert.Equal(
            [
                "title: x", "creator: Ana Ruiz", "creator: Office of Statistics", "subject: Water", "subject: Law", "description: In 2 < 3 steps & \"no\" more.", "description: Ours alone.",
                "publisher: An institute", "date: 2019-03-04", "type: Report", "format: text/html", "format: text/csv", "identifier: https://archive.example/briefs/x/", "identifier: https://doi.org/10.1234/a%28b%29",
                "identifier: urn:isbn:978-0-306-40615-7", "language: fr", "relation: https://archive.example/briefs/x/data.csv", "coverage: Andes", "rights: CC BY 4.0", "rights: https://creativecommons.org/licenses/by/4.0/",
            ],
            record.Descendants().Where(e => e.Name.Namespace == OaiRules.Dc).Select(e => $"{e.Name.LocalName}: {e.Value}"));
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("sample")]
    [InlineData("minimal")]
    public void A_static_repository_keeps_the_rules_and_has_every_piece(string name)
    {
        var site = name switch { "everything" => WholeSite.Everything, "sample" => WholeSite.Sample, _ => WholeSite.Minimal };
        Assert.Equal(site.Plan.Archive.Entries.Length, OaiRules.Check(site.Text("oai.xml")).Length);
        using var catalogue = JsonDocument.Parse(site.Text("catalogue.json"));
        Assert.Equal(site.Plan.Archive.Entries.Length, catalogue.RootElement.GetProperty("briefs").GetArrayLength());
        Assert.Equal(catalogue.RootElement.GetProperty("count").GetInt32(), catalogue.RootElement.GetProperty("briefs").GetArrayLength());
    }

    [Fact]
    public void A_gateway_is_named_before_the_address_of_the_repository()
    {
        using var site = SmallSite.WithSettings("oai_gateway: https://gateway.example/oai/\n").AndBrief("x", "");
        Assert.Contains("<oai:baseURL>https://gateway.example/oai/archive.example/oai.xml</oai:baseURL>", site.Files()["oai.xml"], StringComparison.Ordinal);
        Assert.Contains("<oai:adminEmail>webmaster@archive.example</oai:adminEmail>", site.Files()["oai.xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_piece_without_a_date_is_given_none_and_what_is_known_is_said()
    {
        using var site = SmallSite.WithBrief("").With("briefs/水.md", "---\ntitle: Found\npublished: unknown\nnot_before: 2011-03-11\nprovenance: {file: drawer.txt, sha256: ab12, imported: 2025-06-07}\n---\nText.\n").With("briefs/bare.md", "---\ntitle: Bare\npublished: unknown\n---\nText.\n");
        var files = site.Files();
        var records = OaiRules.Check(files["oai.xml"]);
        var found = records.Single(r => r.Value.Contains("Found", StringComparison.Ordinal));
        Assert.Equal("2025-06-07", found.Descendants(OaiRules.Oai + "datestamp").Single().Value);
        Assert.Empty(found.Descendants(OaiRules.Dc + "date"));
        Assert.Contains("Date unknown, not before 2011-03-11.", found.Value, StringComparison.Ordinal);
        Assert.Contains("Imported from drawer.txt on 2025-06-07 (SHA-256 ab12)", found.Value, StringComparison.Ordinal);
        Assert.Equal("2019-03-04", records.Single(r => r.Value.Contains("Bare", StringComparison.Ordinal)).Descendants(OaiRules.Oai + "datestamp").Single().Value);
        Assert.Contains("\"not_before\":\"2011-03-11\"", files["catalogue.json"], StringComparison.Ordinal);
        Assert.Contains("\"provenance\":{\"file\":\"drawer.txt\",\"sha256\":\"ab12\",\"imported\":\"2025-06-07\"}", files["catalogue.json"], StringComparison.Ordinal);
        Assert.EndsWith(",drawer.txt,ab12,2025-06-07", files["catalogue.csv"].Split("\r\n").Single(line => line.StartsWith('水')), StringComparison.Ordinal);
        var page = Dom.Parse(files["briefs/水/index.html"]);
        Assert.Equal(
            "Imported on 7 June 2025 from drawer.txt, SHA-256 ab12. Its date is unknown; it is not older than 11 March 2011.",
            page.QuerySelectorAll(".colophon dt").Single(dt => dt.TextContent == "Origin").NextElementSibling!.TextContent.Trim());
        Assert.DoesNotContain(Dom.Parse(files["briefs/x/index.html"]).QuerySelectorAll(".colophon dt"), dt => dt.TextContent == "Origin");
    }

    [Fact]
    public void A_republished_piece_names_its_original_and_the_leave_in_every_record()
    {
        using var site = SmallSite.WithSettings("license: CC-BY-4.0\ndisclaimer: Ours alone.\n").AndBrief("x", "source: {name: A journal, url: https://journal.example/7, title: The original, permission: With leave of the journal.}");
        var files = site.Files();
        using var json = JsonDocument.Parse(files["catalogue.json"]);
        var record = json.RootElement.GetProperty("briefs")[0];
        Assert.Equal("https://journal.example/7", record.GetProperty("canonical").GetString());
        Assert.Equal("""{"name":"A journal","title":"The original","url":"https://journal.example/7","permission":"With leave of the journal."}""", record.GetProperty("source").GetRawText());
        Assert.False(record.TryGetProperty("license", out _));
        Assert.Equal("Ours alone.", record.GetProperty("disclaimer").GetString());
        var dc = Assert.Single(OaiRules.Check(files["oai.xml"]));
        Assert.Equal(["https://journal.example/7", "The original, A journal"], dc.Descendants(OaiRules.Dc + "source").Select(e => e.Value));
        Assert.Equal(["With leave of the journal."], dc.Descendants(OaiRules.Dc + "rights").Select(e => e.Value));
        Assert.Contains(",A journal,The original,https://journal.example/7,With leave of the journal.,Ours alone.,", files["catalogue.csv"], StringComparison.Ordinal);
        var page = Dom.Parse(files["briefs/x/index.html"]);
        Assert.Equal("https://journal.example/7", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Contains("With leave of the journal.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ours alone.", page.QuerySelector(".colophon")!.TextContent, StringComparison.Ordinal);
        Assert.All((string[])["feed.xml", "atom.xml", "feed.json"], feed => Assert.Contains("Ours alone.", files[feed], StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_published_is_in_no_record()
    {
        using var site = SmallSite.WithBrief("").AndBrief("secret", "draft: true");
        foreach (var name in (string[])["catalogue.json", "catalogue.csv", "oai.xml", "linkset.json"])
        {
            Assert.DoesNotContain("secret", site.Files(site.Options with { Drafts = true })[name], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_text_of_signs_stays_as_it_is()
    {
        using var site = SmallSite.WithBrief("summary: 'a ]]> & <b> \"𝒳\"'");
        Assert.Contains("a ]]> & <b> \"𝒳\"", XDocument.Parse(site.Files()["oai.xml"]).Root!.Value, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(site.Files()["catalogue.json"]);
        Assert.Equal("a ]]> & <b> \"𝒳\"", json.RootElement.GetProperty("briefs")[0].GetProperty("summary").GetString());
    }
}

using PolicyArchive.Checking;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Harvesting;

public sealed class SeriesAtRepec
{
    private static SmallSite Site() => SmallSite.WithSettings("publisher: {name: An institute}\nrepec: {archive: abc, email: papers@archive.example}\n")
        .With("series.yml", "papers: {name: Working papers, description: All of them., repec: wpaper}\nnotes: {name: Notes, repec: notes1}\nother: Other\n");

    [Fact]
    public void A_series_that_asks_for_it_has_its_templates_where_RePEc_looks_for_them()
    {
        using var site = Site().AndBrief("z", "series: other")
            .AndBrief("x", "summary: \"What: it\\n\\nsays.\"\nauthors: [{name: Ana Ruiz, affiliation: North}, Tom Reed]\nseries: papers\nnumber: 7\ntopics: [Water, 'Law, and order']\ndoi: 10.1234/x\nupdated: 2020-01-02\nattachments: [{file: x.pdf, title: As printed}]")
            .With("briefs/x.pdf", "a").With("briefs/水.md", "---\ntitle: Unsigned\npublished: unknown\nseries: papers\n---\nText.\n");
        var files = site.Files();
        Assert.Equal(
            ["RePEc/abc/abcarch.rdf", "RePEc/abc/abcseri.rdf", "RePEc/abc/index.html", "RePEc/abc/wpaper/index.html", "RePEc/abc/wpaper/wpaper.rdf"],
            files.Keys.Where(path => path.StartsWith("RePEc/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(
            "\uFEFFTemplate-Type: ReDIF-Archive 1.0\nHandle: RePEc:abc\nName: An institute\nMaintainer-Email: papers@archive.example\nURL: https://archive.example/RePEc/abc/\nHomepage: https://archive.example/\n\n",
            files["RePEc/abc/abcarch.rdf"]);
        Assert.Equal(
            "\uFEFFTemplate-Type: ReDIF-Series 1.0\nName: Working papers\nDescription: All of them.\nProvider-Name: An institute\nProvider-Homepage: https://archive.example/\nMaintainer-Email: papers@archive.example\nType: ReDIF-Paper\nHandle: RePEc:abc:wpaper\n\n",
            files["RePEc/abc/abcseri.rdf"]);
        Assert.Equal(
            """
            Template-Type: ReDIF-Paper 1.0
            Author-Name: Ana Ruiz
            Author-Workplace-Name: North
            Author-Name: Tom Reed
            Title: x
            Abstract: What: it says.
            Creation-Date: 2019-03-04
            Revision-Date: 2020-01-02
            Number: 7
            DOI: 10.1234/x
            Keywords: Water, Law and order
            File-URL: https://archive.example/briefs/x/
            File-Format: text/html
            File-Function: Full text
            File-URL: https://archive.example/briefs/x/x.pdf
            File-Format: application/pdf
            File-Function: As printed
            Handle: RePEc:abc:wpaper:x

            Template-Type: ReDIF-Paper 1.0
            Author-Name: An institute
            Title: Unsigned
            File-URL: https://archive.example/briefs/%E6%B0%B4/
            File-Format: text/html
            File-Function: Full text
            Handle: RePEc:abc:wpaper:327b54d04f71


            """.ReplaceLineEndings("\n"),
            files["RePEc/abc/wpaper/wpaper.rdf"][1..]);
    }

    [Fact]
    public void Its_folders_are_listed_and_each_link_leads_to_a_file()
    {
        using var site = Site().AndBrief("x", "series: papers");
        var files = site.Files();
        Assert.Equal(["abcarch.rdf", "abcseri.rdf", "wpaper/"], Dom.Parse(files["RePEc/abc/index.html"]).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["wpaper.rdf"], Dom.Parse(files["RePEc/abc/wpaper/index.html"]).QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        Assert.Empty(new SiteCheck(files.Keys, "").Check(files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => new RenderedFile(file.Key, System.Text.Encoding.UTF8.GetBytes(file.Value)))));
    }

    [Theory]
    [InlineData("repec: {archive: abc, email: a@b.example}", "{name: A, repec: short}", "DATA007 series.yml(1,21)")]
    [InlineData("repec: {archive: abc, email: a@b.example}", "{name: A, repec: wpaper}\nb: {name: B, repec: wpaper}", "DATA007 series.yml(2,1)")]
    [InlineData("", "{name: A, repec: wpaper}", "SITE024 series.yml(1,1)")]
    [InlineData("repec: {archive: abcd, email: a@b.example}", "A", "SITE024 settings.yml(3,18)")]
    [InlineData("repec: {archive: abc}", "A", "SITE024 settings.yml(3,8)")]
    [InlineData("repec: {email: a@b.example}", "A", "SITE024 settings.yml(3,8)")]
    [InlineData("repec: {archive: abc, email: nobody}", "A", "SITE004 settings.yml(3,30)")]
    [InlineData("repec: {archive: abc, email: a@b.example, handle: x}", "A", "SITE014 settings.yml(3,43)")]
    [InlineData("publisher: {name: I, email: a@b.example}\nrepec: abc", "{name: A, repec: wpaper}", null)]
    public void What_RePEc_would_refuse_is_found(string setting, string series, string? finding)
    {
        using var site = SmallSite.WithSettings(setting + "\n").With("series.yml", $"a: {series}\n").AndBrief("x", "series: a");
        Assert.Equal(finding is null ? [] : [finding], site.Places());
    }
}

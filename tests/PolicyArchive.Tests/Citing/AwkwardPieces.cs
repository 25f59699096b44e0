using System.Text;
using PolicyArchive.Pages;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Citing;

/// <summary>The pieces of <c>tests/sites/citing</c>: what was read and found right, by people and by the programs of <c>tests/interop</c>.</summary>
public sealed class AwkwardPieces
{
    private static WholeSite Site => WholeSite.Citing;

    [Theory]
    [InlineData(".bib")]
    [InlineData(".ris")]
    [InlineData(".csl.json")]
    public void Their_records_are_these(string ending)
    {
        Assert.Empty(Site.Findings);
        Approved.Match("citing/cite.approved" + ending, Site.Text("briefs/cite" + ending).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Their_citations_are_these()
    {
        var text = new StringBuilder();
        foreach (var page in Pages())
        {
            text.Append("## ").Append(page.Entry.Brief.Slug.Text).Append('\n');
            foreach (var citation in Dom.Parse(Site.Text(page.Url.OutputPath)).QuerySelectorAll("[data-cite]"))
            {
                text.Append(citation.QuerySelector(".style")!.TextContent).Append(": ").Append(citation.QuerySelector("[data-cite-text]")!.InnerHtml.Replace("&amp;", "&", StringComparison.Ordinal)).Append('\n');
            }
        }

        Approved.Match("citing/styles.approved.txt", text.ToString());
    }

    [Fact]
    public void Their_tags_and_ContextObjects_are_these()
    {
        var text = new StringBuilder();
        foreach (var page in Pages())
        {
            text.Append("## ").Append(page.Entry.Brief.Slug.Text).Append('\n');
            foreach (var tag in Dom.Parse(Site.Text(page.Url.OutputPath)).QuerySelectorAll("meta[name^=citation_], meta[name^='DC'], meta[name^='z:'], meta[name^='prism.'], meta[name^='eprints.']"))
            {
                text.Append(tag.GetAttribute("name")).Append(": ").Append(tag.GetAttribute("content")!.Replace("\u00A0", "(no-break space)", StringComparison.Ordinal)).Append('\n');
            }
        }

        text.Append("## ContextObjects\n");
        foreach (var span in Dom.Parse(Site.Text("briefs/index.html")).QuerySelectorAll("span.Z3988"))
        {
            text.Append(span.GetAttribute("title")).Append('\n');
        }

        Approved.Match("citing/tags.approved.txt", text.ToString());
    }

    [Theory]
    [InlineData(".bib", "\n}\n")]
    [InlineData(".ris", "ER  - ")]
    [InlineData(".csl.json", "\"id\":")]
    public void A_list_holds_the_records_of_its_pieces_and_a_piece_its_own(string ending, string once)
    {
        Assert.Equal(Site.Plan.BriefPages.Count, Count(Site.Text("briefs/cite" + ending), once));
        foreach (var page in Pages())
        {
            var own = Site.Text(page.Url.File("cite" + ending).OutputPath);
            Assert.Equal(1, Count(own, once));
            Assert.Contains(own.Trim('[', ']', '\n', '\r'), Site.Text("briefs/cite" + ending), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_record_of_RIS_ends_its_lines_as_the_specification_says()
    {
        var lines = Site.Text("briefs/cite.ris").Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length == 0 || (line.Length > 5 && line[2..6] == "  - "), line));
    }

    private static IEnumerable<BriefPage> Pages() => Site.Plan.BriefPages.Values.OrderBy(page => page.Url);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}

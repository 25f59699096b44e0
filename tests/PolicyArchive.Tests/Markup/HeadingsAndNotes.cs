namespace PolicyArchive.Tests.Markup;

public sealed class HeadingsAndNotes
{
    private static string Outline(string markdown) =>
        string.Join(' ', Dom.Parse(Body.Clean(markdown)).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => $"{h.LocalName}#{h.Id}"));

    [Theory]
    [InlineData("## One two\n\n### Three\n", "h2#one-two h3#three")]
    [InlineData("# One\n\n## Two\n", "h2#one h3#two")]
    [InlineData("One\n===\n\nTwo\n---\n", "h2#one h3#two")]
    [InlineData("## A\n\n## A\n\n## A\n", "h2#a h2#a-2 h2#a-3")]
    [InlineData("## A-2\n\n## A\n\n## A\n", "h2#a-2 h2#a h2#a-3")]
    [InlineData("## Findings {#results}\n", "h2#results")]
    [InlineData("## A_b {#a_b_c}\n\n## A {#x}\n\n## X\n", "h2#a_b_c h2#x h2#x-2")]
    [InlineData("## Not {an id}\n", "h2#not-an-id")]
    [InlineData("## 日本の政策\n\n## Énergie\n", "h2#日本の政策 h2#energie")]
    [InlineData("## ???\n\n## !!!\n", "h2#section h2#section-2")]
    [InlineData("## Main\n", "h2#main-2")]
    [InlineData("## a *b* `c` [d](https://e.example)\n", "h2#a-b-c-d")]
    [InlineData("## A\n\n### B\n\n#### C\n\n##### D\n\n###### E\n", "h2#a h3#b h4#c h5#d h6#e")]
    public void A_heading_has_a_level_below_the_title_and_an_id_of_its_own(string markdown, string expected) => Assert.Equal(expected, Outline(markdown));

    [Fact]
    public void A_heading_links_to_itself() => Dom.Same(
        "<h2 id=\"who-pays\">Who <em>pays</em> <a href=\"#who-pays\" class=\"anchor\" aria-label=\"Link to this section: Who pays\">#</a></h2>",
        Body.Clean("## Who *pays*\n"));

    [Theory]
    [InlineData("## A {#x}\n\n## B {#x}\n", "TEXT009")]
    [InlineData("##\n\nText.\n", "TEXT008")]
    [InlineData("## A\n\n#### B\n", "TEXT016")]
    [InlineData("###### Deep\n", "TEXT016")]
    [InlineData("## A {#_main}\n", "TEXT009")]
    [InlineData("# x\n\nText.\n", "TEXT002")]
    public void What_is_odd_about_a_heading_is_warned_of(string markdown, string code) => Assert.Equal([code], Body.Of(markdown).Codes);

    [Fact]
    public void A_note_and_its_reference_lead_to_each_other() => Dom.Same(
        """
        <p>One<sup><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Note 1">1</a></sup> two<sup><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="Note 2">2</a></sup> again<sup><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Note 1">1</a></sup></p>
        <section class="notes" role="doc-endnotes" aria-label="Notes"><ol>
        <li id="fn-1"><p>First <em>note</em>. <a href="#fnref-1" role="doc-backlink" aria-label="Back to the text, note 1">↩</a> <a href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text, note 1, reference 2">↩</a></p></li>
        <li id="fn-2"><p>Second. <a href="#fnref-2" role="doc-backlink" aria-label="Back to the text, note 2">↩</a></p></li>
        </ol></section>
        """,
        Body.Clean("One[^a] two[^b] again[^a]\n\n[^b]: Second.\n[^a]: First *note*.\n"));

    [Theory]
    [InlineData("One[^a]\n", "TEXT011")]
    [InlineData("One.\n\n[^a]: Nobody asks.\n", "TEXT012")]
    public void A_note_without_a_reference_and_a_reference_without_a_note_are_warned_of(string markdown, string code) =>
        Assert.Equal([code], Body.Of(markdown).Codes);

    [Fact]
    public void A_heading_cannot_take_the_id_of_a_note() => Assert.Equal("h2#fn-1-2", Outline("One[^1]\n\n## Fn 1\n\n[^1]: A note.\n"));

    [Fact]
    public void A_long_piece_has_contents_and_a_short_one_has_none()
    {
        var section = string.Concat(Enumerable.Range(1, 4).Select(i => $"## Part {i}\n\n### Detail {i}\n\n{string.Concat(Enumerable.Repeat("word ", 240))}\n\n"));
        using var site = SmallSite.WithBrief("", section).AndBrief("short", "", "## A\n\n## B\n\n## C\n\n## D\n");
        var pages = site.Plan().BriefPages.Values.ToDictionary(p => p.Title, p => p.Contents);
        Assert.Equal(["part-1", "detail-1", "part-2"], pages["x"].Take(3).Select(h => h.Id));
        Assert.Empty(pages["short"]);
    }

    [Theory]
    [InlineData("One two, three.\n", 3)]
    [InlineData("Don't 1,250.5 `code`\n", 3)]
    [InlineData("日本の政策は\n", 3)]
    [InlineData("Энергия и вода\n", 3)]
    [InlineData("a*b*c d\n", 2)]
    [InlineData("<p>one <b>two</b></p>\n", 2)]
    [InlineData("[^1]\n\n[^1]: one two\n", 2)]
    [InlineData("", 0)]
    public void Words_are_counted_as_people_count_them(string markdown, int words)
    {
        using var site = SmallSite.WithBrief("", markdown);
        Assert.Equal(words, site.Plan().Archive.Entries[0].Brief.Body.Words);
    }

    [Theory]
    [InlineData("# A heading\n\n> Quoted.\n\nThe *lead* `of` [it](https://a.example)[^1].\n\nMore.\n\n[^1]: A note.\n", "The lead of it.")]
    [InlineData("![p](/p.svg)\n\nAfter the picture.\n", "After the picture.")]
    [InlineData("- only a list\n", "only a list")]
    [InlineData("", "")]
    public void The_first_paragraph_leads(string markdown, string lead)
    {
        using var site = SmallSite.WithBrief("", markdown).With("p.svg", "<svg/>");
        Assert.Equal(lead, site.Plan().Archive.Entries[0].Brief.Body.Lead);
    }

    [Fact]
    public void A_long_lead_is_cut_at_a_word()
    {
        using var site = SmallSite.WithBrief("", string.Concat(Enumerable.Repeat("water, ", 100)));
        var lead = site.Plan().Archive.Entries[0].Brief.Body.Lead;
        Assert.InRange(lead.Length, 150, 300);
        Assert.EndsWith("water…", lead, StringComparison.Ordinal);
    }
}

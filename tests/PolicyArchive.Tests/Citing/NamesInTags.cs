using PolicyArchive.Briefs;
using PolicyArchive.Citing;
using PolicyArchive.Citing.Heads;
using PolicyArchive.Tests.WholeSites;

namespace PolicyArchive.Tests.Citing;

/// <summary>Zotero takes names apart at the first comma, or before the last word.</summary>
public sealed class NamesInTags
{
    [Theory]
    [InlineData("Ana Ruiz", "Ruiz, Ana")]
    [InlineData("Jan van der Berg", "van der Berg, Jan")]
    [InlineData("King, Martin Luther, Jr.", "King Jr., Martin Luther")]
    [InlineData("김 철수", "김, 철수")]
    [InlineData("Plato", "Plato")]
    public void A_person_keeps_a_suffix_with_the_family_name(string name, string expected) => Assert.Equal(expected, TaggedName.Of(CitedName.Of(Of(name), "Institute"), isOnly: false));

    [Theory]
    [InlineData("World Health Organization", "World Health Organization,")]
    [InlineData("UNICEF", "UNICEF")]
    [InlineData("Department for Environment, Food and Rural Affairs", "Department for Environment, Food and Rural Affairs")]
    public void A_body_ends_in_a_comma_so_that_its_words_stay_together(string name, string expected) => Assert.Equal(expected, TaggedName.Of(CitedName.Of(Of(name) with { IsOrganization = true }, "Institute"), isOnly: false));

    [Theory]
    [InlineData("Jan Willem van der Berg", "van der Berg, Jan\u00A0Willem")]
    [InlineData("Jan van der Berg", "van der Berg, Jan")]
    [InlineData("Jan Willem Berg", "Berg, Jan Willem")]
    public void An_only_author_is_not_taken_for_two(string name, string expected) => Assert.Equal(expected, TaggedName.Of(CitedName.Of(Of(name), "Institute"), isOnly: true));

    [Fact]
    public void A_region_is_no_place_in_an_archive()
    {
        using var site = SmallSite.WithBrief("authors: [Ana Ruiz]\nregions: [Andes]");
        var page = site.Page();
        Assert.Equal("Andes", page.QuerySelector("meta[name='DCTERMS.spatial']")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("meta[name='DC.coverage']"));
    }

    [Fact]
    public void A_republished_piece_without_a_date_is_saved_with_the_address_of_its_original()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: x\npublished: unknown\nauthors: [Ana Ruiz]\nsource: {name: The Times, url: 'https://times.example/a', permission: By permission.}\n---\nText.\n");
        Assert.Equal("https://times.example/a", site.Page().QuerySelector("meta[name='eprints.official_url']")!.GetAttribute("content"));
    }

    private static Person Of(string name) => WholeSite.Citing.Plan.BriefPages.Values.SelectMany(page => page.Entry.Authors).First() with { Name = name, IsOrganization = false };
}

using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Reading;

public sealed class KeysOfABrief
{
    private static Entry With(string keys, params (string Path, string Text)[] beside)
    {
        using var site = SmallSite.WithBrief(keys).AndBrief("other", "");
        foreach (var (path, text) in beside)
        {
            site.With(path, text);
        }

        return site.Plan().Archive.Entries.Single(e => e.Brief.SourcePath == "briefs/x.md");
    }

    [Theory]
    [InlineData("redirect_from: old/x")]
    [InlineData("RedirectFrom: old/x")]
    [InlineData("redirectFrom: old/x")]
    [InlineData("REDIRECT-FROM: old/x")]
    [InlineData("redirect from: old/x")]
    public void Keys_match_whatever_their_case_and_with_or_without_hyphens_and_underscores(string key) =>
        Assert.Equal("old/x", Assert.Single(With(key).Brief.RedirectFrom).Text);

    [Theory]
    [InlineData("authors: [Ana, Ben]", "Ana|Ben")]
    [InlineData("author: Ana", "Ana")]
    [InlineData("authors:\n  - Ana\n  - {name: Ben}\n  -", "Ana|Ben")]
    [InlineData("authors: [{name: A House, organization: true}]", "A House")]
    [InlineData("authors: []", "")]
    [InlineData("authors:", "")]
    public void Authors_are_a_name_names_or_records(string keys, string names) =>
        Assert.Equal(names, string.Join('|', With(keys).Authors.Select(a => a.Name)));

    [Theory]
    [InlineData("topics: Water", "Water")]
    [InlineData("tags: [Water, Energy]", "Water|Energy")]
    [InlineData("topic: Water", "Water")]
    [InlineData("topics: ['', ~, Water]", "Water")]
    public void Topics_are_a_text_or_texts(string keys, string names) =>
        Assert.Equal(names, string.Join('|', With(keys).Topics.Select(t => t.Name)));

    [Theory]
    [InlineData("", "Policy brief", "policy-brief")]
    [InlineData("kind: report", "Report", "report")]
    [InlineData("type: WORKING PAPER", "Working paper", "working-paper")]
    [InlineData("kind: Country note", "Country note", "country-note")]
    public void A_kind_is_a_known_one_under_its_own_name_or_as_written(string keys, string name, string slug)
    {
        var kind = With(keys).Kind;
        Assert.Equal((name, slug), (kind.Name, kind.Slug.Text));
    }

    [Theory]
    [InlineData("draft: false")]
    [InlineData("draft: no")]
    [InlineData("excluded: off")]
    [InlineData("draft: ''")]
    public void What_is_said_to_be_no_draft_is_published(string keys) => Assert.Equal("x", With(keys).Brief.Title);

    [Theory]
    [InlineData("draft: true")]
    [InlineData("draft: Yes")]
    [InlineData("Excluded: ON")]
    public void A_draft_is_held_back(string keys)
    {
        using var site = SmallSite.WithBrief(keys).AndBrief("other", "");
        Assert.Equal("x", Assert.Single(site.Plan().Archive.Unpublished).Title);
    }

    [Theory]
    [InlineData("published: unknown", null)]
    [InlineData("published: UNKNOWN", null)]
    [InlineData("published: unknown\nnot_before: 2016-03-04", "2016-03-04")]
    [InlineData("date: unknown", null)]
    public void An_unknown_date_may_have_a_day_before_which_it_cannot_be(string keys, string? notBefore)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", $"---\ntitle: X\n{keys}\n---\nText.\n");
        var unknown = Assert.IsType<PublicationDate.Unknown>(site.Plan().Archive.Entries[0].Brief.Published);
        Assert.Equal(notBefore, unknown.NotBefore?.ToString("o", null));
    }

    [Theory]
    [InlineData("briefs/2016-07-21-metering.md")]
    [InlineData("briefs/2016-07-21-metering/index.md")]
    public void A_leading_date_in_the_name_is_the_date_of_a_brief_that_gives_none(string path)
    {
        using var site = SmallSite.WithSettings().With(path, "---\ntitle: X\n---\nText.\n");
        var brief = site.Plan().Archive.Entries[0].Brief;
        Assert.Equal(("metering", "2016-07-21"), (brief.Slug.Text, brief.Published.AsKnown?.Iso));
    }

    [Theory]
    [InlineData("briefs/x.md", "", "/briefs/x/")]
    [InlineData("briefs/deep/er/y/index.md", "", "/briefs/y/")]
    [InlineData("briefs/Énergie et Eau.md", "", "/briefs/energie-et-eau/")]
    [InlineData("briefs/x.md", "slug: エネルギー", "/briefs/エネルギー/")]
    [InlineData("briefs/x.markdown", "slug: 2016", "/briefs/2016/")]
    [InlineData("briefs/x.md", "DestinationPath: old/place.html", "/old/place.html")]
    [InlineData("briefs/x.md", "destination_path: /old/place/index.html", "/old/place/")]
    public void An_address_comes_of_the_slug_or_the_file_name(string path, string keys, string address)
    {
        using var site = SmallSite.WithSettings().With(path, $"---\ntitle: X\npublished: 2019-01-01\n{keys}\n---\nText.\n");
        Assert.Equal(address, site.Plan().Archive.Entries[0].Url.Path);
    }

    [Fact]
    public void All_other_keys_are_kept_as_they_are_given()
    {
        var entry = With("""
            updated: 2020-02-29
            regions: [Latin America, Asia]
            series: Notes
            number: 007
            summary: >
              What it
              says.
            key_points: [One, Two]
            language: pt-BR
            translation_of: other
            doi: doi:10.1234/abc
            isbn: 978-0-306-40615-7
            licence: cc-by-4.0
            disclaimer: Ours alone.
            corrections: [{date: 2019-04-01, text: A number.}]
            supersedes: other
            related: [other]
            attachments: [data.csv, {file: /files/t.pdf, title: Tables}]
            image: {file: well.svg, alt: A well, credit: Ana}
            redirect_from: [old/x, /older/]
            provenance: {anything: [at, all]}
            """, ("briefs/data.csv", "a"), ("files/t.pdf", "b"), ("briefs/well.svg", "<svg/>"));
        var brief = entry.Brief;
        Assert.Equal("2020-02-29", brief.Updated?.Iso);
        Assert.Equal(["Latin America", "Asia"], entry.Regions.Select(r => r.Name));
        Assert.Equal(("Notes", "007", "What it says.", "pt-BR"), (entry.Series?.Name, brief.Number, brief.Summary, entry.Language));
        Assert.Equal(["One", "Two"], brief.KeyPoints.ToArray());
        Assert.Equal(("other", "10.1234/abc", "978-0-306-40615-7", "CC BY 4.0"), (brief.TranslationOf?.Text, brief.Doi?.Text, brief.Isbn?.Text, brief.Licence?.Name));
        Assert.Equal(("Ours alone.", "2019-04-01", "A number."), (brief.Disclaimer, brief.Corrections[0].Date.Iso, brief.Corrections[0].Text));
        Assert.Equal(["other", "other"], [brief.Supersedes[0].Text, brief.Related[0].Text]);
        Assert.Equal(["data.csv", "Tables"], brief.Attachments.Select(a => a.Title));
        Assert.Equal(("well.svg", "A well", "Ana"), (brief.Image?.File.Text, brief.Image?.Alt, brief.Image?.Credit));
        Assert.Equal(["old/x", "/older/"], brief.RedirectFrom.Select(r => r.Text));
    }

    [Fact]
    public void A_republished_piece_names_its_source_and_permission()
    {
        var source = With("source: {name: A journal, url: 'https://journal.example/x', title: Its title, permission: With leave.}").Brief.Source!;
        Assert.Equal(("A journal", "https://journal.example/x", "Its title", "With leave."), (source.Name, source.Url?.Text, source.Title, source.Permission));
    }
}

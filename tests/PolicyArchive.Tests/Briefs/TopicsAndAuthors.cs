using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Briefs;

public sealed class TopicsAndAuthors
{
    private static SmallSite WithTopics(string topics) => SmallSite.WithSettings().With("topics.yml", topics);

    [Theory]
    [InlineData("carbon-pricing")]
    [InlineData("Carbon pricing")]
    [InlineData("CARBON  PRICING")]
    [InlineData("Carbon tax")]
    [InlineData("Taxe carbone \u00e0 payer")]
    [InlineData("Taxe carbone a\u0300 payer")]
    public void The_id_name_and_aliases_of_a_listed_topic_are_one(string name)
    {
        using var site = WithTopics("carbon-pricing:\n  name: Carbon pricing\n  aliases: [Carbon tax, Taxe carbone à payer]\n").AndBrief("x", $"topics: [{name}]");
        var shelf = Assert.Single(site.Plan().Archive.Shelves[Taxonomy.Topics]);
        Assert.Equal(("carbon-pricing", "Carbon pricing"), (shelf.Term.Slug.Text, shelf.Term.Name));
    }

    [Fact]
    public void A_topic_named_twice_in_a_brief_counts_once()
    {
        using var site = SmallSite.WithBrief("topics: [Water, WATER, ' water ']");
        Assert.Equal("Water", Assert.Single(site.Plan().Archive.Entries[0].Topics).Name);
    }

    [Fact]
    public void A_parent_topic_holds_the_briefs_of_its_children_newest_first()
    {
        using var site = WithTopics("energy: {name: Energy}\ngas: {name: Gas, parent: energy}\nlng: {name: LNG, parent: Gas}\n")
            .AndBrief("old", "topics: [lng]").With("briefs/new.md", "---\ntitle: new\npublished: 2020-01-01\ntopics: [gas]\n---\nText.\n");
        var shelves = site.Plan().Archive.Shelves[Taxonomy.Topics];
        Assert.Equal(["Energy: new, old", "Gas: new, old", "LNG: old"], shelves.Select(s => $"{s.Term.Name}: {string.Join(", ", s.Entries.Select(e => e.Brief.Title))}"));
        Assert.Equal(["Gas"], shelves[0].Children.Select(c => c.Term.Name));
        Assert.Equal("Energy", shelves[1].Parent?.Name);
    }

    [Fact]
    public void An_unlisted_topic_of_a_closed_list_is_an_error_with_the_nearest_listed_one()
    {
        using var site = WithTopics("closed: true\nwater: {name: Water}\n").AndBrief("x", "topics: [Watre]");
        var finding = site.Finding();
        Assert.Equal(("DATA102", 4, 10), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Contains("“Water”", finding.Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: {name: Water}\nb: {name: Aqua, aliases: [water]}\n", "DATA101 topics.yml(2,1)")]
    [InlineData("'?!': {name: Water}\n", "DATA001 topics.yml(1,1)")]
    [InlineData("a: {aliases: [x]}\n", "DATA002 topics.yml(1,1)")]
    [InlineData("a: [x]\n", "DATA002 topics.yml(1,4)")]
    [InlineData("a: {name: A, parent: c}\nb: {name: B}\n", "DATA003 topics.yml(1,22)")]
    [InlineData("a: {name: A, parent: b}\nb: {name: B, parent: a}\n", "DATA004 topics.yml(1,22)")]
    [InlineData("a: {name: A, parent: a}\n", "DATA004 topics.yml(1,22)")]
    [InlineData("a: {name: [A]}\n", "DATA010 topics.yml(1,11)")]
    [InlineData("a: {nmae: A, name: A}\n", "DATA014 topics.yml(1,5)")]
    [InlineData("a: {name: A, aliases: b, alias: c}\n", "DATA031 topics.yml(1,26)")]
    public void A_mistake_in_a_listing_is_named_at_its_place(string topics, string expected)
    {
        using var site = WithTopics(topics).AndBrief("x", "");
        Assert.Contains(expected, site.Places());
    }

    [Theory]
    [InlineData("topics: ['—']", "DATA103 briefs/x.md(4,10)")]
    [InlineData("topics: [C++, C]", "DATA104 briefs/x.md(4,15)")]
    [InlineData("authors: ['?']", "DATA113 briefs/x.md(4,11)")]
    [InlineData("authors: [José Ruiz, Jose Ruiz]", "DATA114 briefs/x.md(4,22)")]
    [InlineData("topics: [Carbon taxes, Carbon tax]", "DATA105 briefs/x.md(4,24)")]
    [InlineData("regions: [Latin America, Latinamerica]", "DATA105 briefs/x.md(4,26)")]
    public void Names_that_cannot_share_a_site_are_named_at_their_place(string keys, string expected)
    {
        using var site = SmallSite.WithBrief(keys);
        Assert.Equal([expected], site.Places());
    }

    [Theory]
    [InlineData("topics: [East Asia, West Asia]")]
    [InlineData("topics: [Tax, Taxi]")]
    [InlineData("topics: [Plan 2020, Plan 2021]")]
    [InlineData("topics: [日本, 日本語]")]
    public void Names_that_are_two_words_are_not_warned_of(string keys)
    {
        using var site = SmallSite.WithBrief(keys);
        Assert.Empty(site.Codes());
    }

    [Fact]
    public void A_person_is_known_by_id_and_by_name_and_anyone_else_by_what_the_brief_says()
    {
        using var site = SmallSite.WithSettings()
            .With("people.yml", "ana: {name: Ana Ruiz, affiliation: An institute, orcid: 0000-0002-1825-0097, url: 'https://ana.example/', bio: Writes.}\nhouse: {name: The House, organization: yes}\n")
            .AndBrief("x", "authors: [ana, ANA RUIZ, house, {name: Tom Reed, affiliation: Elsewhere, url: 'https://tom.example/'}]");
        var authors = site.Plan().Archive.Entries[0].Authors;
        Assert.Equal(["Ana Ruiz", "The House", "Tom Reed"], authors.Select(a => a.Name));
        Assert.Equal(("An institute", "0000-0002-1825-0097", "https://ana.example/", "Writes."), (authors[0].Affiliation, authors[0].Orcid?.Text, authors[0].Url?.Text, authors[0].Bio));
        Assert.True(authors[1].IsOrganization);
        Assert.Equal(("Elsewhere", "https://tom.example/"), (authors[2].Affiliation, authors[2].Url?.Text));
        Assert.Equal("/authors/tom-reed/", authors[2].Page.Path);
    }

    [Fact]
    public void Two_listed_people_of_one_name_are_warned_of()
    {
        using var site = SmallSite.WithSettings().With("people.yml", "a: Ana Ruiz\nb: Ana Ruiz\n").AndBrief("x", "authors: [b]");
        Assert.Equal(["DATA111 people.yml(2,1)"], site.Places());
    }

    [Theory]
    [InlineData("orcid: 0000-0002-1825-0098", "DATA021 people.yml(3,10)")]
    [InlineData("url: ana.example", "DATA013 people.yml(3,8)")]
    [InlineData("organization: maybe", "DATA010 people.yml(3,17)")]
    [InlineData("bio: => code()", "DATA011 people.yml(3,8)")]
    [InlineData("twitter: ana", "DATA014 people.yml(3,3)")]
    public void A_mistake_of_a_person_is_named_at_its_place(string key, string expected)
    {
        using var site = SmallSite.WithSettings().With("people.yml", $"ana:\n  name: Ana\n  {key}\n").AndBrief("x", "");
        Assert.Equal([expected], site.Places());
    }
}

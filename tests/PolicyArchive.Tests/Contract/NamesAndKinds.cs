using PolicyArchive.Briefs;
using PolicyArchive.Commands;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Contract;

public sealed class NamesAndKinds
{
    private static string Brief(string title, string keys) => $"---\ntitle: {title}\npublished: 2019-01-01\n{keys}\n---\nText.\n";

    [Theory]
    [InlineData("kinds: [Data note, Letter]")]
    [InlineData("kinds: {Data note: report, Letter: }")]
    [InlineData("kinds:\n  - Data note: Report\n  - Letter")]
    public void Kinds_of_the_settings_are_shown_as_the_settings_spell_them(string kinds)
    {
        using var site = new SmallSite().With("settings.yml", "title: T\nbase_url: https://archive.example\n" + kinds + "\n")
            .With("briefs/a.md", Brief("A", "kind: data NOTE")).With("briefs/b.md", Brief("B", "type: letter"));
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains("<h1>Data note</h1>", files["kinds/data-note/index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>Letter</h1>", files["kinds/letter/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_the_settings_is_recorded_as_they_say_and_any_other_as_a_brief()
    {
        using var site = new SmallSite().With("settings.yml", "title: T\nbase_url: https://archive.example\nkinds: {Data note: working paper}\n")
            .With("briefs/a.md", Brief("A", "kind: Data note")).With("briefs/b.md", Brief("B", "kind: Postcard"))
            .With("briefs/c.md", Brief("C", "kind: working_paper")).With("briefs/d.md", Brief("D", "summary: S"));
        var entries = SiteBuild.Prepare(site.Options).Plan.Archive.Entries;
        Assert.Equal(
            [("Data note", RecordKind.WorkingPaper), ("Postcard", RecordKind.PolicyBrief), ("Working paper", RecordKind.WorkingPaper), ("Policy brief", RecordKind.PolicyBrief)],
            entries.Select(e => (e.Kind.Name, e.Record)));
    }

    [Fact]
    public void A_kind_that_is_recorded_as_nothing_known_is_refused_with_the_nearest()
    {
        using var site = new SmallSite().With("settings.yml", "title: T\nbase_url: https://archive.example\nkinds: {Letter: artcle}\n").With("briefs/a.md", Brief("A", ""));
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal(("SITE006", 3, 17), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Contains("`article`", finding.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_may_be_any_text_with_a_letter_and_briefs_name_it_as_it_stands()
    {
        using var site = SmallSite.WithSettings()
            .With("people.yml", "ana_ruiz: {name: Ana Ruiz, affiliation: An institute}\n")
            .With("topics.yml", "Clean_Air: {name: Air}\nÉnergie: {name: Energy, parent: Clean_Air}\n")
            .With("briefs/a.md", Brief("A", "authors: ana_ruiz\ntopics: [clean_air, énergie]"));
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains("An institute", files["authors/ana-ruiz/index.html"], StringComparison.Ordinal);
        Assert.Contains("<h1>Air</h1>", files["topics/clean-air/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ids_that_would_share_an_address_are_refused()
    {
        using var site = SmallSite.WithSettings().With("people.yml", "ana_ruiz: {name: Ana}\nana-ruiz: {name: Other}\n").With("briefs/a.md", Brief("A", ""));
        Assert.Equal(["DATA005"], site.Codes());
    }

    [Fact]
    public void What_one_brief_says_of_an_author_is_shown_whichever_brief_comes_first()
    {
        using var site = SmallSite.WithSettings()
            .With("briefs/a.md", Brief("A", "authors: [Ana Ruiz]"))
            .With("briefs/b.md", Brief("B", "authors: [{name: ana ruiz, affiliation: An institute, orcid: 0000-0002-1825-0097}]"));
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        Assert.Contains("An institute", files["authors/ana-ruiz/index.html"], StringComparison.Ordinal);
        Assert.Contains("0000-0002-1825-0097", files["authors/ana-ruiz/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nearly_equal_names_of_authors_are_warned_of_with_both_places()
    {
        using var site = SmallSite.WithSettings().With("briefs/a.md", Brief("A", "authors: [Marta Oliveira]")).With("briefs/b.md", Brief("B", "authors: [Martha Oliveira]"));
        var finding = Assert.Single(site.Build().Report.Shown);
        Assert.Equal(("DATA105", Severity.Warning), (finding.Code, finding.Severity));
        Assert.EndsWith("briefs/b.md", finding.Place.File, StringComparison.Ordinal);
        Assert.Contains("briefs/a.md(4,11)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_called_null_with_a_capital_is_a_text()
    {
        using var site = SmallSite.WithSettings().With("briefs/a.md", Brief("A", "authors: [Null]\ntopics: [no, 1e3, 12:30:45, 2024-03-01]"));
        var (report, files) = site.Build();
        Assert.Empty(report.Shown);
        foreach (var name in (string[])["authors/null", "topics/no", "topics/1e3", "topics/12-30-45", "topics/2024-03-01"])
        {
            Assert.True(files.ContainsKey(name + "/index.html"), name);
        }
    }
}

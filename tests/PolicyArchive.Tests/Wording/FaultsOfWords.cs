using PolicyArchive.Findings;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Wording;

public sealed class FaultsOfWords
{
    private static (IReadOnlyList<Finding> Findings, PolicyArchive.Wording.WordBook Words) Of(string name, string text)
    {
        var theme = Directory.CreateTempSubdirectory("words-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(theme, "words"));
            File.WriteAllText(Path.Combine(theme, "words", name), text);
            var (words, findings) = WordsFolder.In(theme, "theme");
            return (findings, words);
        }
        finally
        {
            Directory.Delete(theme, recursive: true);
        }
    }

    [Theory]
    [InlineData("THEME012", 2, 1, "# One\nkey_pionts: Punkte\n", "`key_points`")]
    [InlineData("THEME012", 1, 1, "colour: Farbe\n", "words/en.yml")]
    [InlineData("THEME013", 1, 13, "key_points: [Punkte]\n", "one text")]
    [InlineData("THEME013", 1, 14, "brief_count: viele\n", "one, other")]
    [InlineData("THEME013", 2, 3, "brief_count:\n  few: \"{count}\"\n  one: \"{count}\"\n  other: \"{count}\"\n", "one, other")]
    [InlineData("THEME013", 2, 3, "brief_count:\n  One: \"{count}\"\n  one: \"{count}\"\n  other: \"{count}\"\n", "one, other")]
    [InlineData("THEME013", 2, 3, "brief_count:\n  other: \"{count}\"\n", "one, other")]
    [InlineData("THEME013", 1, 9, "months: [Jan]\n", "12")]
    [InlineData("THEME013", 1, 9, "digits: abc\n", "ten")]
    [InlineData("THEME013", 1, 15, "grouped_from: 10\n", "1000")]
    [InlineData("THEME014", 1, 9, "within: In {nmae} {name}\n", "`{name}`")]
    [InlineData("THEME014", 1, 9, "within: In\n", "sentence")]
    [InlineData("THEME014", 1, 7, "home: Start {name}\n", "nothing to fill")]
    [InlineData("THEME014", 1, 7, "home: \"**Start**\"\n", "leave it out")]
    [InlineData("THEME014", 3, 10, "brief_count:\n  one: ein Beitrag\n  other: \"{number}\"\n", "`{count}`")]
    public void A_mistake_in_a_words_file_is_named_at_its_place(string code, int line, int column, string text, string hint)
    {
        var (findings, _) = Of("de.yml", text);
        var finding = findings[0];
        Assert.Equal((code, "theme/words/de.yml", line, column), (finding.Code, finding.Place.File, finding.Place.Line, finding.Place.Column));
        Assert.Contains(hint, finding.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_words_file_that_is_no_YAML_is_refused_at_its_line()
    {
        var finding = Assert.Single(Of("de.yml", "home: Start\nwithin: In: {name}\n").Findings);
        Assert.Equal(("FILE006", "theme/words/de.yml", 2), (finding.Code, finding.Place.File, finding.Place.Line));
    }

    [Theory]
    [InlineData("french.yaml")]
    [InlineData("deutsch_de.yml")]
    public void A_file_that_no_language_names_is_not_read(string name) =>
        Assert.Equal("THEME011", Assert.Single(Of(name, "home: Start\n").Findings).Code);

    [Fact]
    public void A_name_of_a_language_belongs_to_a_tag() =>
        Assert.Equal("THEME013", Assert.Single(Of("languages.yml", "French language: français\n").Findings).Code);

    [Fact]
    public void A_language_of_its_own_lacks_what_it_does_not_say_and_shows_that_in_English()
    {
        var (findings, words) = Of("it.yml", "home: Inizio\n");
        Assert.All(findings, f => Assert.Equal((Severity.Warning, "THEME015", "theme/words/it.yml"), (f.Severity, f.Code, f.Place.File)));
        Assert.Contains(findings, f => f.Message.Contains("`key_points`", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, f => f.Message.Contains("`home`", StringComparison.Ordinal));
        Assert.Equal(("Inizio", "Key points"), (words.Find("it")!.Home, words.Find("it-CH")!.KeyPoints));
    }

    [Fact]
    public void A_form_may_say_its_number_in_words()
    {
        var (findings, words) = Of("en.yml", "brief_count:\n  one: a single brief\n  other: \"{count} briefs\"\n");
        Assert.Empty(findings);
        Assert.Equal("a single brief", Assert.Single(words.English.Phrases["brief_count"].Pieces(1)).Text);
    }

    [Fact]
    public void A_site_in_a_language_without_words_is_told_so()
    {
        using var site = SmallSite.WithSettings("language: tlh\n").AndBrief("x", "");
        var finding = site.Finding();
        Assert.Equal(("SITE032", 3, 11), (finding.Code, finding.Place.Line, finding.Place.Column));
        Assert.Equal(Severity.Warning, finding.Severity);
    }
}

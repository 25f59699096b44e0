using System.Text;
using PolicyArchive.Findings;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Importing;

public sealed class FaultsOfSources
{
    private const string Text = "A sentence that is long enough to be a paragraph of the text, and that ends where it should end, with a full stop.";

    private static string[] Of(string name, byte[] bytes)
    {
        using var desk = Desk.After(name, bytes);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
        return [.. desk.Findings.Select(f => $"{f.Code}({f.Place.Line},{f.Place.Column})").Order(StringComparer.Ordinal)];
    }

    private static string[] Of(string name, string text) => Of(name, Encoding.UTF8.GetBytes(text));

    private static string DraftOf(byte[] bytes)
    {
        using var desk = Desk.After("x.txt", bytes);
        return desk.Draft;
    }

    [Fact]
    public void Each_encoding_that_a_file_names_is_read_silently()
    {
        const string Said = "Señales\n\nLa señal de «alto» cuesta 40 €.\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Said)];
            Assert.Empty(Of("x.txt", bytes));
            Assert.EndsWith("\n\nLa señal de «alto» cuesta 40 €.\n", DraftOf(bytes), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://a.example/_\u200Dx")]
    [InlineData("https://a.example,and=x/")]
    [InlineData("http://localhost:8080/_x")]
    [InlineData("mailto:nobody")]
    [InlineData("ftp://a.example/_x")]
    public void An_address_that_leads_nowhere_is_only_text(string address)
    {
        using var text = Desk.After("x.txt", Encoding.UTF8.GetBytes($"Signs\n\nAs it says at {address} and elsewhere.\n"));
        using var page = Desk.After("x.html", Encoding.UTF8.GetBytes($"<article><h1>Signs</h1><p>{Text} It is <a href=\"{address}\">said</a> here.</p></article>"));
        Assert.DoesNotContain(text.BuildFindings().Concat(page.BuildFindings()), f => f.Severity == Severity.Error);
        Assert.Contains("It is said here.", page.Draft, StringComparison.Ordinal);
        Assert.Contains("and elsewhere.", text.Draft, StringComparison.Ordinal);
    }

    [Fact]
    public void Windows_1252_and_utf16_without_a_mark_are_guessed_and_said()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Señales\n\nLa señal de “alto” — la única — cuesta 40 €.\n");
        Assert.Equal(["IMPORT002(0,0)"], Of("x.txt", western));
        Assert.EndsWith("\n\nLa señal de “alto” — la única — cuesta 40 €.\n", DraftOf(western), StringComparison.Ordinal);
        Assert.Equal(["IMPORT002(0,0)"], Of("x.txt", new UnicodeEncoding(false, false).GetBytes("Signs\n\nA stop sign costs forty.\n")));
    }

    [Theory]
    [InlineData(1251, "Знаки\n\nЗнак «стоп» стоит сорок, и никто не знает почему.\n")]
    [InlineData(1250, "Znaki\n\nŁódź kupiła znaki drogowe, a każdy z nich kosztował więcej niż słup, na którym stał.\n")]
    [InlineData(932, "標識\n\n止まれの標識は四十である。\n")]
    public void Bytes_that_could_be_anything_are_refused(int codePage, string text) =>
        Assert.Equal(["IMPORT001(0,0)"], Of("x.txt", CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text)));

    [Fact]
    public void Files_that_hold_no_text_are_refused()
    {
        Assert.Equal(["IMPORT001(0,0)"], Of("x.txt", new byte[] { 0, 1, 2, 0, 0, 7 }));
        Assert.Equal(["IMPORT006(0,0)"], Of("x.txt", ""));
        Assert.Equal(["IMPORT006(0,0)"], Of("x.html", "<script>document.write('x')</script>"));
        Assert.Equal(["IMPORT005(0,0)"], Of("x.txt", new byte[4_000_001]));
    }

    [Theory]
    [InlineData("x.pdf")]
    [InlineData("x.doc")]
    [InlineData("x.md")]
    [InlineData("x.mhtml")]
    public void Other_kinds_are_named_with_what_to_do(string name)
    {
        using var desk = Desk.After(name, "x");
        var finding = Assert.Single(desk.Findings);
        Assert.Equal((Severity.Error, "IMPORT004"), (finding.Severity, finding.Code));
        Assert.NotEmpty(finding.Hint);
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        using var desk = new Desk();
        desk.Import("gone.txt");
        Assert.Equal(["IMPORT003"], desk.Codes);
    }

    [Theory]
    [InlineData("<rss><channel><item>", "IMPORT007(1,21)")]
    [InlineData("<!DOCTYPE rss [<!ENTITY a \"aaaa\">]><rss>&a;</rss>", "IMPORT007(1,1)")]
    [InlineData("<rss version=\"2.0\"><channel><title>No export</title></channel></rss>", "IMPORT004(0,0)")]
    public void Xml_that_is_broken_or_no_export_is_refused_at_its_place(string xml, string expected) => Assert.Equal([expected], Of("x.xml", xml));

    [Theory]
    [InlineData("03/04/2019", null)]
    [InlineData("3.4.2019", null)]
    [InlineData("25/04/2019", "2019-04-25")]
    [InlineData("04/25/2019", "2019-04-25")]
    [InlineData("04/04/2019", "2019-04-04")]
    [InlineData("2019/04/03", "2019-04-03")]
    [InlineData("3rd April 2019", "2019-04-03")]
    [InlineData("April 3, 2019", "2019-04-03")]
    [InlineData("3 de abril de 2019", "2019-04-03")]
    [InlineData("1er avril 2019", "2019-04-01")]
    [InlineData("3. April 2019", "2019-04-03")]
    [InlineData("31 April 2019", null)]
    [InlineData("April 2019", null)]
    [InlineData("2019年4月3日", "2019-04-03")]
    public void A_date_of_publication_is_taken_where_it_can_be_read_one_way(string written, string? expected)
    {
        using var desk = Desk.After("x.html", $"""<title>Signs</title><meta name="article:published_time" content="{written}"><main><h1>Signs</h1><p>{Text}</p><p>{Text.Replace("sentence", "second", StringComparison.Ordinal)}</p></main>""");
        Assert.Contains($"\npublished: {expected ?? "unknown"}\n", desk.Draft, StringComparison.Ordinal);
        Assert.Equal(expected is null ? ["IMPORT010"] : [], desk.Codes);
    }

    [Theory]
    [InlineData("The council met on 5 May 2011. It met again on 6 June 2012.", "2012-06-06")]
    [InlineData("The council met on 5 May 2011. It will meet again on 6 June 2012.", "2011-05-05")]
    [InlineData("The council met on 5 May 2011, and asked for an answer by 6 June 2012.", "2011-05-05")]
    [InlineData("The council met on 5 May 2011. In March 2013 it had forgotten.", "2013-03-01")]
    [InlineData("The council met on 5 May 2011. The plan runs to 1 January 2050.", "2011-05-05")]
    [InlineData("The council met in May, and some may 2015 times forget.", null)]
    public void The_day_of_an_event_is_never_that_of_publication(string sentences, string? notBefore)
    {
        using var desk = Desk.After("x.txt", $"Signs\n\n{sentences}\n");
        Assert.Contains($"published: unknown\n{(notBefore is null ? "" : $"not_before: {notBefore}\n")}draft: true\n", desk.Draft, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_an_editors_eye_is_found_at_its_line()
    {
        Assert.Equal(["IMPORT014(5,1)"], Of("x.txt", $"Signs\n\n{Text}\n\nThe sign was was lost, and no one has seen it since then.\n"));
        Assert.Equal(["IMPORT015(0,0)"], Of("long-story.txt", Text + "\n"));
        Assert.Equal(["IMPORT013(0,0)"], Of("x.txt", $"Signs\n\n{Text[..^1]}[3].\n"));
        Assert.Equal(["IMPORT011(0,0)"], Of("x.txt", $"Signs\n\n{Text}\n\nThis article first appeared in The Signpost.\n"));
        Assert.Equal(["IMPORT012(3,64)"], Of("x.txt", "Signs\n\nThe sign that stands at the end of the road was put there by a so-\ncalled expert, who had never been to the place, nor asked anyone who had been.\n"));
    }

    [Fact]
    public void Topics_are_proposed_from_the_archives_own_words_and_never_set()
    {
        using var desk = new Desk().With("x.txt", "Road signs and the carbon tax\n\nRoad signs are made of steel. A carbon tax would make them dearer; carbon taxes are rare. Water is not spoken of but once.\n");
        desk.Site.With("topics.yml", "carbon:\n  name: Carbon pricing\n  aliases: [Carbon tax]\nwater:\n  name: Water\n").AndBrief("old", "topics: [Road signs]");
        desk.Import("x.txt");
        var draft = desk.Text("briefs/road-signs-and-the-carbon-tax.md");
        Assert.Contains("\n# Proposed, since the text speaks of them; remove the sign and what is wrong: topics: [Carbon pricing, Road signs]\n", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("\ntopics:", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Names_that_the_archive_cannot_have_stand_in_a_comment()
    {
        using var desk = new Desk().With("x.txt", $"Signs\n\nTopics: C++, Roads, …\n\nBy Jose Silva\n\n{Text}\n");
        desk.Site.With("topics.yml", "closed: true\nroads:\n  name: Roads\n").AndBrief("old", "authors: [José Silva]");
        desk.Import("x.txt");
        var draft = desk.Text("briefs/signs.md");
        Assert.Contains("\n# A topic that is not in the list, which is closed: C++\n", draft, StringComparison.Ordinal);
        Assert.Contains("\ntopics: [Roads]\n", draft, StringComparison.Ordinal);
        Assert.Contains("\n# An author whose name would share its address with “José Silva”: Jose Silva\n", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Every_block_of_a_source_is_in_its_report()
    {
        foreach (var source in Directory.EnumerateFiles(Path.Combine(SmallSite.Repository, "tests", "imports", "text"), "*.txt"))
        {
            using var desk = Desk.After(Path.GetFileName(source), File.ReadAllBytes(source));
            var report = Plain(desk.Report + desk.Draft);
            foreach (var word in Plain(File.ReadAllText(source).Replace("\u00AD", "", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Assert.Contains(word, report, StringComparison.Ordinal);
            }
        }

        static string Plain(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
    }

    [Fact]
    public void What_an_export_holds_besides_its_pieces_is_listed()
    {
        using var site = SmallSite.WithSettings();
        File.Copy(Path.Combine(SmallSite.Repository, "tests", "imports", "wordpress", "lantern-blog.xml"), Path.Combine(site.Folder, "lantern-blog.xml"));
        var run = ProgramRun.In(site.Folder, "import", "lantern-blog.xml");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"imported +7\s", run.Out);
        var report = File.ReadAllText(site.PathOf("briefs/_import-report-of-lantern-blog.md"));
        Assert.Contains("Menu: a `nav_menu_item` of WordPress", report, StringComparison.Ordinal);
        Assert.Contains("Thrown away: its state is `trash`", report, StringComparison.Ordinal);
        Assert.Contains("lamp: an attachment, not fetched: https://lantern.example/wp-content/uploads/lamp.jpg", report, StringComparison.Ordinal);
        foreach (var code in (string[])["IMPORT017", "IMPORT018", "IMPORT020"])
        {
            Assert.Contains(code, run.Error, StringComparison.Ordinal);
        }

        Assert.Matches(@"unchanged +7\s", ProgramRun.In(site.Folder, "import", "lantern-blog.xml").Out);
    }

    private const string French = "Les dépôts de la ville ont été payés par une taxe sur les eaux, et les tramways sont passés dans la nuit, qui est longue.";
    private const string German = "Die Stadt und der Hafen sind nicht mit dem Wasser bezahlt worden, das von der Steuer auf die Brücken für sich steht.";
    private const string Spanish = "Los puertos del río y las esclusas son más caros que el agua, por lo que se paga con una tasa para el uso de los muelles.";

    [Theory]
    [InlineData(French, "Le coût de la est resté le même pour tous les usagers.", "la est")]
    [InlineData(French, "La ville paie les écluses avec des et personne ne proteste.", "des et")]
    [InlineData(French, "Le port a été rendu à ceux qui vivent dans les.", "les.")]
    [InlineData(German, "Der Preis des ist seit Jahren derselbe geblieben.", "des ist")]
    [InlineData(German, "Die Stadt zahlt für und niemand beschwert sich darüber.", "für und")]
    [InlineData(Spanish, "El precio del es el mismo desde hace años.", "del es")]
    [InlineData(Spanish, "La ciudad paga las esclusas de y nadie protesta.", "de y")]
    [InlineData(Spanish, "El puerto volvió a quienes viven en los.", "los.")]
    public void A_word_that_is_missing_is_suspected_in_other_languages_too(string first, string sentence, string words)
    {
        using var desk = Desk.After("x.txt", $"Titre\n\n{first}\n\n{sentence}\n\n{first.Replace(" la ", " cette ", StringComparison.Ordinal)}\n");
        Assert.Contains(desk.Findings, f => f.Code == "IMPORT014" && f.Message.StartsWith("a word may be missing", StringComparison.Ordinal) && f.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(French, "Les pour et les contre ont été pesés ; ils le sont encore, avec ou sans elle, et prenez-les. Nous vous le disons, faites-le.")]
    [InlineData(German, "Das ist so, und dem ist nicht so. Er tritt ein, die war da, mit von der Partie. Dem, der fragt, wird das gesagt, was die wissen, die den den Preis zahlen.")]
    [InlineData(Spanish, "Los y las estudiantes que lo son, o una o dos, la fue a ver. Para ello, el que paga es el que usa, y los de aquí, al que más.")]
    public void Sentences_of_other_languages_that_are_whole_are_not_suspected(string first, string sentence)
    {
        using var desk = Desk.After("x.txt", $"Titre\n\n{first}\n\n{sentence}\n\n{first}\n");
        Assert.DoesNotContain(desk.Findings, f => f.Code == "IMPORT014");
    }
}

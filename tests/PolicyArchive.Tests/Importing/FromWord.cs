using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Importing;

public sealed class FromWord
{
    internal const string Styles = """
        <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
        <w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="My section"/><w:basedOn w:val="berschrift1"/></w:style>
        <w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
        <w:style w:type="paragraph" w:styleId="Tief"><w:name w:val="heading 3"/></w:style>
        <w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
        """;

    internal const string Lists = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        """;

    private static readonly string Head = WordFile.P("The cost of a lock", "Titel");

    private static Desk After(WordFile file)
    {
        var desk = Desk.After("lock.docx", file.WithPart("styles", "styles", Styles).WithPart("numbering", "numbering", Lists).Bytes());
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
        return desk;
    }

    private static string BodyOf(string body)
    {
        using var desk = After(new WordFile(Head + body));
        Assert.Empty(desk.Findings);
        return desk.Body.Trim('\n');
    }

    [Fact]
    public void Styles_are_known_by_their_own_names_in_every_language_and_through_those_they_are_based_on()
    {
        using var desk = After(new WordFile(Head + WordFile.P("Before.") + WordFile.P("First part", "berschrift1") + WordFile.P("Text.") + WordFile.P("Second part", "Mine") + WordFile.P("Said.", "Zitat") + WordFile.P("Said too.", "Zitat")));
        Assert.StartsWith("---\ntitle: The cost of a lock\n", desk.Draft, StringComparison.Ordinal);
        Assert.Equal("Before.\n\n## First part\n\nText.\n\n## Second part\n\n> Said.\n>\n> Said too.\n", desk.Body.TrimStart('\n'));
    }

    [Fact]
    public void Looks_are_kept_and_a_mark_with_the_value_nought_is_none() =>
        Assert.Equal("a**b***c* d ~~e~~ x^2^ H~2~O", BodyOf("""<w:p><w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>b</w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>c</w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t xml:space="preserve"> d </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>e</w:t></w:r><w:r><w:t xml:space="preserve"> x</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space="preserve"> H</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t>O</w:t></w:r></w:p>""").Replace("<em>c</em>", "*c*", StringComparison.Ordinal));

    [Fact]
    public void Numbered_paragraphs_become_nested_lists_and_go_on_counting() =>
        Assert.Equal(
            "- one\n  1. deep\n  2. deeper\n- two\n\nBetween.\n\n4. four\n5. five\n\nAgain.\n\n6. six",
            BodyOf(WordFile.Item("one", 1) + WordFile.Item("deep", 1, 1) + WordFile.Item("deeper", 1, 1) + WordFile.Item("two", 1) + WordFile.P("Between.") + WordFile.Item("four", 2) + WordFile.Item("five", 2) + WordFile.P("Again.") + WordFile.Item("six", 2)));

    [Fact]
    public void Tables_are_kept_and_a_table_of_one_column_is_its_text() =>
        Assert.Equal(
            "| Year | Locks |\n| --- | --- |\n| 1990 | 4<br>of 5 |\n| all |  |\n\nFramed.",
            BodyOf("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Locks</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>1990</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p><w:p><w:r><w:t>of 5</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>all</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc>" + WordFile.P("Framed.") + "</w:tc></w:tr></w:tbl>"));

    [Fact]
    public void Footnotes_and_endnotes_are_numbered_in_one_row()
    {
        var file = new WordFile(Head + """<w:p><w:r><w:t>A lock</w:t></w:r><w:r><w:endnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> opens</w:t></w:r><w:r><w:footnoteReference w:id="3"/></w:r><w:r><w:t>.</w:t></w:r></w:p>""")
            .WithPart("footnotes", "footnotes", """<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="3">""" + WordFile.P(" A foot.") + "</w:footnote>")
            .WithPart("endnotes", "endnotes", """<w:endnote w:id="2">""" + WordFile.P(" An end.") + "</w:endnote>");
        using var desk = After(file);
        Assert.Equal("A lock[^1] opens[^2].\n\n[^1]: An end.\n\n[^2]: A foot.\n", desk.Body.TrimStart('\n'));
    }

    [Fact]
    public void Links_are_kept_whether_by_relation_or_by_field()
    {
        var file = new WordFile(Head + """<w:p><w:hyperlink r:id="rl"><w:r><w:t>one</w:t></w:r></w:hyperlink><w:r><w:t xml:space="preserve"> and </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://locks.example/two" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>two</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve">, page </w:t></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple><w:hyperlink w:anchor="x"><w:r><w:t>.</w:t></w:r></w:hyperlink></w:p>""".Replace("<fldSimple", "<w:fldSimple", StringComparison.Ordinal))
            .WithRelation("rl", "hyperlink", "https://locks.example/one", isOutside: true);
        using var desk = After(file);
        Assert.Equal("[one](https://locks.example/one) and [two](https://locks.example/two), page 7.\n", desk.Body.TrimStart('\n'));
    }

    [Fact]
    public void Tracked_changes_are_carried_out_and_said_and_comments_are_in_the_report()
    {
        var file = new WordFile(Head + """<w:p><w:r><w:t xml:space="preserve">The keeper </w:t></w:r><w:del w:id="1" w:author="B"><w:r><w:delText>never</w:delText></w:r></w:del><w:ins w:id="2" w:author="B"><w:r><w:t>always</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> came.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>""")
            .WithPart("comments", "comments", """<w:comment w:id="1" w:author="Olga">""" + WordFile.P("Is this so?") + "</w:comment>");
        using var desk = After(file);
        Assert.Equal("The keeper always came.\n", desk.Body.TrimStart('\n'));
        Assert.Equal(["IMPORT019", "IMPORT019"], desk.Codes);
        Assert.Contains("* deleted by a tracked change: never", desk.Report, StringComparison.Ordinal);
        Assert.Contains("* a comment by Olga: Is this so?", desk.Report, StringComparison.Ordinal);
        Assert.Contains("* hidden text: secret", desk.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_are_put_beside_the_brief_with_what_is_said_of_them_and_those_outside_are_not_fetched()
    {
        const string Drawing = """<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="P" descr="A lock seen from the towpath"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="ID"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>""";
        var picture = File.ReadAllBytes(Path.Combine(SmallSite.Repository, "tests", "imports", "pages", "night-buses_files", "Depot at Night.png"));
        var file = new WordFile(Head + Drawing.Replace("ID", "pic1", StringComparison.Ordinal) + Drawing.Replace("ID", "far", StringComparison.Ordinal) + WordFile.P("Text.")).WithPicture("pic1", picture).WithRelation("far", "image", "https://tracker.example/x.png", isOutside: true);
        using var desk = After(file);
        Assert.Equal("![A lock seen from the towpath](picture-1.png)\n\nText.\n", desk.Body.TrimStart('\n'));
        Assert.Equal(["briefs/the-cost-of-a-lock/_import-report-the-cost-of-a-lock.md", "briefs/the-cost-of-a-lock/index.md", "briefs/the-cost-of-a-lock/picture-1.png"], desk.Files);
        Assert.Equal(["IMPORT016"], desk.Codes);
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        const string Box = """<w:p><w:r><w:t>Anchor.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>""";
        Assert.Equal("Anchor.\n\nIn the box.\n\nAfter.", BodyOf(Box + WordFile.P("After.")));
    }

    [Fact]
    public void The_day_a_file_was_made_is_not_the_day_it_appeared_and_its_maker_is_the_author_where_no_one_else_is_named()
    {
        const string Core = """<dc:title>Template of 2009</dc:title><dc:creator>Ines Abreu</dc:creator><cp:keywords>locks; canals</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">2018-05-04T10:00:00Z</dcterms:created>""";
        using var desk = After(new WordFile(Head + WordFile.P("Text.") + WordFile.P("Contents", "Verzeichnis1")).WithCore(Core));
        Assert.StartsWith("---\ntitle: The cost of a lock\npublished: unknown\nauthors: [Ines Abreu]\ntopics: [locks, canals]\n", desk.Draft, StringComparison.Ordinal);
        Assert.Contains("2018-05-04, which is not the day it appeared", desk.Report, StringComparison.Ordinal);
        Assert.Contains("Template of 2009", desk.Report, StringComparison.Ordinal);
        Assert.Contains("a table of contents", desk.Report, StringComparison.Ordinal);

        using var signed = After(new WordFile(Head + WordFile.P("By Aino Virtanen") + WordFile.P("Text.")).WithCore(Core));
        Assert.Contains("authors: [Aino Virtanen]\n", signed.Draft, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not a zip")]
    [InlineData("")]
    public void A_file_that_is_no_word_file_is_refused_by_name(string content)
    {
        using var desk = Desk.After("lock.docx", content);
        Assert.Equal("IMPORT008", Assert.Single(desk.Findings).Code);
        Assert.Empty(desk.Files);
    }

    [Fact]
    public void Damaged_and_hostile_files_are_refused_without_being_unpacked()
    {
        using var desk = new Desk()
            .With("bomb.docx", new WordFile("").WithRaw("word/bomb.xml", new byte[160_000_000]).Bytes())
            .With("broken.docx", new WordFile("").Bytes("<w:document><w:body>"))
            .With("entities.docx", new WordFile("").Bytes("""<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>"""))
            .With("empty.docx", new WordFile("").Bytes());
        foreach (var (name, code) in ((string, string)[])[("bomb.docx", "IMPORT008"), ("broken.docx", "IMPORT008"), ("entities.docx", "IMPORT008"), ("empty.docx", "IMPORT006")])
        {
            desk.Import(name);
            Assert.Equal((name, code), (name, Assert.Single(desk.Findings).Code));
        }

        Assert.Empty(desk.Files);
    }
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using PolicyArchive.Findings;

namespace PolicyArchive.Tests.Importing;

/// <summary>
/// Each file of tests/imports/word is the inside of a Word file, beside the draft, the warnings and the report that are
/// expected. Set APPROVE to write what came out, and read it.
/// </summary>
public sealed partial class WordFixtures
{
    private static readonly string Folder = Path.Combine(SmallSite.Repository, "tests", "imports", "word");

    [GeneratedRegex(@"^(?:\* (?:Its SHA-256|Imported|The draft as it was written): .*|This file is for editors.*)\n", RegexOptions.Multiline)]
    private static partial Regex Stamps { get; }

    public static TheoryData<string> All => [.. Directory.EnumerateFiles(Folder, "*.xml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_word_file_becomes_the_draft_that_someone_has_read(string name)
    {
        var word = XDocument.Load(Path.Combine(Folder, name), LoadOptions.PreserveWhitespace).Root!;
        var file = new WordFile(Inside(word.Element("body")!)).WithPart("styles", "styles", FromWord.Styles).WithPart("numbering", "numbering", FromWord.Lists);
        foreach (var part in word.Elements("part"))
        {
            file.WithPart(part.Attribute("name")!.Value, part.Attribute("name")!.Value, Inside(part));
        }

        foreach (var link in word.Elements("link"))
        {
            file.WithRelation(link.Attribute("id")!.Value, "hyperlink", link.Attribute("to")!.Value, isOutside: true);
        }

        using var desk = Desk.After(Path.ChangeExtension(name, ".docx"), file.Bytes());
        var all = desk.Draft + "=== findings\n" + string.Concat(desk.Findings.Select(f => $"{f.Code} {f.Message}\n")) + "=== report\n" + Stamps.Replace(desk.Report, "");
        var expected = Path.Combine(Folder, name + ".md");
        if (Environment.GetEnvironmentVariable("APPROVE") is not null)
        {
            File.WriteAllText(expected, all);
        }

        Assert.Equal(File.ReadAllText(expected), all);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == Severity.Error);
    }

    private static string Inside(XElement element) => string.Concat(element.Elements().Select(e => e.ToString(SaveOptions.DisableFormatting)));
}

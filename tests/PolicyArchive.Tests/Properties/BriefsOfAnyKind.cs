using System.Globalization;
using System.Text;
using CsCheck;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Properties;

public sealed class BriefsOfAnyKind
{
    private const string Good =
        "---\ntitle: \"Water: who pays\"\npublished: 2019-03-04\nupdated: 2020-01-02T10:00:00+02:00\nauthors:\n  - Ana Ruiz\n  - name: Tom Reed\n    orcid: 0000-0002-1825-0097\n    url: https://example.org/reed\n"
        + "topics: [Water, 'Climate policy']\nsource: {name: A journal, permission: With leave}\ncorrections:\n  - date: 2020-01-02\n    text: A number was wrong.\nsummary: >\n  What it says\n  in two lines.\nkey_points:\n- One\n- Two # a note\ndoi: 10.1234/abc\n---\nText.\n";

    private static readonly Gen<string> Fragment = TextsOfAnyKind.OneOf(
        ":", ": ", "-", "- ", " ", "  ", "\t", "\n", "\r", "\n\n", "\"", "'", "[", "]", "{", "}", ",", "#", " #", "|", ">", "&a ", "*a", "!x ", "%", "@", "?", "---", "---\n", "...\n", "<<: ", "=> ", "\\", "\\u", "\uFEFF", "\u00A0", "\u2028", "\u0085", "日本", "𝒳", "e\u0301", "\u202E", "0", "~");

    // Where, what is done, and with what: put in, taken out, written over, or a line twice.
    private static readonly Gen<(double Where, int What, string With)> Slip = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 3], Fragment);

    [Fact]
    public void A_slip_of_the_pen_is_read_or_refused_with_a_place_in_the_file() => Slip.Array[1, 4].Array[25].Sample(briefs =>
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < briefs.Length; i++)
        {
            site.With($"briefs/b{i}.md", briefs[i].Aggregate(Good, Slipped));
        }

        foreach (var finding in site.Findings())
        {
            var lines = File.ReadAllText(finding.Place.File).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
            Assert.InRange(finding.Place.Line, 1, lines.Length);
            Assert.InRange(finding.Place.Column, 1, lines[finding.Place.Line - 1].EnumerateRunes().Count() + 1);
            Assert.NotEqual("", finding.Message);
        }
    }, iter: 40);

    [Fact]
    public void A_text_in_quotation_marks_is_read_as_it_is_written() => TextsOfAnyKind.Title.Where(IsAllowed).Sample(text =>
    {
        var inDouble = string.Concat(text.EnumerateRunes().Select(r => r.Value is '"' or '\\' ? "\\" + r : r.Value > 0x7E ? string.Create(CultureInfo.InvariantCulture, $"\\U{r.Value:X8}") : r.ToString()));
        Assert.Equal(text, Value($"\"{inDouble}\""));
        Assert.Equal(text, Value($"'{text.Replace("'", "''", StringComparison.Ordinal)}'"));
    }, iter: 2_000);

    [Fact]
    public void A_text_without_quotation_marks_is_read_as_it_is_written_or_said_to_be_something_else() => TextsOfAnyKind.Title.Where(text => IsAllowed(text) && text.TrimStart() is not ['"' or '\'', ..]).Sample(text =>
    {
        var findings = new List<Finding>();
        var value = Read($"summary: {text}", findings);
        if (findings.Count == 0 && !text.Contains(" #", StringComparison.Ordinal) && !text.Contains("\t#", StringComparison.Ordinal))
        {
            Assert.Equal(text.Trim(' ', '\t'), value is YamlScalar scalar ? scalar.Text : text);
        }
    }, iter: 2_000);

    // A value of any shape where any other is wanted.
    private static Gen<string> Shape(int depth) => depth == 0
        ? TextsOfAnyKind.OneOf("~", "''", "a", "true", "no", "12", "1e999", ".nan", "2019-01-01", "2019-02-30", "2999-01-01", "'=> x'", "'https://a.example/'", "'javascript:x'", "'<b>'", "'../x'", "日本", "'\u202E'", "x")
        : Gen.Frequency(
            (3, Shape(0)),
            (2, Shape(depth - 1).Array[0, 3].Select(items => $"[{string.Join(", ", items)}]")),
            (2, Gen.Select(TextsOfAnyKind.OneOf("name", "url", "date", "text", "file", "alt", "title", "permission", "orcid", "zork"), Shape(depth - 1)).Array[0, 3].Select(entries => $"{{{string.Join(", ", entries.DistinctBy(e => e.Item1).Select(e => $"{e.Item1}: {e.Item2}"))}}}")));

    private static readonly Gen<string> Key = TextsOfAnyKind.OneOf(
        "title", "published", "not_before", "updated", "authors", "topics", "regions", "kind", "series", "number", "summary", "key_points", "slug", "draft", "language", "translation_of", "doi", "isbn", "license", "source", "disclaimer", "corrections", "supersedes", "related", "attachments", "image", "redirect_from", "DestinationPath", "zork");

    [Fact]
    public void A_value_of_any_shape_is_read_or_refused_in_its_line() => Gen.Select(Key, Shape(3)).Array[30].Sample(briefs =>
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < briefs.Length; i++)
        {
            var (key, value) = briefs[i];
            site.With($"briefs/b{i}.md", $"---\n{key}: {value}\n{(key == "title" ? "" : "title: T\n")}{(key == "published" ? "" : "published: 2019-01-01\n")}---\nText.\n");
        }

        Assert.All(site.Findings(), finding => Assert.True(finding.Place.Line is 1 or 2, finding.ToString()));
    }, iter: 40);

    private static string Slipped(string text, (double Where, int What, string With) slip)
    {
        var at = (int)(slip.Where * (text.Length - 1));
        at = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        var length = char.IsHighSurrogate(text[at]) ? 2 : 1;
        var lineEnd = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
        return slip.What switch
        {
            0 => text.Insert(at, slip.With),
            1 => text.Remove(at, length),
            2 => text.Remove(at, length).Insert(at, slip.With),
            _ => text.Insert(lineEnd, text[(text.LastIndexOf('\n', at) + 1)..lineEnd]),
        };
    }

    private static bool IsAllowed(string text) => SourceFile.IndexOfRefused(text) < 0 && !text.Contains('\u0085') && text.EnumerateRunes().All(r => r.Value is not ('\u2028' or '\u2029'));

    private static string Value(string written)
    {
        var findings = new List<Finding>();
        var value = Assert.IsType<YamlScalar>(Read($"summary: {written}", findings));
        Assert.Empty(findings);
        return value.Text;
    }

    private static YamlNode? Read(string yaml, List<Finding> findings) =>
        YamlReader.Read(yaml, YamlReader.FrontMatterLength, offset => new Place("x", 1, offset + 1), findings)?.Entries.FirstOrDefault(e => e.Key == "summary")?.Value;
}

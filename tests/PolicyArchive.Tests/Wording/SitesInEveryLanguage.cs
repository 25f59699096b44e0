using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PolicyArchive.Briefs;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Wording;

/// <summary>A small site with every kind of page, whose own texts are of no language, built in each language there is.</summary>
public sealed partial class SitesInEveryLanguage
{
    // What is called alike everywhere: formats, styles of citation, names of standards.
    private const string Names = "OPML RSS Atom JSON CSL BibTeX RIS DOI ISBN ORCID SHA JavaScript PDF CSV BY CC MB KB APA MLA Chicago";

    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyDictionary<string, string>>> Sites = new(StringComparer.Ordinal);

    public static TheoryData<string> Languages => ["fr", "de", "es", "zh-Hans", "ko", "ru", "ar", "ar-EG"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_that_readers_see_or_hear_is_English(string language)
    {
        var english = EnglishWords(language);
        foreach (var (path, document) in Pages(language))
        {
            foreach (var text in Texts(document))
            {
                Assert.True(!Letters.Matches(text).Select(m => m.Value).Any(english.Contains), $"{path}: {text}");
            }
        }
    }

    [Fact]
    public void English_would_be_seen()
    {
        var english = EnglishWords("fr");
        Assert.All(Pages("en").Where(p => p.Path != "briefs/weew/index.html"), page => Assert.Contains(Texts(page.Document), text => Letters.Matches(text).Select(m => m.Value).Any(english.Contains)));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Nothing_that_subscribers_see_is_English(string language)
    {
        var english = EnglishWords(language);
        foreach (var path in (string[])["feeds.opml", "corrections.xml", "opensearch.xml", "feed.xml", "atom.xml"])
        {
            var xml = XDocument.Parse(Of(language)[path]);
            var texts = xml.Descendants().Where(e => !e.HasElements && e.Name.LocalName is not ("generator" or "docs" or "language" or "link"))
                .SelectMany(e => (string[])[Tags.Replace(e.Value, " "), e.Attribute("text")?.Value ?? "", e.Attribute("title")?.Value ?? ""]);
            Assert.All(texts, text => Assert.True(!Letters.Matches(text).Select(m => m.Value).Any(english.Contains), $"{path}: {text}"));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_page_says_its_language_and_direction_once(string language)
    {
        foreach (var (path, document) in Pages(language))
        {
            // One piece is in a language that has no words of its own.
            var own = path == "briefs/weew/index.html" ? "it" : language;
            Assert.Equal((path, own, own.StartsWith("ar", StringComparison.Ordinal) ? "rtl" : "ltr"), (path, document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("dir")));
            var marked = document.Body!.QuerySelectorAll("[lang]").Where(e => e.GetAttribute("lang") is not ("en" or "it"));
            Assert.All(marked, e => Assert.Equal((path, language), (path, e.GetAttribute("lang"))));
        }
    }

    [Theory]
    [InlineData("fr", "21 juillet 2016", "Rapport", "2 publications")]
    [InlineData("de", "21. Juli 2016", "Bericht", "2 Publikationen")]
    [InlineData("es", "21 de julio de 2016", "Informe", "2 publicaciones")]
    [InlineData("zh-Hans", "2016年7月21日", "报告", "2篇文献")]
    [InlineData("ko", "2016년 7월 21일", "보고서", "자료 2건")]
    [InlineData("ru", "21 июля 2016\u00A0г.", "Доклад", "2 публикации")]
    [InlineData("ar", "21 يوليو 2016", "تقرير", "إصداران")]
    [InlineData("ar-EG", "٢١ يوليو ٢٠١٦", "تقرير", "إصداران")]
    public void Dates_kinds_and_counts_are_in_its_language(string language, string day, string kind, string count)
    {
        var brief = Dom.Parse(Of(language)["briefs/qaaq/index.html"]);
        Assert.Equal((day, kind), (brief.QuerySelector("time[datetime='2016-07-21']")!.TextContent, brief.QuerySelector("a[href='/kinds/report/']")!.TextContent));
        Assert.Equal(count, Dom.Parse(Of(language)["series/xuux/index.html"]).QuerySelector(".head .facts")!.TextContent);
    }

    [Fact]
    public void A_kind_may_be_written_in_the_language_of_the_site_and_keeps_its_address()
    {
        using var site = SmallSite.WithSettings("language: fr\n").AndBrief("x", "kind: Document de travail").AndBrief("y", "kind: document-de-travail").AndBrief("z", "kind: working paper");
        var entries = site.Plan().Archive.Entries;
        Assert.All(entries, e => Assert.Equal(("/kinds/working-paper/", "Document de travail", RecordKind.WorkingPaper), (e.Kind.Url.Path, e.Kind.Name, e.Record)));
    }

    [Fact]
    public void A_kind_of_the_settings_that_is_called_like_another_is_its_own()
    {
        using var site = SmallSite.WithSettings("language: fr\nkinds: {Rapport: working paper}\n").AndBrief("x", "kind: Rapport").AndBrief("y", "kind: report");
        Assert.Equal(["/kinds/rapport/", "/kinds/report/"], site.Plan().Archive.Entries.Select(e => e.Kind.Url.Path));
    }

    private static HashSet<string> EnglishWords(string language)
    {
        var own = WordsOf(language);
        return [.. WordsOf("en").Where(w => w.Length > 2).Except(own, StringComparer.OrdinalIgnoreCase).Except(Names.Split(' '), StringComparer.OrdinalIgnoreCase)];
    }

    private static string[] WordsOf(string language)
    {
        var words = WordsFolder.BuiltIn.Find(language)!;
        return [.. words.Phrases.Values.SelectMany(p => p.Forms.Select(f => f.Text).Append(p.Text)).SelectMany(t => Letters.Matches(Places.Replace(t, " ")).Select(m => m.Value))];
    }

    // What is seen and what is read out, but for bibliographies, whose styles are English, and what names its own language.
    private static IEnumerable<string> Texts(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script, style, [data-cite-text], .style, [data-cite] .style, .Z3988, [translate=no]").ToArray())
        {
            script.Remove();
        }

        foreach (var element in document.All.Where(e => e.GetAttribute("lang") is not ("en" or "it")))
        {
            foreach (var text in element.ChildNodes.OfType<IText>())
            {
                yield return text.Data;
            }

            foreach (var attribute in element.Attributes.Where(a => a.Name is "aria-label" or "placeholder" or "title" or "alt" || (a.Name.StartsWith("data-", StringComparison.Ordinal) && a.Value.Contains(' ', StringComparison.Ordinal))))
            {
                yield return attribute.Value;
            }
        }
    }

    private static IEnumerable<(string Path, IHtmlDocument Document)> Pages(string language) =>
        Of(language).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, Dom.Parse(f.Value)));

    private static IReadOnlyDictionary<string, string> Of(string language) => Sites.GetOrAdd(language, _ => new(() => Build(language))).Value;

    private static IReadOnlyDictionary<string, string> Build(string language)
    {
        using var site = SmallSite.WithSettings($$"""
            language: {{language}}
            publisher: {name: Qeeq, url: "https://qeeq.example", email: qeeq@qeeq.example}
            page_size: 1
            license: CC-BY-4.0
            disclaimer: Zeez wuuw.
            featured: [qaaq]
            social: {Qiiq: "https://qiiq.example/@qeeq"}

            """)
            .With("topics.yml", "xaax: {name: Xaax, description: Zeez.}\nxoox: {name: Xoox, parent: xaax}\n")
            .With("people.yml", "ziiz: {name: Ziiz Quuq, affiliation: Qeeq, bio: Zooz., url: \"https://ziiz.example\", orcid: 0000-0002-1825-0097}\n")
            .With("retired.yml", "/wiiw/: Zeez wuuw.\n")
            .With("pages/wooz.md", "---\ntitle: Wooz\n---\nZeez.\n")
            .With("briefs/zaaz.csv", "a,b\n")
            .With("briefs/wooq.png", SmallSite.Pixel)
            .With("briefs/qaaq.md", $"""
                ---
                title: Qaaq
                published: 2016-07-21
                updated: 2017-03-01
                kind: report
                series: Xuux
                number: 1
                summary: Zeez wuuw.
                key_points: [Zeez, Wuuw]
                authors: [ziiz]
                topics: [Xoox]
                regions: [Xeex]
                attachments: [zaaz.csv]
                image: (file: wooq.png, alt: Zuuz, credit: Wiiz)
                doi: 10.1234/qaaq
                supersedes: [qooq]
                redirect_from: [/wuuq/]
                corrections: [(date: 2018-01-02, text: Zeez.)]
                provenance: (file: zaaz.txt, sha256: {new string('a', 64)}, imported: 2020-01-02)
                ---

                """.Replace('(', '{').Replace(')', '}') + string.Concat(Enumerable.Range(1, 5).Select(i => $"## Zaaz {i}\n\n{string.Concat(Enumerable.Repeat("zeez ", 220))}[^{i}][^{i}]\n\n[^{i}]: Wuuw.\n\n| Wa | Wo |\n|---|---|\n| 1 | 2 |\n\n")))
            .With("briefs/qooq.md", "---\ntitle: Qooq\npublished: 2015-01-02\nseries: Xuux\ntopics: [Xoox, Xaax]\nsource: {name: Wuux, url: \"https://wuux.example/q\", title: Qooq wuux, permission: Zeez.}\n---\nZeez.\n")
            .With("briefs/quuq.md", "---\ntitle: Quuq\npublished: unknown\nnot_before: 2001-02-03\nkind: testimony\ntopics: [Xaax]\nsource: {name: Wuux, title: Wuuw, permission: Zeez.}\nprovenance: {file: zaaz.txt}\n---\nZeez.\n")
            .With("briefs/qiiq.md", "---\ntitle: Qiiq\npublished: unknown\nkind: speech\nsource: {url: \"https://wuux.example/w\", permission: Zeez.}\n---\nZeez.\n")
            .With("briefs/weew.md", "---\ntitle: Weew\npublished: 2019-05-06\nlanguage: it\ntranslation_of: qaaq\n---\nZeez.\n")
            .With("briefs/woow.md", "---\ntitle: Woow\npublished: 2030-05-06\ndraft: true\n---\nZeez.\n");
        return site.Files(site.Options with { Drafts = true });
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}’]*")]
    private static partial Regex Letters { get; }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Places { get; }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags { get; }
}

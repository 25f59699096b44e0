using System.Collections.Concurrent;
using System.Text;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Printing;
using PolicyArchive.Tests.Browsing;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Printing;

/// <summary>Briefs as Chromium prints them.</summary>
public sealed class PrintedBriefs : IDisposable
{
    private static readonly string Chromium = Browser.File;

    private readonly string _cache = Directory.CreateTempSubdirectory("printed-").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public void A_brief_is_printed_to_a_tagged_file_that_says_what_it_is()
    {
        using var site = SmallSite.WithSettings("publisher: An Institute\n").With(
            "briefs/x.md",
            "---\ntitle: L’eau & « l’été » 水\nlanguage: fr\npublished: 2019-03-04\nupdated: 2020-05-06\nauthors: [Hélène Cœur, Li 李]\ntopics: [Energy]\nsummary: Un résumé.\n---\n## Première partie\n\nLe mot unique: parapluie.[^1]\n\n| a | b |\n|---|---|\n| c | d |\n\n- un point\n\n![Une image](p.png)\n\n[^1]: Une note.\n")
            .With("briefs/p.png", SmallSite.Pixel);
        using var press = Press.With(Chromium);
        var (files, findings) = Build(site, press);
        Assert.Empty(findings);
        var pdf = new PdfFile(files["briefs/x/x.pdf"]);
        Assert.Equal(("L’eau & « l’été » 水", "Hélène Cœur; Li 李", "Un résumé.", "Energy"), (pdf.Said("Title"), pdf.Said("Author"), pdf.Said("Subject"), pdf.Said("Keywords")));
        Assert.Contains("/CreationDate (D:20190304)", pdf.Information, StringComparison.Ordinal);
        Assert.Contains("/ModDate (D:20200506)", pdf.Information, StringComparison.Ordinal);
        Assert.Contains("/Lang (fr)", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/Marked true", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/Outlines", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("<rdf:li>Hélène Cœur</rdf:li>", pdf.Metadata, StringComparison.Ordinal);
        Assert.Subset(pdf.Roles, new HashSet<string> { "Document", "H1", "H2", "P", "L", "LI", "Table", "TR", "TH", "TD", "Link", "Figure" });
        Assert.InRange(pdf.Pages, 1, 2);
        var text = pdf.Text();
        Assert.Contains("parapluie", text, StringComparison.Ordinal);
        Assert.Contains("L’eau & « l’été »", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("Search", text, StringComparison.Ordinal);

        var page = Dom.Parse(Encoding.UTF8.GetString(files["briefs/x/index.html"]));
        Assert.Equal("https://archive.example/briefs/x/x.pdf", page.QuerySelector("meta[name=citation_pdf_url]")!.GetAttribute("content"));
        Assert.Equal("application/pdf", page.QuerySelector("link[rel=item][href='https://archive.example/briefs/x/x.pdf']")!.GetAttribute("type"));
        Assert.NotNull(page.QuerySelector("main a[href='/briefs/x/x.pdf']"));
        Assert.Contains("L1  - https://archive.example/briefs/x/x.pdf\r\n", Encoding.UTF8.GetString(files["briefs/x/cite.ris"]), StringComparison.Ordinal);
        Assert.Contains("\"contentUrl\":\"https://archive.example/briefs/x/x.pdf\"", page.QuerySelector("script[type='application/ld+json']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_page_is_printed_to_the_same_bytes_once()
    {
        using var site = Two();
        using var press = Press.With(Chromium);
        var first = Build(site, press).Files;
        var kept = Directory.GetFiles(_cache, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.GetLastWriteTimeUtc);
        Assert.Equal(2, kept.Count);
        var second = Build(site, press).Files;
        Assert.All(kept, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));
        Directory.Delete(_cache, recursive: true);
        var third = Build(site, press).Files;
        Assert.Equal(first["briefs/a/a.pdf"], second["briefs/a/a.pdf"]);
        Assert.Equal(first["briefs/a/a.pdf"], third["briefs/a/a.pdf"]);
    }

    [Fact]
    public void Another_brief_does_not_have_all_printed_again()
    {
        using var site = Two();
        using var press = Press.With(Chromium);
        Build(site, press);
        site.AndBrief("c", "topics: [Energy]\nseries: Notes");
        Build(site, press);
        Assert.Equal(3, Directory.GetFiles(_cache, "*", SearchOption.AllDirectories).Length);
        site.AndBrief("c", "topics: [Energy]\nseries: Notes", "Another text.\n");
        Build(site, press);
        Assert.Equal(4, Directory.GetFiles(_cache, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public void A_file_of_the_editors_own_and_a_draft_are_not_printed()
    {
        using var site = SmallSite.WithSettings()
            .AndBrief("a", "attachments: [{file: own.pdf, title: As published}]").With("briefs/own.pdf", "%PDF-1.4\n")
            .With("briefs/b/index.md", "---\ntitle: B\npublished: 2019-03-04\n---\nText.\n").With("briefs/b/b.pdf", "%PDF-1.4\n")
            .AndBrief("c", "draft: true");
        using var press = Press.With("/nowhere/chromium");
        var (files, findings) = Build(site, press, site.Options with { Drafts = true });
        Assert.Empty(findings);
        Assert.DoesNotContain(files.Keys, path => path.EndsWith(".pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_browser_that_fails_is_started_again()
    {
        using var site = Two();
        using var press = Press.With(Chromium);
        await press.VersionAsync();
        press.Running!.Kill();
        var (files, findings) = Build(site, press);
        Assert.Empty(findings);
        Assert.Contains("briefs/b/b.pdf", files.Keys);
    }

    [Fact]
    public void A_browser_that_does_not_start_is_a_warning_and_the_site_stands_without_files()
    {
        using var site = Two();
        using var press = Press.With("/bin/false");
        var (files, findings) = Build(site, press);
        Assert.Equal(("OUT011", Severity.Warning), (Assert.Single(findings).Code, findings[0].Severity));
        Assert.DoesNotContain("pdf", Encoding.UTF8.GetString(files["briefs/a/index.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_brief_that_cannot_be_printed_is_named()
    {
        using var site = Two();
        var plan = site.Plan();
        using var press = Press.With(Chromium);
        var run = new PrintRun(plan, new KeptFiles(_cache, TimeProvider.System), page => new RenderedFile("elsewhere/index.html", "<p>"u8.ToArray()), []);
        var (briefs, findings) = run.Print(press, _ => { });
        Assert.Empty(briefs);
        Assert.Equal(["OUT012", "OUT012"], findings.Select(finding => finding.Code));
        Assert.Contains(findings, finding => finding.Place.File.EndsWith("briefs/a.md", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_browser_the_site_is_built_and_says_so()
    {
        using var site = Two();
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string> { ["CHROMIUM"] = "/nowhere/chromium" }, "build", "--pdf", "--strict", "--no-cache", "--now", "2026-01-01", "-t", Path.Combine(SmallSite.Repository, "theme"));
        Assert.Equal((0, "--pdf: note OUT010: no PDF files were made: there is no browser here; install Chromium, Chrome or Edge, or name one in CHROMIUM"), (run.Code, run.Error.Trim()));
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Folder, "output"), "*.pdf", SearchOption.AllDirectories));
    }

    [Fact]
    public void The_program_prints_and_leaves_nothing_behind()
    {
        using var site = Two();
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string> { ["CHROMIUM"] = Chromium, ["TMPDIR"] = _cache }, "build", "--pdf", "--no-cache", "--now", "2026-01-01", "-t", Path.Combine(SmallSite.Repository, "theme"));
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(2, Directory.GetFiles(Path.Combine(site.Folder, "output"), "*.pdf", SearchOption.AllDirectories).Length);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_cache), path => Path.GetFileName(path).StartsWith("policy-archive", StringComparison.Ordinal));
    }

    private static SmallSite Two() => SmallSite.WithSettings().AndBrief("a", "topics: [Energy]\nseries: Notes").AndBrief("b", "topics: [Energy]\nseries: Notes");

    private (ConcurrentDictionary<string, byte[]> Files, IReadOnlyList<Finding> Findings) Build(SmallSite site, Press press, RunOptions? options = null)
    {
        var (printed, findings) = SiteBuild.Prepare(options ?? site.Options).Print(press, new KeptFiles(_cache, TimeProvider.System), _ => { });
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Assert.Empty(printed.Render(file => files[file.Path] = file.Bytes.ToArray(), withCards: false));
        return (files, findings);
    }
}

using System.Collections.Concurrent;
using System.Text;
using CsCheck;
using PolicyArchive.Commands;
using PolicyArchive.Feeds;
using PolicyArchive.Findings;
using PolicyArchive.Naming;
using PolicyArchive.Tests.Feeds;

namespace PolicyArchive.Tests.Properties;

public sealed class SitesOfAnyKind
{
    [Fact]
    public void Any_text_becomes_a_page_in_which_nothing_runs_and_which_stays_in_its_frame() => TextsOfAnyKind.Markdown.Array[20].Sample(texts =>
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < texts.Length; i++)
        {
            site.AndBrief($"b{i}", "", texts[i]);
        }

        foreach (var (path, html) in RenderedWhateverIsFound(site).Where(f => f.Key.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain(html, c => c is >= '\uFDD0' and <= '\uFDEF');
            var page = Dom.Parse($"<!doctype html><body><div id=\"frame\">{html}</div><p id=\"after\">");
            FeedRules.Harmless(page.Body!);
            Assert.True(page.QuerySelector("#after")?.ParentElement?.TagName == "BODY", html);
        }
    }, iter: 40);

    [Fact]
    public void Any_front_matter_is_read_or_refused_with_a_place_in_the_file() => TextsOfAnyKind.FrontMatter.Array[20].Sample(heads =>
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < heads.Length; i++)
        {
            site.With($"briefs/b{i}.md", $"---\ntitle: T\npublished: 2019-01-01\n{heads[i]}\n---\nText.\n");
            site.With($"posts/_b{i}.yml", heads[i]).With($"posts/b{i}.md", "---\nPublished: 2019-01-01\n---\nText.\n");
        }

        foreach (var finding in site.Findings())
        {
            Assert.True(File.Exists(finding.Place.File), finding.ToString());
            var lines = File.ReadAllText(finding.Place.File).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
            Assert.InRange(finding.Place.Line, 1, lines.Length);
            Assert.InRange(finding.Place.Column, 1, lines[finding.Place.Line - 1].EnumerateRunes().Count() + 1);
            Assert.NotEqual("", finding.Message);
        }

        _ = RenderedWhateverIsFound(site);
    }, iter: 40);

    [Fact]
    public void Any_file_of_settings_is_read_or_refused() => Gen.Select(TextsOfAnyKind.FrontMatter, TextsOfAnyKind.FrontMatter, TextsOfAnyKind.FrontMatter).Sample((settings, people, topics) =>
    {
        using var site = new SmallSite().With("settings.yml", settings).With("people.yml", people).With("topics.yml", topics).With("_directory.yml", topics).AndBrief("x", "topics: [a]");
        _ = RenderedWhateverIsFound(site);
    }, iter: 100);

    private static readonly Gen<string> Name = Gen.Frequency((3, TextsOfAnyKind.OneOf("Water", "WATER", "water", "Wäter", "Wa\u0308ter", "page", "Index", "feed.xml", "日本", "C++", "C", "a/b", "Briefs")), (1, TextsOfAnyKind.Title));

    [Fact]
    public void No_two_pages_or_files_share_an_address() => Gen.Select(Name, Name, Name, Name).Array[12].Sample(briefs =>
    {
        using var site = SmallSite.WithSettings("page_size: 2\n");
        for (var i = 0; i < briefs.Length; i++)
        {
            var (title, topic, author, old) = briefs[i];
            static string Quoted(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal).Replace('\t', ' ') + "'";
            site.With($"{(i % 4 == 3 ? "pages" : "briefs")}/{i}/{Slug.FromTitle(title)?.Text ?? "x"}.md", $"---\ntitle: x{Quoted(title)}\npublished: 20{10 + i}-01-01\ntopics: [{Quoted(topic)}]\nregions: [{Quoted(author)}]\nauthors: [{Quoted(author)}]\nredirect_from: [{Quoted(old)}]\n---\nText.\n");
        }

        var build = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder });
        var paths = build.Plan.Pages.Select(p => p.Url.OutputPath).Concat(build.Plan.Files.Select(f => f.Url.OutputPath)).Concat(SiteFeeds.Of(build.Plan).Select(f => f.Url.OutputPath)).ToArray();
        Assert.Equal(paths.Length, paths.Distinct().Count());
        if (Report.Of(build.Findings).IsClean)
        {
            Assert.Equal(paths.Length, paths.Select(TextFold.Key).Distinct().Count());
        }
    }, iter: 60);

    // A site with errors is not published, but what it would be must be harmless all the same.
    private static ConcurrentDictionary<string, string> RenderedWhateverIsFound(SmallSite site)
    {
        var files = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        var build = SiteBuild.Prepare(site.Options with { Theme = BareTheme.Folder });
        Assert.Empty(build.Render(file => files[file.Path] = Encoding.UTF8.GetString(file.Bytes.Span)));
        return files;
    }
}

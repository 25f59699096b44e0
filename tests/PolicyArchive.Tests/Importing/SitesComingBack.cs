using PolicyArchive.Importing.Drafting;
using PolicyArchive.Importing.Sites;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Importing;

/// <summary>A site that is imported again, into a folder where editors have worked.</summary>
public sealed class SitesComingBack
{
    private const string Piece = "---\ntitle: Piers\ndate: 2016-07-03\ntags: [Piers]\n---\nThey stand. See [rules](/rules.pdf).\n";

    private static Desk Site() => new Desk().With("old/hugo.toml", "title = 'Old'\nbaseURL = 'https://old.example/'\n").With("old/content/posts/piers.md", Piece).With("old/static/rules.pdf", "rules");

    [Fact]
    public void The_same_site_again_changes_nothing()
    {
        using var desk = Site();
        Assert.Equal([Arrival.Imported], desk.Import("old"));
        var before = desk.Files.ToDictionary(f => f, desk.Text);
        Assert.Equal([Arrival.Unchanged], desk.Import("old", today: Desk.Today.AddDays(9)));
        Assert.Equal(before, desk.Files.ToDictionary(f => f, desk.Text));
        Assert.Empty(desk.Findings);
    }

    [Fact]
    public void What_was_published_is_no_draft_and_a_piece_without_a_change_follows_its_source()
    {
        using var desk = Site();
        desk.Import("old");
        Assert.DoesNotContain("draft:", desk.Text("briefs/piers.md"), StringComparison.Ordinal);
        desk.With("old/content/posts/piers.md", Piece.Replace("They stand", "They fell", StringComparison.Ordinal).Replace("Piers\n", "Piers that fell\n", StringComparison.Ordinal));
        Assert.Equal([Arrival.Updated], desk.Import("old"));
        Assert.Contains("They fell.", desk.Text("briefs/piers.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_editor_changed_is_kept_and_a_new_source_comes_beside_it()
    {
        using var desk = Site();
        desk.Import("old");
        File.AppendAllText(desk.Site.PathOf("briefs/piers.md"), "\nStill.\n");
        var edited = desk.Text("briefs/piers.md");
        Assert.Equal([Arrival.Kept], desk.Import("old"));
        desk.With("old/content/posts/piers.md", Piece + "\nThey fell.\n");
        Assert.Equal([Arrival.Kept], desk.Import("old"));
        Assert.Equal(["IMPORT022"], desk.Codes);
        Assert.Equal(edited, desk.Text("briefs/piers.md"));
        Assert.Contains("They fell.", desk.Text("briefs/_piers.new.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_listing_that_is_there_is_left_and_what_the_site_adds_lies_beside_it_until_it_is_taken_over()
    {
        using var desk = Site();
        File.WriteAllText(desk.Site.PathOf("topics.yml"), "piers: {name: Piers}\n");
        desk.Import("old");
        Assert.Equal(["IMPORT024"], desk.Codes);
        Assert.Equal("piers: {name: Piers}\n", desk.Text("topics.yml"));
        Assert.Equal("piers:\n  name: Piers\n  redirect_from: [\"/tags/piers/\"]\n", desk.Text("_topics.new.yml"));

        File.WriteAllText(desk.Site.PathOf("topics.yml"), "piers: {name: Piers, redirect_from: /tags/piers/}\n");
        File.Delete(desk.Site.PathOf("_topics.new.yml"));
        desk.Import("old");
        Assert.Empty(desk.Findings);
        Assert.DoesNotContain("_topics.new.yml", desk.Files);
    }

    [Fact]
    public void A_listing_that_the_import_made_follows_the_site_as_long_as_no_one_has_touched_it()
    {
        using var desk = Site();
        desk.Import("old");
        desk.With("old/content/posts/quays.md", "---\ntitle: Quays\ndate: 2016-07-04\ntags: [Quays]\n---\nLong.\n");
        desk.Import("old");
        Assert.Empty(desk.Findings);
        Assert.Contains("quays:\n", desk.Text("topics.yml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_there_is_left_and_said()
    {
        using var desk = Site();
        File.WriteAllText(desk.Site.PathOf("rules.pdf"), "ours");
        desk.Import("old");
        Assert.Equal(["IMPORT024"], desk.Codes);
        Assert.Equal("ours", desk.Text("rules.pdf"));
    }

    [Fact]
    public void A_page_that_is_there_is_left_and_the_other_has_a_number_and_no_claim_to_its_address()
    {
        using var desk = Site();
        desk.With("old/content/about.md", "---\ntitle: About the old\n---\nWe were.\n");
        Directory.CreateDirectory(desk.Site.PathOf("pages"));
        File.WriteAllText(desk.Site.PathOf("pages/about.md"), "---\ntitle: About\n---\nWe are.\n");
        desk.Import("old");
        Assert.Equal(["IMPORT020"], desk.Codes);
        Assert.Contains("We were.", desk.Text("pages/about-2.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == PolicyArchive.Findings.Severity.Error);
    }

    [Fact]
    public void A_picture_or_text_outside_the_site_is_never_read()
    {
        using var desk = Site();
        desk.With("secret.png", "secret").With("secret.md", "---\ntitle: Secret\ndate: 2016-01-01\n---\nSecret.\n");
        desk.With("old/content/posts/piers.md", Piece + "\n![s](../../../secret.png) and ![s](/../secret.png) and [t](../../../secret.md)\n");
        File.CreateSymbolicLink(desk.SourceOf("old/content/posts/linked.md"), desk.SourceOf("secret.md"));
        Directory.CreateSymbolicLink(desk.SourceOf("old/static/all"), desk.SourceOf("."));
        Assert.Equal([Arrival.Imported], desk.Import("old"));
        Assert.DoesNotContain(desk.Files, f => f.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_within_the_site_that_leads_to_nothing_is_said_with_its_line()
    {
        using var desk = Site();
        desk.With("old/content/posts/piers.md", Piece + "\n[a](/posts/quays/), [b](https://old.example/posts/quays/ \"Quays\"), [c][q], <a href=\"/posts/quays/\">d</a>, `[e](/posts/quays/)`\n\n[q]: /posts/quays/\n");
        desk.Import("old");
        Assert.Equal(["IMPORT023", "IMPORT023", "IMPORT023", "IMPORT023"], desk.Codes);
        Assert.Equal([8, 8, 8, 10], desk.Findings.Select(f => f.Place.Line).Order());
        desk.With("old/content/posts/quays.md", "---\ntitle: Quays\ndate: 2016-07-04\n---\nLong.\n");
        desk.Import("old");
        Assert.Empty(desk.Findings);
        Assert.Contains("[a](xref:quays), [b](xref:quays \"Quays\"), [c][q], <a href=\"xref:quays\">d</a>, `[e](/posts/quays/)`\n\n[q]: xref:quays\n", desk.Text("briefs/piers.md"), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.BuildFindings(), f => f.Severity == PolicyArchive.Findings.Severity.Error);
    }

    [Fact]
    public void The_command_says_whose_site_it_is_and_an_empty_folder_becomes_an_archive_that_builds()
    {
        using var desk = Site();
        var folder = desk.SourceOf("");
        Directory.CreateDirectory(Path.Combine(folder, "input"));
        var run = ProgramRun.In(folder, "import", "old");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("old: a site of Hugo, 1 texts", run.Out, StringComparison.Ordinal);
        Assert.Equal("title: Old\nbase_url: \"https://old.example\"\nredirects:\n  \"/tags/\": /topics/\n  \"/categories/\": /topics/\n  \"/index.xml\": /feed.xml\n  \"/posts/\": /briefs/\n  \"/posts/index.xml\": /feed.xml\n", File.ReadAllText(Path.Combine(folder, "input", "settings.yml")));
        Assert.Equal((0, ""), (ProgramRun.In(folder, "build", "-o", "out") is var built ? built.Code : 0, built.Error));
        var rules = File.ReadAllText(Path.Combine(folder, "out", "_redirects"));
        foreach (var rule in (string[])["/posts/piers/ /briefs/piers/ 301!\n", "/tags/piers/ /topics/piers/ 301!\n", "/index.xml /feed.xml 301!\n"])
        {
            Assert.Contains(rule, rules, StringComparison.Ordinal);
        }

        Assert.Equal("rules", File.ReadAllText(Path.Combine(folder, "out", "rules.pdf")));
    }

    [Theory]
    [InlineData("content/x.txt", "config.yaml")]
    [InlineData("input/x.txt", "readme.txt")]
    [InlineData("posts/x.txt", "settings.yml")]
    public void A_folder_that_only_looks_like_a_site_is_a_folder_of_sources(string text, string other)
    {
        using var desk = new Desk().With("raw/" + text, "Quays\n\n" + new string('q', 150) + ".\n").With("raw/" + other, "Notes of another kind.\n");
        Assert.Null(Recognition.Of(desk.SourceOf("raw"), Desk.Today));
        desk.Import("raw");
        Assert.Contains("briefs/quays.md", desk.Drafts);
    }
}

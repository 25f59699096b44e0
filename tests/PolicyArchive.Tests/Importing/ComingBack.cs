using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Importing.Drafting;
using PolicyArchive.Reading;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Importing;

/// <summary>The same source again, another of its name, and what an editor did between.</summary>
public sealed class ComingBack
{
    private const string Source = "Dry docks\n\nA dry dock is dry for a tenth of the year, and is paid for the whole of it. The rest is water that someone has to pump.\n";
    private const string Path = "briefs/dry-docks.md";

    [Fact]
    public void The_same_source_again_changes_nothing_on_any_day()
    {
        using var desk = Desk.After("dock.txt", Source);
        var (draft, report) = (desk.Text(Path), desk.Report);
        Assert.Equal([Arrival.Unchanged], desk.Import("dock.txt", today: Desk.Today.AddDays(40)));
        Assert.Equal((draft, report), (desk.Text(Path), desk.Report));
        Assert.Empty(desk.Findings);
    }

    [Fact]
    public void The_draft_says_which_file_it_came_from_and_when()
    {
        using var desk = Desk.After("dock.txt", Source);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Source)));
        Assert.Contains($"draft: true\nprovenance:\n  file: dock.txt\n  sha256: {sha}\n  imported: 2026-01-01\n---\n", desk.Text(Path).Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(desk.BuildFindings());
        var (manuscripts, _) = InputFolder.At(System.IO.Path.Combine(desk.Site.Folder, "input")).Read(new ReadingOptions { Today = Desk.Today });
        Assert.Equal(new Provenance("dock.txt", sha, Desk.Today), Assert.Single(manuscripts.Briefs).Provenance);
    }

    [Fact]
    public void A_changed_source_changes_a_draft_that_no_one_has_touched()
    {
        using var desk = Desk.After("dock.txt", Source);
        desk.With("dock.txt", Source + "\nIt leaks.\n");
        Assert.Equal([Arrival.Updated], desk.Import("dock.txt"));
        Assert.EndsWith("\n\nIt leaks.\n", desk.Text(Path), StringComparison.Ordinal);
        Assert.Equal([Arrival.Unchanged], desk.Import("dock.txt"));
    }

    [Fact]
    public void What_an_editor_changed_is_never_written_over()
    {
        using var desk = Desk.After("dock.txt", Source);
        var edited = desk.Text(Path).Replace("draft: true\n", "", StringComparison.Ordinal);
        File.WriteAllText(desk.Site.PathOf(Path), edited);
        Assert.Equal([Arrival.Kept], desk.Import("dock.txt"));
        Assert.Empty(desk.Findings);

        desk.With("dock.txt", Source + "\nIt leaks.\n");
        Assert.Equal([Arrival.Kept], desk.Import("dock.txt"));
        Assert.Equal(edited, desk.Text(Path));
        Assert.EndsWith("\n\nIt leaks.\n", desk.Text("briefs/_dry-docks.new.md"), StringComparison.Ordinal);
        Assert.Equal(["IMPORT022"], desk.Codes);
    }

    [Fact]
    public void A_draft_without_its_report_counts_as_edited()
    {
        using var desk = Desk.After("dock.txt", Source);
        File.Delete(desk.Site.PathOf("briefs/_import-report-dry-docks.md"));
        var draft = desk.Text(Path);
        desk.With("dock.txt", Source + "\nIt leaks.\n");
        Assert.Equal([Arrival.Kept], desk.Import("dock.txt"));
        Assert.Equal(draft, desk.Text(Path));
    }

    [Fact]
    public void A_brief_that_was_moved_and_renamed_is_still_known_by_its_provenance()
    {
        using var desk = Desk.After("dock.txt", Source);
        Directory.CreateDirectory(desk.Site.PathOf("briefs/2020"));
        File.Move(desk.Site.PathOf(Path), desk.Site.PathOf("briefs/2020/docks.md"));
        Assert.Equal([Arrival.Unchanged], desk.Import("dock.txt"));
        Assert.Equal(["briefs/2020/docks.md"], desk.Drafts);
    }

    [Fact]
    public void Two_sources_of_one_title_are_two_briefs_and_the_second_says_so()
    {
        using var desk = Desk.After("dock.txt", Source);
        desk.With("other/dock.txt", Source.Replace("tenth", "third", StringComparison.Ordinal)).With("third.txt", Source.Replace("tenth", "half", StringComparison.Ordinal));
        Assert.Equal([Arrival.Imported], desk.Import("third.txt"));
        Assert.Equal(["IMPORT020"], desk.Codes);
        Assert.Equal([Arrival.Imported], desk.Import("other"));
        Assert.Equal(["briefs/dry-docks-2.md", "briefs/dry-docks-3.md", Path], desk.Drafts);
        Assert.Contains("  file: other/dock.txt\n", desk.Text("briefs/dry-docks-3.md"), StringComparison.Ordinal);
        Assert.Equal([Arrival.Unchanged], desk.Import("third.txt"));
    }

    [Fact]
    public void A_brief_that_someone_wrote_is_never_written_over()
    {
        using var desk = new Desk().With("dock.txt", Source);
        desk.Site.AndBrief("dry-docks", "");
        var own = desk.Text(Path);
        Assert.Equal([Arrival.Imported], desk.Import("dock.txt"));
        Assert.Equal(own, desk.Text(Path));
        Assert.Equal(["briefs/dry-docks-2.md", Path], desk.Drafts);
        Assert.Equal(["IMPORT020"], desk.Codes);
    }

    [Fact]
    public void The_same_bytes_under_another_name_are_imported_once()
    {
        using var desk = Desk.After("dock.txt", Source);
        desk.With("copy.txt", Source);
        Assert.Equal([Arrival.Unchanged], desk.Import("copy.txt"));
        Assert.Equal(["IMPORT021"], desk.Codes);
        Assert.Equal([Path], desk.Drafts);
    }

    [Fact]
    public void A_whole_folder_goes_on_past_bad_files_and_lists_them()
    {
        using var desk = new Desk().With("raw/a.txt", Source).With("raw/b.txt", new byte[] { 0xC7, 0xE4, 0xF0, 0xE0, 0xE2, 0xF1, 0xF2, 0xE2, 0xF3, 0xE9, 0xF2, 0xE5 }).With("raw/c.doc", "x").With("raw/d.txt", " \n").With("raw/e/f.txt", "Quays\n\n" + Source).With("raw/p_files/x.txt", "Not one of ours.\n").With("raw/p.html", "<title>P</title>");
        desk.Import("raw");
        Assert.Equal(["briefs/dry-docks.md", "briefs/quays.md"], desk.Drafts);
        Assert.Equal(["IMPORT001", "IMPORT004", "IMPORT006", "IMPORT006"], desk.Codes);
    }

    [Fact]
    public void Nothing_is_written_through_a_link_that_leaves_the_input_folder()
    {
        using var desk = new Desk().With("dock.txt", Source);
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        try
        {
            Directory.CreateSymbolicLink(desk.Site.PathOf("briefs"), outside);
            Assert.Throws<IOException>(() => desk.Import("dock.txt"));
            Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public void The_command_ends_with_a_table_and_the_exit_code_says_whether_all_came_in()
    {
        using var site = SmallSite.WithSettings();
        File.WriteAllText(System.IO.Path.Combine(site.Folder, "dock.txt"), Source);
        File.WriteAllText(System.IO.Path.Combine(site.Folder, "bad.pdf"), "x");
        var run = ProgramRun.In(site.Folder, "import", "dock.txt", "--kind", "Report", "--language", "fr");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"imported +1\s+updated +0\s+unchanged +0\s+kept, since they were edited +0\s+failed +0", run.Out);
        Assert.Contains("kind: Report\nlanguage: fr\n", File.ReadAllText(site.PathOf(Path)), StringComparison.Ordinal);

        var failed = ProgramRun.In(site.Folder, "import", "dock.txt", "bad.pdf", "gone.txt");
        Assert.Equal(1, failed.Code);
        Assert.Equal(2, failed.ErrorLines.Length);
        Assert.StartsWith("bad.pdf: error IMPORT004: ", failed.ErrorLines[0], StringComparison.Ordinal);
        Assert.StartsWith("gone.txt: error IMPORT003: ", failed.ErrorLines[1], StringComparison.Ordinal);
        Assert.Equal(2, ProgramRun.In(site.Folder, "import").Code);
        Assert.Equal(2, ProgramRun.In(site.Folder, "import", "dock.txt", "--language", "no such").Code);
        Assert.Contains("\"IMPORT004\"", ProgramRun.In(site.Folder, "import", "bad.pdf", "--format", "json").Error, StringComparison.Ordinal);
    }
}

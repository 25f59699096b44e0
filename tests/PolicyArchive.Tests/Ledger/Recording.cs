using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Ledger;

public sealed class Recording
{
    private static SmallSite Site() => SmallSite.WithSettings("page_size: 1\n")
        .With("topics.yml", "water: {name: Water, redirect_from: /tags/h2o/}\n")
        .AndBrief("x", "topics: [water]\nattachments: [{file: /data/annex.svg, title: Annex}]\nredirect_from: /old/x.pdf", "![a](/data/p.png)\n")
        .AndBrief("y", "topics: [water]").AndBrief("draft", "draft: true")
        .With("briefs/later.md", "---\ntitle: Later\npublished: 2999-01-01\n---\nText.\n")
        .With("data/annex.svg", "<svg/>").With("data/table.csv", "a").With("data/p.png", SmallSite.Pixel).With("retired.yml", "/gone/: It was wrong.\n");

    private static string[] Ledger(SmallSite site) => File.Exists(site.PathOf("ledger.txt")) ? File.ReadAllLines(site.PathOf("ledger.txt")) : [];

    private static ProgramRun Run(SmallSite site, params string[] more) => ProgramRun.In(site.Folder, ["build", "--theme", BareTheme.Folder, "--now", "2026-01-01", .. more]);

    [Fact]
    public void What_readers_can_have_kept_is_recorded_in_order_and_parts_of_pages_are_not()
    {
        using var site = Site();
        var run = Run(site, "--record");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var ledger = Ledger(site);
        Assert.Equal(ledger.Order(StringComparer.Ordinal).Distinct(), ledger);
        Assert.Superset(new HashSet<string> { "/", "/briefs/", "/briefs/x/", "/briefs/x/annex.svg", "/data/table.csv", "/topics/water/", "/topics/water/feed.xml", "/years/2019/", "/tags/h2o/", "/old/x.pdf", "/feed.json" }, ledger.ToHashSet());
        Assert.DoesNotContain(ledger, a => a.Contains("/page/", StringComparison.Ordinal) || a.Contains("assets", StringComparison.Ordinal) || a.Contains("search/index", StringComparison.Ordinal)
            || a is "/404.html" or "/data/p.png" or "/data/annex.svg" or "/robots.txt" or "/gone/" or "/briefs/draft/" or "/briefs/later/" || a.Contains("ledger", StringComparison.Ordinal) || a.Contains("retired", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(site.Folder, "output", "ledger.txt")));
        Assert.False(File.Exists(Path.Combine(site.Folder, "output", "retired.yml")));
    }

    [Fact]
    public void A_site_that_has_just_been_recorded_has_lost_nothing_and_is_not_written_again()
    {
        using var site = Site();
        _ = Run(site, "--record");
        var before = File.GetLastWriteTimeUtc(site.PathOf("ledger.txt"));
        File.SetAttributes(site.PathOf("ledger.txt"), FileAttributes.ReadOnly);
        var again = Run(site, "--record");
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("; 0 new addresses recorded", again.Out, StringComparison.Ordinal);
        Assert.Equal(before, File.GetLastWriteTimeUtc(site.PathOf("ledger.txt")));
        Assert.Equal(["ledger.txt"], Directory.GetFiles(site.PathOf("")).Select(Path.GetFileName).Where(n => n!.Contains("ledger", StringComparison.Ordinal)));
    }

    [Fact]
    public void Nothing_is_recorded_unless_it_is_asked_for_and_published()
    {
        using var site = Site();
        Assert.Equal(0, Run(site).Code);
        Assert.Empty(Ledger(site));
        Assert.Equal(0, ProgramRun.In(site.Folder, "check", "--now", "2026-01-01", "--theme", BareTheme.Folder).Code & 2);
        Assert.Empty(Ledger(site));
        site.With("briefs/x.md", "---\ntitle: x\n---\nText.\n");
        Assert.Equal(1, Run(site, "--record").Code);
        Assert.Empty(Ledger(site));
    }

    [Fact]
    public void Drafts_are_never_recorded()
    {
        using var site = Site();
        var run = Run(site, "--record", "--drafts");
        Assert.Equal(2, run.Code);
        Assert.Contains("--record and --drafts", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
        Assert.Equal(2, ProgramRun.In(site.Folder, "check", "--record").Code);
    }

    [Fact]
    public void The_folder_of_the_site_is_no_part_of_its_addresses()
    {
        using var site = Site();
        Assert.Equal(0, Run(site, "--record", "--base-url", "https://archive.example/sub").Code);
        Assert.Contains("/briefs/x/", Ledger(site));
        Assert.Equal(0, Run(site, "--base-url", "https://elsewhere.example").Code);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void The_mark_and_the_mode_of_the_file_stay_and_a_link_stays_a_link()
    {
        using var site = Site().With("kept/real.txt", "\uFEFF# mine\r\n/briefs/x/\r\n"u8.ToArray());
        File.CreateSymbolicLink(site.PathOf("ledger.txt"), site.PathOf("kept/real.txt"));
        File.SetUnixFileMode(site.PathOf("kept/real.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal(0, Run(site, "--record").Code);
        Assert.NotNull(new FileInfo(site.PathOf("ledger.txt")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(site.PathOf("kept/real.txt")));
        var bytes = File.ReadAllBytes(site.PathOf("kept/real.txt"));
        Assert.Equal("\uFEFF# mine\r\n/\r\n", System.Text.Encoding.UTF8.GetString(bytes)[..12]);
    }

    [Fact]
    public void A_ledger_that_cannot_be_written_is_the_machine_s_failure_and_leaves_the_old_one_whole()
    {
        using var site = Site().With("ledger.txt", "/briefs/x/\n");
        Assert.Equal(0, Run(site).Code);
        Directory.CreateDirectory(site.PathOf(".ledger.txt.unfinished"));
        var run = Run(site, "--record");
        Assert.Equal(3, run.Code);
        Assert.StartsWith("The machine failed: the site is published, but its addresses cannot be recorded in ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.Equal(["/briefs/x/"], Ledger(site));
    }
}

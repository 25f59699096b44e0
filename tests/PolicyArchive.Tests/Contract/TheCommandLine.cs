namespace PolicyArchive.Tests.Contract;

public sealed class TheCommandLine
{
    private const string Brief = "---\ntitle: X\npublished: 2019-01-01\n---\nText.\n";

    [Theory]
    [InlineData("nosuch")]
    [InlineData("--nosuch")]
    [InlineData("build", "extra")]
    [InlineData("--now", "2024-02-30")]
    [InlineData("--now", "tomorrow")]
    [InlineData("--format", "xml")]
    [InlineData("--base-url", "ftp://example.org")]
    [InlineData("--output", "")]
    [InlineData("--input")]
    public void A_wrong_command_line_is_named_and_ends_with_2(params string[] arguments)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief);
        var run = ProgramRun.In(site.Folder, arguments);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    [Fact]
    public void A_build_without_a_command_says_counts_and_times_and_nothing_on_standard_error()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief);
        var run = ProgramRun.In(site.Folder);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"^1 brief, \d+ pages, \d+ feeds, 0 copied files, [0-9.]+ kB in output\n0 errors, 0 warnings\nread .* in all\n$", run.Out);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "briefs", "x", "index.html")));
    }

    [Fact]
    public void Check_says_counts_and_times_and_publishes_nothing()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief);
        var run = ProgramRun.In(site.Folder, "check");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"^1 brief, .* checked; nothing was published\n0 errors, 0 warnings\n.*check [0-9.]+ s.* in all\n$", run.Out);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    [Fact]
    public void A_failed_build_ends_with_1_and_leaves_the_old_output_untouched()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief);
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        site.With("briefs/y.md", "---\ntitle: Y\n---\n");
        var run = ProgramRun.In(site.Folder);
        Assert.Equal(1, run.Code);
        Assert.StartsWith("input/briefs/y.md(1,1): error BRIEF002: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("nothing was published\n1 error, 0 warnings\n", run.Out, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "briefs", "x", "index.html")));
    }

    [Fact]
    public void Quiet_prints_findings_alone()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief.Replace("---\nText", "titel: Z\n---\nText", StringComparison.Ordinal));
        var run = ProgramRun.In(site.Folder, "--quiet");
        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.StartsWith("input/briefs/x.md(4,1): warning BRIEF014: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_makes_warnings_errors()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief.Replace("---\nText", "titel: Z\n---\nText", StringComparison.Ordinal));
        var run = ProgramRun.In(site.Folder, "--strict");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("input/briefs/x.md(4,1): error BRIEF014: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("1 error, 0 warnings", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void All_findings_are_named_in_one_run_in_order_of_place_however_many()
    {
        using var site = SmallSite.WithSettings();
        for (var i = 0; i < 250; i++)
        {
            site.With($"briefs/b{i:000}.md", "---\ntitle: X\n---\n");
        }

        var bounded = ProgramRun.In(site.Folder);
        Assert.Equal(101, bounded.ErrorLines.Length);
        Assert.Equal("BRIEF002: 150 more of this kind; --verbose shows all", bounded.ErrorLines[^1]);
        Assert.Contains("250 errors", bounded.Out, StringComparison.Ordinal);

        var run = ProgramRun.In(site.Folder, "--verbose");
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"input/briefs/b{i:000}.md(1,1)"), run.ErrorLines.Select(l => l[..l.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public void A_folder_with_files_of_someone_else_is_refused_by_name_before_anything_is_read()
    {
        using var site = SmallSite.WithSettings().With("../mine/notes.txt", "keep").With("briefs/x.md", "---\ntitle: X\n---\n");
        var run = ProgramRun.In(site.Folder, "-o", "mine");
        Assert.Equal(1, run.Code);
        Assert.StartsWith("mine/notes.txt: error OUT005: ", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("keep", File.ReadAllText(Path.Combine(site.Folder, "mine", "notes.txt")));
    }

    [Fact]
    public void Two_builds_are_the_same_bytes_in_any_order_of_files_zone_culture_and_number_of_cores()
    {
        var names = Enumerable.Range(0, 30).ToArray();
        using var one = SmallSite.WithSettings();
        using var two = SmallSite.WithSettings();
        foreach (var (site, order) in new[] { (one, names), (two, names.Reverse().ToArray()) })
        {
            foreach (var i in order)
            {
                site.With($"briefs/b{i}.md", $"---\ntitle: Ïstanbul İI {i}\npublished: 2019-01-{i + 1:00}T10:00:00+09:00\ntopics: [Énergie, Title {i % 3}]\n---\n## Élan\n\nText {i}.\n");
            }
        }

        Assert.Equal(0, ProgramRun.In(one.Folder, new Dictionary<string, string> { ["TZ"] = "Pacific/Kiritimati", ["LC_ALL"] = "tr_TR.UTF-8" }).Code);
        Assert.Equal(0, ProgramRun.In(two.Folder, new Dictionary<string, string> { ["TZ"] = "America/Los_Angeles", ["LC_ALL"] = "ar_SA.UTF-8", ["DOTNET_PROCESSOR_COUNT"] = "1" }).Code);
        Assert.Equal(Digests(one), Digests(two));

        static string[] Digests(SmallSite site)
        {
            var root = Path.Combine(site.Folder, "output");
            return [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(f => Path.GetRelativePath(root, f) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))))];
        }
    }

    [Fact]
    public void A_machine_without_Unicode_s_tables_is_refused_since_its_site_would_be_another()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Brief);
        var run = ProgramRun.In(site.Folder, new Dictionary<string, string> { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" });
        Assert.Equal(3, run.Code);
        Assert.StartsWith("The machine failed: Unicode", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("build", "--help")]
    [InlineData("check", "--help")]
    public void Help_shows_examples_and_reads_the_same_in_every_culture(params string[] arguments)
    {
        var run = ProgramRun.In(Path.GetTempPath(), arguments);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Examples:\n  dotnet run", run.Out, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d+/\d+/\d{4}", run.Out);
    }
}

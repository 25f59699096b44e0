using System.Text.Json;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Running;

public sealed class ExitCodes
{
    // A file size limit of two kilobytes is a disk that is full, for all a program can tell; the runtime needs larger ones at its start.
    private const string FullDisk = "ulimit -f 4";
    private static readonly Dictionary<string, string> NoDoubleMapping = new() { ["DOTNET_EnableWriteXorExecute"] = "0" };

    [Fact]
    public void A_full_disk_is_3_and_leaves_the_old_site_and_nothing_half_written()
    {
        using var site = SmallSite.WithBrief("");
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        var old = File.ReadAllText(Path.Combine(site.Folder, "output", "briefs", "x", "index.html"));
        site.AndBrief("x", "", new string('a', 20_000));
        var run = ProgramRun.After(FullDisk, site.Folder, NoDoubleMapping);
        Assert.Equal(3, run.Code);
        Assert.Matches("^The machine failed: cannot write output/[^\n]+\n$", run.Error);
        Assert.Equal(old, File.ReadAllText(Path.Combine(site.Folder, "output", "briefs", "x", "index.html")));
        Assert.Equal(["input", "output"], Directory.EnumerateFileSystemEntries(site.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(">&-", "")]
    [InlineData("2>&-", "sumary: x")]
    [InlineData("<&- >&- 2>&-", "sumary: x")]
    [InlineData(">/dev/full 2>/dev/full", "sumary: x")]
    public void A_site_is_published_though_no_one_can_be_told(string streams, string keys)
    {
        using var site = SmallSite.WithBrief(keys);
        Assert.Equal(0, ProgramRun.Shell(site.Folder, $"'{ProgramRun.Program}' {streams}").Code);
        Assert.True(File.Exists(Path.Combine(site.Folder, "output", "briefs", "x", "index.html")));
    }

    [Theory]
    [InlineData("build 2>&-", 1)]
    [InlineData("check 2>&-", 1)]
    [InlineData("build 2>/dev/full", 1)]
    [InlineData("check 2>/dev/full", 3)]
    public void Errors_that_no_one_can_be_told_of_publish_nothing_all_the_same(string command, int code)
    {
        using var site = SmallSite.WithBrief("doi: abc");
        Assert.Equal(code, ProgramRun.Shell(site.Folder, $"'{ProgramRun.Program}' {command}").Code);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }

    [Fact]
    public void Too_few_open_files_are_3_before_anything_is_begun()
    {
        using var site = SmallSite.WithBrief("");
        var run = ProgramRun.After("ulimit -n 64", site.Folder, new Dictionary<string, string>());
        Assert.Equal((3, "The machine failed: only 64 files may be open at once, and at least 128 are needed; raise the limit with `ulimit -n`\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("/proc/nowhere/out")]
    [InlineData("input/../plain/out")]
    public void A_folder_that_cannot_be_written_is_3_and_is_named_without_a_stack_trace(string output)
    {
        using var site = SmallSite.WithBrief("").With("../plain", "a file");
        var run = ProgramRun.In(site.Folder, "-o", output);
        Assert.Equal(3, run.Code);
        Assert.Matches("^The machine failed: [^\n]+\n$", run.Error);
        Assert.Contains(output.Split('/')[^2], run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_the_content_are_1_in_every_format()
    {
        using var site = SmallSite.WithBrief("doi: abc\nsumary: x");
        var text = ProgramRun.In(site.Folder, "--format", "text", "-q");
        Assert.Equal((1, "", 2), (text.Code, text.Out, text.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.StartsWith("input/briefs/x.md(4,6): error BRIEF015: ", text.Error, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(ProgramRun.In(site.Folder, "--format", "json").Error);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("errors").GetInt32(), json.RootElement.GetProperty("warnings").GetInt32()));
        using var sarif = JsonDocument.Parse(ProgramRun.In(site.Folder, "--format", "sarif").Error);
        Assert.Equal(2, sarif.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
        Assert.StartsWith("::error file=input/briefs/x.md,line=4,col=6,title=BRIEF015::", ProgramRun.In(site.Folder, "--format", "github").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_said_and_nothing_else_is_done()
    {
        using var site = SmallSite.WithBrief("");
        var run = ProgramRun.In(site.Folder, "--version");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output")));
    }
}

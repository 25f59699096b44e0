using System.Text.Json;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Running;

public sealed class ExitCodes
{
    // A file size limit of two kilobytes is a disk that is full, for all a program can tell; the runtime needs larger ones at its start.
    private const string FullDisk = "trap '' XFSZ; ulimit -f 4";
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

    [Fact]
    public void A_run_that_is_killed_leaves_the_old_site_and_the_next_run_clears_up()
    {
        using var site = SmallSite.WithBrief("");
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        site.AndBrief("y", "", new string('a', 20_000));
        var killed = ProgramRun.After("ulimit -f 4", site.Folder, NoDoubleMapping);
        Assert.Equal(128 + 25, killed.Code);
        Assert.False(Directory.Exists(Path.Combine(site.Folder, "output", "briefs", "y")));
        Assert.Contains(Directory.EnumerateDirectories(site.Folder), d => Path.GetFileName(d).StartsWith(".output.staging-", StringComparison.Ordinal));
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        Assert.True(Directory.Exists(Path.Combine(site.Folder, "output", "briefs", "y")));
        Assert.Equal(["input", "output"], Directory.EnumerateFileSystemEntries(site.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
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

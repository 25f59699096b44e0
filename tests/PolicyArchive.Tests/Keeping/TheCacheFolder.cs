using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Keeping;

public sealed class TheCacheFolder : IDisposable
{
    private readonly SmallSite _site = SmallSite.WithBrief("topics: [Energy]");

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Work_is_kept_where_the_user_keeps_caches_unless_another_folder_is_named()
    {
        Build("--quiet");
        Assert.NotEmpty(Files("home", "policy-archive", "cards"));
        Build("--quiet", "--cache", "named");
        Assert.Equal(2, Files("named", "cards").Length);
    }

    [Fact]
    public void Nothing_is_kept_where_nothing_is_to_be()
    {
        Build("--quiet", "--no-cache");
        Assert.Empty(Files("home"));
    }

    [Theory]
    [InlineData("input/kept")]
    [InlineData("output")]
    [InlineData("")]
    public void The_cache_lies_in_no_folder_that_is_read_or_written(string folder)
    {
        var run = Run("--cache", folder);
        Assert.Equal(2, run.Code);
        Assert.Contains("--cache takes", run.Error, StringComparison.Ordinal);
    }

    private void Build(params string[] options) => Assert.Equal((0, "", ""), Run(options) is var run ? (run.Code, run.Out, run.Error) : default);

    private ProgramRun Run(params string[] options) => ProgramRun.In(
        _site.Folder,
        new Dictionary<string, string> { ["XDG_CACHE_HOME"] = Path.Combine(_site.Folder, "home") },
        ["build", "-t", Path.Combine(SmallSite.Repository, "theme"), "--now", "2026-01-01", .. options]);

    private string[] Files(params string[] folder) => Directory.Exists(Path.Combine([_site.Folder, .. folder])) ? Directory.GetFiles(Path.Combine([_site.Folder, .. folder]), "*", SearchOption.AllDirectories) : [];
}

using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Properties;

/// <summary>The real program, run twice on one input in different surroundings.</summary>
public sealed class TheSameBytes
{
    private static readonly string Input = Path.Combine(SmallSite.Repository, "tests", "sites", "everything", "input");

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Usual = new(() => Built(Input, null, []));

    [Theory]
    [InlineData("TZ", "Pacific/Kiritimati")]
    [InlineData("TZ", "America/St_Johns")]
    [InlineData("LANG", "tr_TR.UTF-8")]
    [InlineData("LANG", "ar_SA.UTF-8")]
    [InlineData("LANG", "th_TH.UTF-8")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "1")]
    [InlineData("DOTNET_PROCESSOR_COUNT", "16")]
    public void Whatever_the_zone_the_culture_and_the_number_of_cores(string name, string value) =>
        AssertSame(Usual.Value, Built(Input, null, name == "LANG" ? [(name, value), ("LC_ALL", value)] : [(name, value)]));

    [Fact]
    public void And_on_one_core_alone() => AssertSame(Usual.Value, Built(Input, "taskset -cp 0 $$ >/dev/null", []));

    [Fact]
    public void And_in_whatever_order_the_files_were_made()
    {
        using var site = new SmallSite();
        foreach (var file in Directory.EnumerateFiles(Input, "*", SearchOption.AllDirectories).OrderDescending(StringComparer.Ordinal))
        {
            site.With(Path.GetRelativePath(Input, file), File.ReadAllBytes(file));
            File.SetLastWriteTimeUtc(site.PathOf(Path.GetRelativePath(Input, file)), DateTime.UnixEpoch);
        }

        AssertSame(Usual.Value, Built(site.PathOf("."), null, []));
    }

    [Fact]
    public void And_over_an_older_site()
    {
        using var site = SmallSite.WithBrief("topics: [Water]");
        Assert.Equal(0, ProgramRun.In(site.Folder).Code);
        AssertSame(Usual.Value, Tree(site.Folder, Input, null, []));
    }

    private static IReadOnlyDictionary<string, byte[]> Built(string input, string? shell, (string, string)[] environment)
    {
        using var folder = new SmallSite();
        return Tree(folder.With("x", "").Folder, input, shell, environment);
    }

    private static Dictionary<string, byte[]> Tree(string folder, string input, string? shell, (string, string)[] environment)
    {
        var variables = environment.ToDictionary(v => v.Item1, v => v.Item2);
        string[] arguments = ["-i", input, "-t", Path.Combine(SmallSite.Repository, "theme"), "--now", "2026-11-01", "-q"];
        var run = shell is null ? ProgramRun.In(folder, variables, arguments) : ProgramRun.After(shell, folder, variables, arguments);
        Assert.Equal((0, "", ""), (run.Code, run.Out, run.Error));
        var output = Path.Combine(folder, "output");
        return Directory.EnumerateFiles(output, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(output, f), File.ReadAllBytes, StringComparer.Ordinal);
    }

    private static void AssertSame(IReadOnlyDictionary<string, byte[]> expected, IReadOnlyDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(actual[file.Key]), file.Key));
    }
}

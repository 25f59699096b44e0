using System.Diagnostics;
using System.Globalization;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Running;

/// <summary>The program itself, ended from outside: what stands afterwards is one of two whole sites.</summary>
public sealed class WhenItIsStopped : IDisposable
{
    private const int Kills = 24;

    private readonly SmallSite _old = Site("old");
    private readonly SmallSite _new = Site("new");
    private readonly string _place = Directory.CreateTempSubdirectory("stopped-").FullName;

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
        Directory.Delete(_place, recursive: true);
    }

    private string Output => Path.Combine(_place, "output");

    private static SmallSite Site(string word)
    {
        var site = SmallSite.WithSettings().With("files/data.txt", string.Concat(Enumerable.Repeat(word, 100_000)));
        for (var brief = 0; brief < 40; brief++)
        {
            site.AndBrief($"b{brief}", "topics: [trade]", brief % 2 == 0 ? "The same.\n" : $"{word}\n");
        }

        return site;
    }

    private Process Start(SmallSite site) =>
        // A signal that whoever started the tests ignores would be ignored by the program too.
        Process.Start(new ProcessStartInfo("env", ["--default-signal", ProgramRun.Program, "-q", "-i", Path.Combine(site.Folder, "input"), "-o", Output]) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    private string Built(SmallSite site)
    {
        using var process = Start(site);
        Assert.Equal(("", 0), (process.StandardError.ReadToEnd(), Ended(process)));
        Assert.Equal(["output"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName));
        return Standing();
    }

    private static int Ended(Process process)
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    private string Standing() => string.Join('\n', Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {File.ReadAllText(f)}"));

    [Fact]
    public void A_build_killed_at_any_moment_leaves_one_of_two_whole_sites_and_the_next_clears_up()
    {
        var fresh = Built(_new);
        var span = Stopwatch.StartNew();
        var old = Built(_old);
        var longest = span.Elapsed;
        var random = new Random(7);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var process = Start(kill % 2 == 0 ? _new : _old);
            Thread.Sleep(longest * random.NextDouble());
            process.Kill();
            process.WaitForExit();
            Assert.Contains(Standing(), (string[])[old, fresh]);
        }

        Assert.Equal(fresh, Built(_new));
        Assert.Equal(old, Built(_old));
    }

    [Theory]
    [InlineData("HUP", 129)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_build_told_to_stop_leaves_the_old_site_and_nothing_beside_it(string signal, int code)
    {
        var old = Built(_old);
        var fresh = Built(_new);
        Built(_old);
        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var process = Start(_new);
            while (!process.HasExited && Directory.GetDirectories(_place, ".output.staging-*").Length == 0)
            {
                Thread.Sleep(1);
            }

            ProgramRun.Shell(_place, string.Create(CultureInfo.InvariantCulture, $"kill -s {signal} {process.Id}"));
            var ended = Ended(process);
            Assert.Equal(["output"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName));
            Assert.Contains(Standing(), (string[])[old, fresh]);
            if (ended != 0)
            {
                Assert.Equal((code, ""), (ended, process.StandardError.ReadToEnd()));
                return;
            }

            // It was faster than the signal.
            Built(_old);
        }

        Assert.Fail("no build was still running when it was told to stop");
    }

    [Fact]
    public void Builds_at_once_all_end_well_and_one_of_their_sites_stands_whole()
    {
        var (fresh, old) = (Built(_new), Built(_old));
        for (var round = 0; round < 3; round++)
        {
            Process[] together = [Start(_new), Start(_old), Start(_new), Start(_old)];
            foreach (var process in together)
            {
                Assert.Equal(("", 0), (process.StandardError.ReadToEnd(), Ended(process)));
                process.Dispose();
            }

            Assert.Contains(Standing(), (string[])[old, fresh]);
            Assert.Equal(["output"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName));
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace PolicyArchive.Benchmarks;

/// <summary>
/// Ends builds at random moments and looks at what is left: one of two whole sites, byte for byte; and after the next
/// build that site and nothing beside it.
/// </summary>
internal sealed class KillRuns
{
    private readonly string _place;
    private readonly string[] _inputs;
    private readonly string[] _whole;
    private readonly string _signal;

    private KillRuns(string[] inputs, DirectoryInfo work, string signal)
    {
        (_inputs, _signal) = (inputs, signal);
        _place = Directory.CreateDirectory(Path.Combine(work.FullName, "kills-" + signal)).FullName;
        _whole = [.. inputs.Select(Reference)];
    }

    private string Output => Path.Combine(_place, "output");

    /// <summary>0 when every run left a whole site.</summary>
    public static int Run(string[] inputs, DirectoryInfo work, int kills, string signal, int seed, TextWriter log)
    {
        var runs = new KillRuns(inputs, work, signal);
        var random = new Random(seed);
        var span = Stopwatch.StartNew();
        runs.Build(1).WaitForExit();
        var longest = span.Elapsed * 1.1;
        var (old, fresh, ended, faults) = (0, 0, 0, 0);
        var slowest = TimeSpan.Zero;
        for (var kill = 0; kill < kills; kill++)
        {
            var before = runs.Standing();
            var next = before == 0 ? 1 : 0;
            using var process = runs.Build(next);
            Thread.Sleep(random.NextDouble() * longest);
            var told = Stopwatch.StartNew();
            runs.End(process);
            process.WaitForExit();
            slowest = told.Elapsed > slowest ? told.Elapsed : slowest;
            var after = runs.Standing();
            ended += process.ExitCode == 0 ? 1 : 0;
            old += process.ExitCode != 0 && after == before ? 1 : 0;
            fresh += process.ExitCode != 0 && after == next ? 1 : 0;
            var isClean = signal == "KILL" || runs.Beside().Length == 0;
            var chosen = random.Next(2);
            using var again = runs.Build(chosen);
            again.WaitForExit();
            if (after < 0 || !isClean || again.ExitCode != 0 || runs.Standing() != chosen || runs.Beside() is not [])
            {
                faults++;
                log.WriteLine($"kill {kill}: ended with {process.ExitCode}; site {after}, before {before}; then {again.ExitCode}, site {runs.Standing()}; beside it {string.Join(' ', runs.Beside())}");
            }

            log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SIG{signal}: {kill + 1} runs, of which {old} left the old site, {fresh} the new, {ended} had ended before; {faults} faults; the slowest ended {slowest.TotalMilliseconds:0} ms after the signal"));
        }

        return faults == 0 ? 0 : 1;
    }

    // Which of the two sites stands, or -1.
    private int Standing() => Array.IndexOf(_whole, Fingerprint(Output));

    private string[] Beside() => [.. Directory.EnumerateFileSystemEntries(_place).Select(path => Path.GetFileName(path)!).Where(name => name != "output")];

    private string Reference(string input)
    {
        using var process = Build(Array.IndexOf(_inputs, input));
        process.WaitForExit();
        return process.ExitCode == 0 ? Fingerprint(Output) : throw new InvalidOperationException($"{input} cannot be built");
    }

    private Process Build(int input) => Process.Start(new ProcessStartInfo(
        Path.Combine(AppContext.BaseDirectory, "policy-archive"),
        ["build", "--quiet", "--input", _inputs[input], "--output", Output, "--theme", Path.Combine(AppContext.BaseDirectory, "theme")]))!;

    private void End(Process process)
    {
        if (_signal == "KILL")
        {
            process.Kill();
            return;
        }

        using var kill = Process.Start(new ProcessStartInfo("kill", ["-s", _signal, process.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardError = true })!;
        kill.WaitForExit();
    }

    private static string Fingerprint(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return "";
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Order(StringComparer.Ordinal))
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, path)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}

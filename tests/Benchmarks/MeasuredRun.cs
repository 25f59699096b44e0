using System.Diagnostics;
using System.Globalization;

namespace PolicyArchive.Benchmarks;

/// <summary>One run of a program as a whole process.</summary>
/// <param name="Wall">Seconds from start to end.</param>
/// <param name="Cpu">Seconds of user and system time, of the process and those it started.</param>
/// <param name="PeakMemory">Largest resident sets in bytes, of those that ran at one time.</param>
/// <param name="Output">What it printed on standard output.</param>
internal sealed record MeasuredRun(double Wall, double Cpu, long PeakMemory, string Output)
{
    private const double TicksPerSecond = 100;

    /// <exception cref="InvalidOperationException">The program failed; its errors are in the message.</exception>
    public static MeasuredRun Of(string program, IEnumerable<string> arguments, string folder)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var at = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var (cpu, peak) = (0.0, 0L);
        while (!process.WaitForExit(5))
        {
            int[] running = [.. Tree(process.Id)];
            cpu = Math.Max(cpu, running.Sum(CpuOf));
            peak = Math.Max(peak, running.Sum(PeakOf));
        }

        var wall = Stopwatch.GetElapsedTime(at).TotalSeconds;
        return process.ExitCode == 0
            ? new MeasuredRun(wall, cpu, peak, output.Result)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {errors.Result}");
    }

    private static IEnumerable<int> Tree(int process) =>
        Read($"/proc/{process}/task/{process}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(child => Tree(int.Parse(child, CultureInfo.InvariantCulture))).Prepend(process);

    // proc(5): fields 14 to 17 of stat, in clock ticks; the second field is a name in brackets that may hold spaces.
    private static double CpuOf(int process)
    {
        var stat = Read($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 15 ? 0 : fields[11..15].Sum(f => long.Parse(f, CultureInfo.InvariantCulture)) / TicksPerSecond;
    }

    private static long PeakOf(int process)
    {
        var line = Read($"/proc/{process}/status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
    }

    // A process that has just ended has nothing to read any more.
    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}

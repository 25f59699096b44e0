using System.Diagnostics;

namespace PolicyArchive.Tests.Contract;

/// <summary>What the built program says and returns, run as users run it: as a process of its own, in surroundings that a test chooses.</summary>
internal sealed record ProgramRun(int Code, string Out, string Error)
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "policy-archive");

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static ProgramRun In(string folder, params string[] arguments) => In(folder, new Dictionary<string, string>(), arguments);

    public static ProgramRun In(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        Of(new ProcessStartInfo(Program, arguments) { WorkingDirectory = folder }, variables);

    /// <param name="shell">What a shell does before the program takes its place, such as <c>ulimit -f 4</c>.</param>
    public static ProgramRun After(string shell, string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments) =>
        Of(new ProcessStartInfo("sh", ["-c", $"{shell}; exec \"$@\"", "sh", Program, .. arguments]) { WorkingDirectory = folder }, variables);

    /// <summary>A line of a shell instead of the program.</summary>
    public static ProgramRun Shell(string folder, string line) =>
        Of(new ProcessStartInfo("sh", ["-c", line]) { WorkingDirectory = folder }, new Dictionary<string, string>());

    private static ProgramRun Of(ProcessStartInfo start, IReadOnlyDictionary<string, string> variables)
    {
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new ProgramRun(process.ExitCode, output, error.Result);
    }
}

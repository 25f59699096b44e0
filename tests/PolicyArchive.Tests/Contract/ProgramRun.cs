using System.Diagnostics;

namespace PolicyArchive.Tests.Contract;

/// <summary>What the built program says and returns, run as users run it.</summary>
internal sealed record ProgramRun(int Code, string Out, string Error)
{
    public static ProgramRun In(string folder, params string[] arguments) => In(folder, new Dictionary<string, string>(), arguments);

    public static ProgramRun In(string folder, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "policy-archive.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

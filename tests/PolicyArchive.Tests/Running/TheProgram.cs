using System.Diagnostics;

namespace PolicyArchive.Tests.Running;

/// <summary>The built program as a process of its own, with limits and surroundings that a test chooses.</summary>
internal sealed record TheProgram(int Code, string Out, string Error)
{
    public static TheProgram In(string folder, params string[] arguments) => Start(folder, null, [], arguments);

    /// <param name="shell">What a shell does before the program takes its place, such as <c>ulimit -f 4</c>.</param>
    public static TheProgram Start(string folder, string? shell, IEnumerable<(string Name, string Value)> environment, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "policy-archive");
        var start = shell is null ? new ProcessStartInfo(program, arguments) : new ProcessStartInfo("sh", ["-c", $"{shell}; exec \"$@\"", "sh", program, .. arguments]);
        (start.WorkingDirectory, start.RedirectStandardOutput, start.RedirectStandardError) = (folder, true, true);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new TheProgram(process.ExitCode, output, error.Result);
    }
}

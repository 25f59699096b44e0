using System.ComponentModel;
using System.Diagnostics;

namespace PolicyArchive.Commands;

/// <summary>The person at this machine, and the program they write with.</summary>
internal static class Editor
{
    /// <summary>The name that git signs commits of this folder with, or null.</summary>
    public static string? Name(string folder)
    {
        var start = new ProcessStartInfo("git", ["config", "user.name"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Directory.Exists(folder) ? folder : "",
        };
        try
        {
            using var git = Process.Start(start)!;
            var name = git.StandardOutput.ReadToEnd().Trim();
            git.WaitForExit();
            return git.ExitCode == 0 && name.Length > 0 ? name : null;
        }
        catch (Win32Exception)
        {
            // There is no git here, and the brief has no author yet.
            return null;
        }
    }

    /// <summary>Waits until the editor is closed, as git does; false where none is named or it fails.</summary>
    public static bool TryOpen(string path)
    {
        var command = Environment.GetEnvironmentVariable("VISUAL") is { Length: > 0 } visual ? visual : Environment.GetEnvironmentVariable("EDITOR");
        if (string.IsNullOrWhiteSpace(command))
        {
            return false;
        }

        // The variable holds a command line, such as `code --wait`.
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", $"/c {command} \"{Path.GetFullPath(path)}\"")
            : new ProcessStartInfo("/bin/sh", ["-c", $"{command} \"$1\"", command, Path.GetFullPath(path)]);
        try
        {
            using var editor = Process.Start(start)!;
            editor.WaitForExit();
            return editor.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}

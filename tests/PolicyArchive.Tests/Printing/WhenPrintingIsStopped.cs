using System.Diagnostics;
using System.Globalization;
using PolicyArchive.Tests.Browsing;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Printing;

/// <summary><c>build --pdf</c>, told to stop while its browser starts or prints.</summary>
public sealed class WhenPrintingIsStopped : IDisposable
{
    private readonly SmallSite _site = SmallSite.WithSettings();
    private readonly string _place = Directory.CreateTempSubdirectory("stopped-").FullName;

    public WhenPrintingIsStopped()
    {
        Directory.CreateDirectory(Passing);
        for (var brief = 0; brief < 40; brief++)
        {
            _site.AndBrief($"b{brief}", "");
        }
    }

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_place, recursive: true);
    }

    private string Passing => Path.Combine(_place, "passing");

    private string Output => Path.Combine(_place, "output");

    [Theory]
    [InlineData("INT", 130, "policy-archive-browser-*", "*")]
    [InlineData("TERM", 143, "policy-archive-browser-*", "*")]
    [InlineData("INT", 130, "policy-archive-browser-*", "DevToolsActivePort")]
    [InlineData("TERM", 143, "policy-archive-pdf-*", "pdf/*/*")]
    public void Neither_browser_nor_files_are_left_and_the_old_site_stands(string signal, int code, string folder, string file)
    {
        Directory.CreateDirectory(Output);
        using (var first = Start("--now", "2026-01-01"))
        {
            Assert.Equal((0, ""), (Ended(first), first.StandardError.ReadToEnd()));
        }

        var old = Standing();
        using var process = Start("--pdf", "--now", "2027-01-01");
        while (!process.HasExited && !IsThere(folder, file))
        {
            Thread.Sleep(1);
        }

        ProgramRun.Shell(_place, string.Create(CultureInfo.InvariantCulture, $"kill -s {signal} {process.Id}"));
        Assert.Equal((code, ""), (Ended(process), process.StandardError.ReadToEnd()));
        Assert.Equal(old, Standing());
        Assert.Equal(["output", "passing"], Directory.EnumerateFileSystemEntries(_place).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(Passing), path => Path.GetFileName(path).StartsWith("policy-archive", StringComparison.Ordinal));
        Assert.Empty(Browsers());
    }

    private Process Start(params string[] options)
    {
        // A signal that whoever started the tests ignores would be ignored by the program too.
        var start = new ProcessStartInfo("env", ["--default-signal", ProgramRun.Program, "build", "-q", "--no-cache", "-i", Path.Combine(_site.Folder, "input"), "-t", BareTheme.Folder, "-o", Output, .. options]) { RedirectStandardError = true, RedirectStandardOutput = true };
        (start.Environment["TMPDIR"], start.Environment["CHROMIUM"]) = (Passing, Browser.File);
        return Process.Start(start)!;
    }

    private static int Ended(Process process)
    {
        process.WaitForExit();
        return process.ExitCode;
    }

    private string Standing() => string.Join('\n', Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => $"{f} {File.ReadAllText(f)}"));

    private bool IsThere(string folder, string file) => ProgramRun.Shell(Passing, $"ls -d {folder}/{file}").Code == 0;

    // The processes of a browser name its profile.
    private string[] Browsers() =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)).Select(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }).Where(line => line.Contains(Passing, StringComparison.Ordinal)),
    ];
}

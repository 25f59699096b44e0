using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Preview;

/// <summary>The command as it is typed.</summary>
public sealed partial class TheCommandPreview
{
    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address { get; }

    [Fact]
    public void A_port_that_is_taken_is_said_so()
    {
        using var site = SmallSite.WithBrief("");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var run = ProgramRun.In(site.Folder, "preview", "--port", $"{port}");
        Assert.Equal(3, run.Code);
        Assert.Equal($"The machine failed: port {port} of 127.0.0.1 is taken by another program; name another with --port, or --port 0 for any that is free", Assert.Single(run.ErrorLines));
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("65536")]
    [InlineData("http")]
    public void A_port_that_cannot_be_is_a_wrong_command_line(string port)
    {
        using var site = SmallSite.WithBrief("");
        var run = ProgramRun.In(site.Folder, "preview", $"--port={port}");
        Assert.Equal(2, run.Code);
        Assert.Contains("--port", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task It_ends_promptly_when_told_to_and_has_written_nothing(string signal)
    {
        using var site = SmallSite.WithBrief("");
        var before = Directory.GetFileSystemEntries(site.Folder, "*", SearchOption.AllDirectories);
        // A signal that whoever started the tests ignores would be ignored by the program too.
        var start = new ProcessStartInfo("env", ["--default-signal", ProgramRun.Program, "preview", "--port", "0"]) { WorkingDirectory = site.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://0.0.0.0:0";
        using var process = Process.Start(start)!;
        var address = Address.Match((await process.StandardOutput.ReadLineAsync())!);
        Assert.True(address.Success);

        // One reader listens for changes, and another is slow to take a page.
        using var client = new HttpClient { BaseAddress = new Uri(address.Value) };
        var page = await client.GetStringAsync(new Uri("briefs/x/", UriKind.Relative));
        var script = Dom.Parse(page).QuerySelector("script[src^='/_preview/']")!.GetAttribute("src")!;
        using var events = await client.GetStreamAsync(new Uri(script.Replace("reload.js", "events", StringComparison.Ordinal) + "&page=/", UriKind.Relative));
        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        Assert.Equal(before, Directory.GetFileSystemEntries(site.Folder, "*", SearchOption.AllDirectories));
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace PolicyArchive.Printing.Driving;

/// <summary>A browser without a window, with a profile of its own that goes with it.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    // Nothing is fetched from the network: names of hosts lead nowhere, and the browser's own services are off.
    private static readonly string[] Switches =
    [
        "--headless", "--remote-debugging-port=0", "--disable-gpu", "--no-first-run", "--no-default-browser-check", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--disable-default-apps", "--disable-quic", "--mute-audio", "--hide-scrollbars",
        "--font-render-hinting=none", "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private readonly Process _process;
    private readonly string _profile;

    private Browser(Process process, string profile, DevTools devTools) => (_process, _profile, DevTools) = (process, profile, devTools);

    public DevTools DevTools { get; }

    /// <summary>Its name and version, such as <c>HeadlessChrome/156.0.8078.79</c>.</summary>
    public string Version { get; private init; } = "";

    public bool IsAlive => !_process.HasExited && DevTools.IsOpen;

    /// <exception cref="PrintFailure">It cannot be started, or does not answer in time.</exception>
    public static async Task<Browser> StartAsync(string file, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(StartLimit);
        var profile = Directory.CreateTempSubdirectory("policy-archive-browser-").FullName;
        Process? process = null;
        try
        {
            process = Start(file, profile);
            var address = await AddressAsync(process, Path.Join(profile, "DevToolsActivePort"), limit.Token).ConfigureAwait(false);
            var devTools = await DevTools.ConnectAsync(address, limit.Token).ConfigureAwait(false);
            var version = await devTools.CallAsync("Browser.getVersion", null, null, limit.Token).ConfigureAwait(false);
            return new Browser(process, profile, devTools) { Version = version.GetProperty("product").GetString() ?? "" };
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException or System.Net.WebSockets.WebSocketException or PrintFailure or OperationCanceledException)
        {
            End(process, profile);
            stop.ThrowIfCancellationRequested();
            throw new PrintFailure($"the browser {file} does not start: {(e is OperationCanceledException ? "it took too long" : e.Message)}");
        }
    }

    /// <summary>Ends it at once, from any thread.</summary>
    public void Kill() => End(_process, _profile);

    public async ValueTask DisposeAsync()
    {
        await DevTools.DisposeAsync().ConfigureAwait(false);
        Kill();
        _process.Dispose();
    }

    private static Process Start(string file, string profile)
    {
        var start = new ProcessStartInfo(file) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in Switches.Append($"--user-data-dir={profile}"))
        {
            start.ArgumentList.Add(argument);
        }

        // Its sandbox does not work for the administrator, as in most containers.
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess)
        {
            start.ArgumentList.Add("--no-sandbox");
        }

        var process = Process.Start(start)!;

        // What is not read would in the end stop it.
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    // The browser writes its port and path there once it listens.
    private static async Task<Uri> AddressAsync(Process process, string file, CancellationToken stop)
    {
        while (true)
        {
            if (File.Exists(file) && await File.ReadAllLinesAsync(file, stop).ConfigureAwait(false) is [var port, var path, ..])
            {
                return new Uri($"ws://127.0.0.1:{port}{path}");
            }

            if (process.HasExited)
            {
                throw new PrintFailure($"it ended with {process.ExitCode}");
            }

            await Task.Delay(Look, stop).ConfigureAwait(false);
        }
    }

    private static void End(Process? process, string profile)
    {
        try
        {
            process?.Kill(entireProcessTree: true);
            process?.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It has ended by itself.
        }

        for (var attempt = 0; attempt < 20 && Directory.Exists(profile); attempt++)
        {
            try
            {
                Directory.Delete(profile, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The last of its processes still writes there.
                Thread.Sleep(Look);
            }
        }
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using PolicyArchive.Findings;
using PolicyArchive.Preview;
using PolicyArchive.Reading;

namespace PolicyArchive.Commands;

/// <summary><c>preview</c>: the site as it will be, served from memory to browsers on this machine, and new with every save.</summary>
internal static class PreviewCommand
{
    /// <param name="opens">Whether a browser is opened at the start.</param>
    public static int Run(RunOptions options, int port, bool opens)
    {
        // Planning a large site keeps a thread of each core busy; requests and changes must not wait behind it.
        ThreadPool.SetMinThreads(Environment.ProcessorCount + 8, Environment.ProcessorCount + 8);
        using var stop = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        var preview = new PreviewOptions
        {
            Input = options.Input,
            Theme = options.Theme,
            Reading = new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = options.Drafts },
            Port = port,
            Strict = options.Strict,
            // The variable by which .NET's own watcher is told the same.
            Polls = Environment.GetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER") is "1" or "true",
        };
        new PreviewRun(preview, new Journal(options, opens)).RunAsync(stop.Token).GetAwaiter().GetResult();
        return Outcome.Done;
    }

    private sealed class Journal(RunOptions options, bool opens) : IPreviewJournal
    {
        private string _lastReport = "";
        private string _polling = "";

        public void Started(string address, Report report)
        {
            // Told even where little is asked for: nobody could find the site without it.
            Console.Out.WriteLine($"{address} (Ctrl-C ends)");
            Print(report);
            if (opens && !Open(address))
            {
                Console.Error.WriteLine("No browser could be opened; open the address yourself.");
            }
        }

        public void Changed(string what, TimeSpan time, Report report)
        {
            if (!options.Quiet)
            {
                var counts = report.Shown.IsEmpty ? "" : $", {Summary.Count(report.Errors, "error")}, {Summary.Count(report.Warnings, "warning")}";
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:HH:mm:ss} {what} in {time.TotalMilliseconds:0} ms{counts}"));
            }

            Print(report);
        }

        public void NotRendered(Report report) => Print(report);

        public void Polling(string reason)
        {
            // The input folder and the theme mostly fail for one reason.
            if (Interlocked.Exchange(ref _polling, reason) != reason)
            {
                Console.Error.WriteLine($"The system does not tell of changes ({reason}); they are looked for twice a second.");
            }
        }

        public void Failed(string reason) => Console.Error.WriteLine($"Cannot read the input folder: {reason} It is tried again.");

        // What is wrong is said once, not with every save.
        private void Print(Report report)
        {
            using var lines = new StringWriter(CultureInfo.InvariantCulture);
            ReportWriter.Write(report, options.Format, lines);
            var text = lines.ToString();
            if (Interlocked.Exchange(ref _lastReport, text) != text)
            {
                Console.Error.Write(text);
            }
        }

        private static bool Open(string address)
        {
            try
            {
                using var started = OperatingSystem.IsWindows() ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                    : Process.Start(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [address]);
                return true;
            }
            catch (Win32Exception)
            {
                return false;
            }
        }
    }
}

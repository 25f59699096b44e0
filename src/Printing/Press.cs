using PolicyArchive.Printing.Driving;

namespace PolicyArchive.Printing;

/// <summary>Prints pages by one browser, which is started when it is needed and again when it has failed. Safe to use from many threads.</summary>
public sealed class Press : IDisposable
{
    private const int Attempts = 2;

    private static readonly TimeSpan PageLimit = TimeSpan.FromSeconds(60);

    private readonly string _file;
    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private volatile Browser? _browser;

    private Press(string file) => _file = file;

    /// <summary>The variable of the environment that names a browser.</summary>
    public static string Variable => BrowserFiles.Variable;

    /// <summary>Null where this machine has no browser that could print.</summary>
    public static Press? Find() => BrowserFiles.Find() is { } file ? new Press(file) : null;

    internal static Press With(string file) => new(file);

    /// <summary>The browser that was started last, or null.</summary>
    internal Browser? Running => _browser;

    /// <summary>Ends the browser at once, from any thread, and for good.</summary>
    public void Stop()
    {
        _stop.Cancel();

        // One that is being started is ended by whoever starts it, and none is started any more.
        _starting.Wait();
        _browser?.Kill();
        _starting.Release();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _browser?.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _starting.Dispose();
        _stop.Dispose();
    }

    /// <summary>The browser's name and version: another may print otherwise.</summary>
    /// <exception cref="PrintFailure">It does not start.</exception>
    internal async Task<string> VersionAsync() => (await RunningAsync().ConfigureAwait(false)).Version;

    /// <summary>The page at that address, tagged, as the browser wrote it.</summary>
    /// <param name="files">What stands at an address of the site; null where nothing does.</param>
    /// <exception cref="PrintFailure">It failed twice.</exception>
    internal async Task<byte[]> PrintAsync(Uri address, Func<Uri, ServedFile?> files)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var limit = new CancellationTokenSource(PageLimit);
            try
            {
                var browser = await RunningAsync().ConfigureAwait(false);
                await using var tab = await Tab.OpenAsync(browser, files, limit.Token).ConfigureAwait(false);
                return await tab.PrintAsync(address, limit.Token).ConfigureAwait(false);
            }
            catch (PrintFailure) when (attempt < Attempts && !_stop.IsCancellationRequested)
            {
                // Perhaps only the browser has failed.
            }
            catch (OperationCanceledException)
            {
                throw new PrintFailure($"it took more than {PageLimit.TotalSeconds:0} s");
            }
        }
    }

    private async Task<Browser> RunningAsync()
    {
        await _starting.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_browser is { IsAlive: true } running)
            {
                return running;
            }

            _stop.Token.ThrowIfCancellationRequested();
            if (_browser is { } failed)
            {
                await failed.DisposeAsync().ConfigureAwait(false);
            }

            return _browser = await Browser.StartAsync(_file, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw new PrintFailure("printing was stopped");
        }
        finally
        {
            _starting.Release();
        }
    }
}

namespace PolicyArchive.Preview.Watching;

/// <summary>
/// Tells of changes below one folder: as the system reports them, and by looking again and again where it does not. A folder
/// that is replaced by another of its name is watched anew.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly string _folder;
    private readonly Action<string> _changed;
    private readonly Action _lost;
    private readonly Action<string> _cannot;
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private FileSystemWatcher? _watcher;
    private DateTime? _born;
    private long _stamp;
    private bool _polls;
    private bool _isDisposed;

    /// <param name="changed">Called, from any thread, with a path below the folder, with forward slashes.</param>
    /// <param name="lost">Called when anything may have changed.</param>
    /// <param name="cannot">Called once, with the reason, when the system cannot tell of changes.</param>
    public FolderWatch(string folder, bool polls, Action<string> changed, Action lost, Action<string> cannot)
    {
        (_folder, _polls, _changed, _lost, _cannot) = (Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)), polls, changed, lost, cannot);
        _stamp = polls ? FolderStamp.Of(_folder) : 0;
        Begin();
        _timer = new Timer(_ => Look(), null, Interval, Timeout.InfiniteTimeSpan);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer.Dispose();
            _watcher?.Dispose();
        }
    }

    private void Begin()
    {
        _watcher?.Dispose();
        _watcher = null;
        _born = BirthTime();
        if (_polls || _born is null)
        {
            return;
        }

        var watcher = new FileSystemWatcher(_folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime,
            InternalBufferSize = 64 * 1024,
        };
        watcher.Changed += (_, e) => Tell(e.Name);
        watcher.Created += (_, e) => Tell(e.Name);
        watcher.Deleted += (_, e) => Tell(e.Name);
        watcher.Renamed += (_, e) =>
        {
            Tell(e.OldName);
            Tell(e.Name);
        };
        watcher.Error += (_, e) => Fail(e.GetException());
        try
        {
            watcher.EnableRaisingEvents = true;
            _watcher = watcher;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or PlatformNotSupportedException)
        {
            watcher.Dispose();
            Fail(failure);
        }
    }

    private void Tell(string? name)
    {
        if (name is { Length: > 0 })
        {
            _changed(name.Replace('\\', '/'));
        }
    }

    private void Fail(Exception failure)
    {
        if (failure is not InternalBufferOverflowException && Directory.Exists(_folder) && !_polls)
        {
            _polls = true;
            _cannot(failure.Message);
        }

        _lost();
    }

    // Timers do not wait for each other, so the next look is set when this one is done.
    private void Look()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            var started = Environment.TickCount64;
            if (_polls)
            {
                var stamp = FolderStamp.Of(_folder);
                if (stamp != _stamp)
                {
                    _stamp = stamp;
                    _lost();
                }
            }
            else if (BirthTime() != _born)
            {
                Begin();
                _lost();
            }

            // Looking must not become what the machine does.
            _timer.Change(Interval + TimeSpan.FromMilliseconds(10 * (Environment.TickCount64 - started)), Timeout.InfiniteTimeSpan);
        }
    }

    // Another folder of the same name was made at another time.
    private DateTime? BirthTime()
    {
        try
        {
            var folder = new DirectoryInfo(_folder);
            return folder.Exists ? folder.CreationTimeUtc : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}

namespace PolicyArchive.Preview;

/// <summary>The edition that is out now, and word of the next one for whoever waits.</summary>
internal sealed class Editions(Edition first)
{
    private readonly Lock _lock = new();
    private Edition _current = first;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Edition Current => Volatile.Read(ref _current);

    public void Publish(Edition edition)
    {
        TaskCompletionSource awaited;
        lock (_lock)
        {
            Volatile.Write(ref _current, edition);
            (awaited, _next) = (_next, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        awaited.SetResult();
    }

    /// <summary>The edition that is out now, and a task that ends when it no longer is.</summary>
    public (Edition Edition, Task Next) Read()
    {
        lock (_lock)
        {
            return (_current, _next.Task);
        }
    }
}

using System.Diagnostics;

namespace PolicyArchive.Commands;

/// <summary>How long each stage of a run took, told to whoever shows it as it passes.</summary>
/// <param name="entered">Called with the name of each stage as it begins.</param>
/// <param name="advanced">Called, from any thread, with the share of the stage that one step is.</param>
internal sealed class StageClock(Action<string> entered, Action<double> advanced)
{
    private readonly List<(string Stage, TimeSpan Time)> _times = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    public IReadOnlyList<(string Stage, TimeSpan Time)> Times => _times;

    public TimeSpan Total => Stopwatch.GetElapsedTime(_start);

    public T Time<T>(string stage, Func<T> work)
    {
        entered(stage);
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _times.Add((stage, Stopwatch.GetElapsedTime(start)));
        return result;
    }

    /// <summary>One of <paramref name="steps"/> equal steps of the running stage is done.</summary>
    public void Advance(int steps) => advanced(1.0 / steps);
}

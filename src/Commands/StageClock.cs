using System.Diagnostics;

namespace PolicyArchive.Commands;

/// <summary>How long each stage of a run took.</summary>
internal sealed class StageClock
{
    private readonly List<(string Stage, TimeSpan Time)> _times = [];
    private readonly Action<string> _entered;

    public StageClock(Action<string> entered) => _entered = entered;

    public IReadOnlyList<(string Stage, TimeSpan Time)> Times => _times;

    public T Time<T>(string stage, Func<T> work)
    {
        _entered(stage);
        var start = Stopwatch.GetTimestamp();
        var result = work();
        _times.Add((stage, Stopwatch.GetElapsedTime(start)));
        return result;
    }
}

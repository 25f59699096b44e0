using System.Diagnostics;
using System.Threading.Channels;
using PolicyArchive.Preview.Watching;

namespace PolicyArchive.Preview;

/// <summary>Takes word of changes and brings out editions: first the changed page, then the whole site.</summary>
/// <param name="told">Called with each edition: what it is of, and how long it took.</param>
/// <param name="failed">Called with what the machine could not do; it is tried again.</param>
internal sealed class PreviewLoop(LiveSite live, Editions editions, ChannelReader<Change> changes, Action<Edition, string, TimeSpan> told, Action<string> failed)
{
    // Programs write a file in steps: it is cut to nothing and filled, or written beside and moved.
    private const int Settling = 4;
    private const int SecondLook = 60;
    private const int Quiet = 20;
    private const int QuietOnceShown = 150;
    private const int LongestQuiet = 1000;
    private const int LookAgain = 1000;
    private const int MostFitted = 4;
    private const long Never = long.MaxValue;

    private readonly HashSet<string> _suspects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sinceSurvey = new(StringComparer.Ordinal);
    private Task<Survey?>? _survey;
    private long _stamp;
    private long _surveyBegan;
    private long _firstWord = Never;
    private long _secondLookAt = Never;
    private long _surveyAt = Never;
    private long _lookAgainAt = Environment.TickCount64 + LookAgain;

    /// <param name="stamp">Of the input folder, from before it was first read.</param>
    public async Task RunAsync(long stamp, CancellationToken stop)
    {
        _stamp = stamp;
        while (!stop.IsCancellationRequested)
        {
            if (await WaitAsync(stop))
            {
                await Task.Delay(Settling, stop);
                Take();
            }

            if (Environment.TickCount64 >= _secondLookAt)
            {
                LookTwice();
            }

            if (_survey is { IsCompleted: true })
            {
                await EndSurveyAsync();
            }

            if (_survey is null && Environment.TickCount64 >= _surveyAt)
            {
                _surveyAt = _lookAgainAt = Never;
                _sinceSurvey.Clear();
                Begin(live.Survey, stop);
            }

            if (_survey is null && Environment.TickCount64 >= _lookAgainAt)
            {
                _lookAgainAt = Never;
                Begin(() => live.HasChangedSince(_stamp) ? live.Survey() : null, stop);
            }
        }
    }

    /// <summary>True when there is word of a change; false when something else is due.</summary>
    private async Task<bool> WaitAsync(CancellationToken stop)
    {
        var due = Math.Min(_secondLookAt, _survey is null ? Math.Min(_surveyAt, _lookAgainAt) : Never);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var word = changes.WaitToReadAsync(cancel.Token).AsTask();
        var wait = due == Never ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Max(0, due - Environment.TickCount64));
        var first = await Task.WhenAny([word, Task.Delay(wait, cancel.Token), .. _survey is null ? (Task[])[] : [_survey]]);
        await cancel.CancelAsync();
        stop.ThrowIfCancellationRequested();
        return first == word;
    }

    private void Take()
    {
        var (paths, isTheme, isAnything) = (new HashSet<string>(StringComparer.Ordinal), false, false);
        while (changes.TryRead(out var change))
        {
            switch (change)
            {
                case Change.OfInput input:
                    paths.Add(input.Path);
                    live.Forget(input.Path);
                    break;
                case Change.OfTheme:
                    isTheme = true;
                    break;
                default:
                    isAnything = true;
                    break;
            }
        }

        _firstWord = _firstWord == Never ? Environment.TickCount64 : _firstWord;
        if (isTheme)
        {
            var began = Environment.TickCount64;
            Publish(live.LoadTheme(), "theme", began);
            isAnything |= live.HasNewWords;
        }

        if (paths.Count == 0 && !isAnything)
        {
            _firstWord = _surveyAt == Never ? Never : _firstWord;
            return;
        }

        _sinceSurvey.UnionWith(paths);
        var texts = paths.Where(WatchedNames.IsMarkdown).ToArray();
        var isShown = !isAnything && texts.Length is > 0 and <= MostFitted;
        foreach (var path in isShown ? texts : [])
        {
            isShown &= Fit(path, isCertain: false);
        }

        var now = Environment.TickCount64;
        _surveyAt = Math.Max(now, Math.Min(now + (isShown ? QuietOnceShown : Quiet), _firstWord + LongestQuiet));
    }

    private bool Fit(string path, bool isCertain)
    {
        var started = Stopwatch.GetTimestamp();
        _suspects.Remove(path);
        switch (live.Fit(path, isCertain, out var edition))
        {
            case LiveSite.Outcome.Shown:
                editions.Publish(edition);
                told(edition, path, Stopwatch.GetElapsedTime(started));
                return true;
            case LiveSite.Outcome.Suspect:
                _suspects.Add(path);
                _secondLookAt = Environment.TickCount64 + SecondLook;
                return true;
            default:
                return false;
        }
    }

    private void LookTwice()
    {
        _secondLookAt = Never;
        foreach (var path in _suspects.ToArray())
        {
            Fit(path, isCertain: true);
        }
    }

    private void Begin(Func<Survey?> survey, CancellationToken stop)
    {
        _surveyBegan = Environment.TickCount64;
        _survey = Task.Run(survey, stop);
    }

    private async Task EndSurveyAsync()
    {
        var ended = _survey!;
        _survey = null;
        try
        {
            if (await ended is not { } survey)
            {
                return;
            }

            _stamp = survey.Stamp;
            _lookAgainAt = Environment.TickCount64 + LookAgain;
            var edition = live.Adopt(survey);
            foreach (var path in _sinceSurvey.Where(WatchedNames.IsMarkdown))
            {
                // What was saved meanwhile stays shown; what is wrong in it is known already.
                edition = live.Fit(path, isCertain: false, out var newer) == LiveSite.Outcome.Shown ? newer : edition;
            }

            Publish(edition, "site", _surveyBegan);
            _firstWord = _sinceSurvey.Count == 0 ? Never : _firstWord;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Files come and go while a branch is switched.
            failed(failure.Message);
            _surveyAt = Environment.TickCount64 + LookAgain;
        }
    }

    private void Publish(Edition edition, string what, long began)
    {
        editions.Publish(edition);
        told(edition, what, TimeSpan.FromMilliseconds(Environment.TickCount64 - began));
    }
}

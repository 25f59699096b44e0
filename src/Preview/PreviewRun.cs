using System.Threading.Channels;
using PolicyArchive.Findings;
using PolicyArchive.Preview.Serving;
using PolicyArchive.Preview.Watching;
using PolicyArchive.Theming;

namespace PolicyArchive.Preview;

/// <summary>A preview from its start to its end: the site is built in memory, served, and kept as the folders are. Never writes to disk.</summary>
public sealed class PreviewRun(PreviewOptions options, IPreviewJournal journal)
{
    /// <exception cref="IOException">The port is taken, or the folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await RunUntilAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // This is how it ends.
        }
    }

    private async Task RunUntilAsync(CancellationToken stop)
    {
        var changes = Channel.CreateUnbounded<Change>();
        var live = new LiveSite(options);

        // What changes while the folder is read for the first time is heard of too.
        using var input = new FolderWatch(options.Input, options.Polls, path => Tell(WatchedNames.Matters(path) ? new Change.OfInput(path) : null), () => Tell(new Change.OfAnything()), journal.Polling);
        using var theme = new FolderWatch(options.Theme, options.Polls, _ => Tell(new Change.OfTheme()), () => Tell(new Change.OfTheme()), journal.Polling);
        var survey = await Task.Run(live.Survey, stop).WaitAsync(stop);
        var editions = new Editions(live.Adopt(survey));
        await using var server = await LocalServer.StartAsync(options.Port, new Answers(editions, live.OwnFile, NotRendered, stop).AnswerAsync);
        journal.Started($"http://127.0.0.1:{server.Port}{editions.Current.Site?.Folder}/", editions.Current.Report);
        await new PreviewLoop(live, editions, changes.Reader, (edition, what, time) => journal.Changed(what, time, edition.Report), journal.Failed).RunAsync(survey.Stamp, stop);

        Report NotRendered(ThemeFailure failure)
        {
            var report = live.ReportOf(failure);
            journal.NotRendered(report);
            return report;
        }

        void Tell(Change? change)
        {
            if (change is not null)
            {
                changes.Writer.TryWrite(change);
            }
        }
    }
}

using System.Threading.Channels;
using PolicyArchive.Preview.Serving;
using PolicyArchive.Preview.Watching;

namespace PolicyArchive.Preview;

/// <summary>A preview from its start to its end: the site is built in memory, served, and kept as the folders are. Never writes to disk.</summary>
public sealed class PreviewRun(PreviewOptions options, IPreviewJournal journal)
{
    /// <exception cref="IOException">The port is taken, or the folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var changes = Channel.CreateUnbounded<Change>();
        var live = new LiveSite(options);

        // What changes while the folder is read for the first time is heard of too.
        using var input = new FolderWatch(options.Input, options.Polls, path => { if (WatchedNames.Matters(path)) { changes.Writer.TryWrite(new Change.OfInput(path)); } }, () => changes.Writer.TryWrite(new Change.OfAnything()), journal.Polling);
        using var theme = new FolderWatch(options.Theme, options.Polls, _ => changes.Writer.TryWrite(new Change.OfTheme()), () => changes.Writer.TryWrite(new Change.OfTheme()), journal.Polling);
        var survey = live.Survey();
        var editions = new Editions(live.Adopt(survey));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await using var server = await LocalServer.StartAsync(options.Port, new Answers(editions, live.OwnFile, ended.Token).AnswerAsync);
        journal.Started($"http://127.0.0.1:{server.Port}{editions.Current.Site?.Folder}/", editions.Current.Report);
        try
        {
            await new PreviewLoop(live, editions, changes.Reader, (edition, what, time) => journal.Changed(what, time, edition.Report), journal.Failed).RunAsync(survey.Stamp, ended.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // This is how it ends.
        }
        finally
        {
            await ended.CancelAsync();
        }
    }
}

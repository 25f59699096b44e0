using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Printing;

namespace PolicyArchive.Commands;

/// <summary>The stage of <c>build --pdf</c> that has a browser print the briefs; nothing without the option.</summary>
internal sealed class Printing : IDisposable
{
    private const long MostKept = 4L << 30;

    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(60);

    private readonly bool _isAskedFor;
    private readonly Press? _press;
    private readonly string? _passing;
    private readonly KeptFiles _kept;

    public Printing(RunOptions options)
    {
        (_isAskedFor, _press) = (options.Pdf, options.Pdf ? Press.Find() : null);
        _passing = _press is not null && options.Cache is null ? Directory.CreateTempSubdirectory("policy-archive-pdf-").FullName : null;
        _kept = new KeptFiles(Path.Join(_passing ?? options.Cache ?? "", "pdf"), TimeProvider.System);
    }

    /// <summary>Ends the browser, from any thread: the run is over.</summary>
    public void Stop()
    {
        _press?.Stop();
        Clear();
    }

    public (SiteBuild Site, ImmutableArray<Finding> Findings) Print(SiteBuild site, StageClock clock)
    {
        if (!_isAskedFor)
        {
            return (site, []);
        }

        if (_press is null)
        {
            return (site, [Finding.Note("OUT010", new Place("--pdf"), "no PDF files were made: there is no browser here", $"install Chromium, Chrome or Edge, or name one in {Press.Variable}")]);
        }

        return clock.Time("print", () => site.Print(_press, _kept, clock.Advance));
    }

    public void Dispose()
    {
        _press?.Dispose();
        Clear();
        if (_press is not null && _passing is null)
        {
            _kept.Prune(KeptFor, MostKept);
        }
    }

    private void Clear()
    {
        try
        {
            if (Directory.Exists(_passing))
            {
                Directory.Delete(_passing, recursive: true);
            }
        }
        catch (IOException)
        {
            // A file is still being written there; the system clears its folder of passing files in time.
        }
    }
}

using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>
/// Where the finished site stands: the old one whole, or the new one whole, whenever the program is stopped. A site is
/// written to a staging folder beside it, and the two change places in one step.
/// </summary>
public sealed class OutputFolder
{
    private readonly SiteMemory? _memory;

    private OutputFolder(string shown, string full, SiteMemory? memory) => (Shown, FullPath, _memory) = (shown, full, memory);

    /// <summary>As the user wrote it, for messages.</summary>
    public string Shown { get; }

    public string FullPath { get; }

    /// <param name="cache">Where is kept what makes the next publishing cheap; null where nothing is.</param>
    public static OutputFolder At(string path, string? cache = null)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return new(path, full, SiteMemory.Of(cache, full));
    }

    /// <summary>Why this folder cannot be published to without destroying something of someone else's; empty when it can.</summary>
    /// <param name="sources">The folders that are read: the input, the theme.</param>
    /// <exception cref="MachineFailure">The folder cannot be read.</exception>
    public ImmutableArray<Finding> Judge(IReadOnlyList<string> sources) => Try(() => OutputRules.Judge(this, sources, _memory));

    /// <summary>
    /// Finishes what runs that were killed left beside this folder: the old site is put back where it was between two
    /// steps, and all else is removed.
    /// </summary>
    /// <returns>Warnings of what could not be removed.</returns>
    /// <exception cref="MachineFailure">The folder above cannot be read.</exception>
    public ImmutableArray<Finding> Mend() => Try<ImmutableArray<Finding>>(() => [.. StagingLock.RemoveDead(FullPath).Select(leftover => leftover.Finding)]);

    /// <summary>Opens a staging folder beside this one. What is put into this one meanwhile stops the publishing.</summary>
    /// <exception cref="MachineFailure">No folder can be made there.</exception>
    public Staging Stage() => Try(() => Staging.Open(this, _memory));

    private T Try<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While($"cannot publish to {Shown}", e);
        }
    }
}

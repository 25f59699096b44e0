using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>
/// Where the finished site stands: the old one whole, or the new one whole, whenever the program is stopped. A site is
/// written to a staging folder beside it, and the two change places in one step.
/// </summary>
public sealed class OutputFolder
{
    private OutputFolder(string shown, string full) => (Shown, FullPath) = (shown, full);

    /// <summary>As the user wrote it, for messages.</summary>
    public string Shown { get; }

    public string FullPath { get; }

    public static OutputFolder At(string path) => new(path, Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));

    /// <summary>
    /// Opens a staging folder beside this one, after making sure that publishing will destroy nothing of anyone else's.
    /// </summary>
    /// <param name="sources">The folders that are read: the input, the theme.</param>
    /// <param name="findings">Why this folder cannot be published to; empty when it can.</param>
    /// <returns>Null when there are findings.</returns>
    /// <exception cref="MachineFailure">The folder cannot be read, or none can be made beside it.</exception>
    public Staging? Stage(IReadOnlyList<string> sources, out ImmutableArray<Finding> findings)
    {
        try
        {
            findings = OutputRules.Judge(this, sources);
            if (!findings.IsEmpty)
            {
                return null;
            }

            StagingLock.RemoveDead(FullPath);
            return new Staging(this, StagingLock.Take(FullPath));
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While($"cannot publish to {Shown}", e);
        }
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>Something of this program's own beside the output that could not be removed. The site is whole all the same.</summary>
internal sealed record Leftover(string Path, Exception Cause)
{
    public Finding Finding => Finding.Warning(
        "OUT007",
        new Place(Path),
        $"this is left of an earlier site and cannot be removed: {MachineFailure.Reason(Cause)}",
        "remove it by hand, or make it writable: the next build tries again");
}

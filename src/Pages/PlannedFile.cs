using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>A file for other programs: planned, and rendered when asked, in any order and in parallel.</summary>
/// <param name="print">A hash of all that it is made from, where that is known without making it.</param>
public sealed class PlannedFile(SiteUrl url, Func<ImmutableArray<ReadOnlyMemory<byte>>> write, Func<UInt128>? print = null)
{
    public SiteUrl Url { get; } = url;

    /// <summary>The work of making it, where it can be known to be the same as before.</summary>
    public WorkUnit? Unit => print is null ? null : new WorkUnit(Url.Path, print());

    /// <summary>The same bytes however often it is called.</summary>
    public RenderedFile Render() => RenderedFile.At(Url, write());
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>A file for other programs: planned, and rendered when asked, in any order and in parallel.</summary>
public sealed class PlannedFile(SiteUrl url, Func<ImmutableArray<ReadOnlyMemory<byte>>> write)
{
    public SiteUrl Url { get; } = url;

    /// <summary>The same bytes however often it is called.</summary>
    public RenderedFile Render() => RenderedFile.At(Url, write());
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>A file for those who take in the whole archive: planned, and rendered when asked.</summary>
public sealed class HarvestFile(SiteUrl url, Func<ImmutableArray<ReadOnlyMemory<byte>>> write)
{
    public SiteUrl Url { get; } = url;

    /// <summary>The same bytes however often it is called.</summary>
    public RenderedFile Render() => RenderedFile.At(Url, write());
}

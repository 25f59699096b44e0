using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing;

/// <summary>A bibliography for reference managers: planned, and rendered when asked.</summary>
public sealed class CitationFile(SiteUrl url, Func<ImmutableArray<ReadOnlyMemory<byte>>> write)
{
    public SiteUrl Url { get; } = url;

    /// <summary>The same bytes however often it is called.</summary>
    public RenderedFile Render() => RenderedFile.At(Url, write());
}

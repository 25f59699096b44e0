using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>What will be on disk.</summary>
/// <param name="Path">Below the output folder, with forward slashes.</param>
public readonly record struct RenderedFile(string Path, ReadOnlyMemory<byte> Bytes)
{
    public static RenderedFile At(SiteUrl url, ReadOnlyMemory<byte> bytes) => new(url.OutputPath, bytes);
}

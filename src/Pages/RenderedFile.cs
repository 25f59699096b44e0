using System.Collections.Immutable;
using PolicyArchive.Briefs;

namespace PolicyArchive.Pages;

/// <summary>What will be on disk.</summary>
/// <param name="Path">Below the output folder, with forward slashes.</param>
/// <param name="Parts">Its bytes in order; files that share parts share their memory.</param>
public readonly record struct RenderedFile(string Path, ImmutableArray<ReadOnlyMemory<byte>> Parts)
{
    public RenderedFile(string path, ReadOnlyMemory<byte> bytes)
        : this(path, [bytes])
    {
    }

    public long Length => Parts.Sum(part => (long)part.Length);

    /// <summary>All of it in one piece.</summary>
    public ReadOnlyMemory<byte> Bytes => Parts is [var whole] ? whole : (byte[])[.. Parts.SelectMany(part => part.ToArray())];

    public static RenderedFile At(SiteUrl url, params ImmutableArray<ReadOnlyMemory<byte>> parts) => new(url.OutputPath, parts);
}

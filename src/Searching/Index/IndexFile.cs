using System.Buffers;
using System.IO.Compression;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Searching.Index;

/// <summary>Every file of the index is one raw deflate stream (RFC 1951), which browsers inflate themselves.</summary>
internal static class IndexFile
{
    // The fast match finder: half a percent more bytes than the usual level, of an index of 10,000 briefs.
    private static readonly ZLibCompressionOptions Fast = new() { CompressionLevel = 2 };

    public static RenderedFile At(SiteUrl url, ReadOnlySpan<byte> content)
    {
        // Larger than any content can become: what cannot be made smaller is stored, with a few bytes more for each block.
        var room = ArrayPool<byte>.Shared.Rent(content.Length + (content.Length / 64) + 256);
        using var packed = new MemoryStream(room);
        using (var deflate = new DeflateStream(packed, Fast, leaveOpen: true))
        {
            deflate.Write(content);
        }

        var file = RenderedFile.At(url, room.AsSpan(0, (int)packed.Position).ToArray());
        ArrayPool<byte>.Shared.Return(room);
        return file;
    }
}

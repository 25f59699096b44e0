using System.Buffers;
using System.IO.Compression;
using PolicyArchive.Briefs;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;

namespace PolicyArchive.Searching.Index;

/// <summary>Takes the files of the index. Each is one raw deflate stream (RFC 1951), which browsers inflate themselves.</summary>
/// <param name="folder">Its address, which is another for each index.</param>
internal sealed class IndexFolder(SiteUrl folder, FileSink files)
{
    // The fast match finder: half a percent more bytes than the usual level, of an index of 10,000 briefs.
    private static readonly ZLibCompressionOptions Fast = new() { CompressionLevel = 2 };

    private readonly string _path = folder.Path[1..];

    /// <param name="path">Below the folder.</param>
    /// <param name="content">Before it is packed.</param>
    public void Add(string path, ReadOnlyMemory<byte> content) =>
        Add(path, new PrintHash().With(content.Span).Value(), take => take(Pack(path, content.Span)));

    /// <param name="name">Of work that makes some files of the index.</param>
    /// <param name="print">Of all that they are made from but the program.</param>
    public void Add(string name, UInt128 print, Action<Action<RenderedFile>> make) =>
        files.Add(new WorkUnit($"search/{name}", new PrintHash().With(ProgramPrint.Value).With(print).Value(), _path), make);

    public RenderedFile Pack(string path, ReadOnlySpan<byte> content)
    {
        // Larger than any content can become: what cannot be made smaller is stored, with a few bytes more for each block.
        var room = ArrayPool<byte>.Shared.Rent(content.Length + (content.Length / 64) + 256);
        using var packed = new MemoryStream(room);
        using (var deflate = new DeflateStream(packed, Fast, leaveOpen: true))
        {
            deflate.Write(content);
        }

        var file = new RenderedFile(_path + path, room.AsSpan(0, (int)packed.Position).ToArray());
        ArrayPool<byte>.Shared.Return(room);
        return file;
    }
}

using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>Writes a file of many records piece by piece, in parallel and in their order, so that none has to be held as one text.</summary>
internal static class Records
{
    private const int InPiece = 128;

    public static ImmutableArray<ReadOnlyMemory<byte>> Write(IEnumerable<BriefPage> briefs, Func<BriefPage[], ReadOnlyMemory<byte>> write)
    {
        BriefPage[][] pieces = [.. briefs.Chunk(InPiece)];
        var written = new ReadOnlyMemory<byte>[pieces.Length];
        Parallel.For(0, pieces.Length, i => written[i] = write(pieces[i]));
        return ImmutableCollectionsMarshal.AsImmutableArray(written);
    }

    /// <summary>Objects of a JSON list, one a line, with a comma after each; the list's end takes the last one away.</summary>
    public static ImmutableArray<ReadOnlyMemory<byte>> WriteJson(IEnumerable<BriefPage> briefs, Action<Utf8JsonWriter, BriefPage> write) => Write(briefs, piece =>
    {
        using var buffer = new MarkupWriter();
        using var json = new Utf8JsonWriter(buffer, Format);
        foreach (var brief in piece)
        {
            write(json, brief);
            json.Flush();
            json.Reset();
            buffer.Write(",\n"u8);
        }

        return buffer.ToArray();
    });

    /// <summary>A JSON document of what stands before its list, the list's objects, and the end of both.</summary>
    public static ImmutableArray<ReadOnlyMemory<byte>> Document(ReadOnlyMemory<byte> head, ImmutableArray<ReadOnlyMemory<byte>> objects, ReadOnlySpan<byte> end) =>
        objects is [.. var most, var last] ? [head, .. most, last[..^2], end.ToArray()] : [head, end.ToArray()];

    // Files of their own, never inside a page: only what JSON itself reserves has to be escaped.
    public static JsonWriterOptions Format { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}

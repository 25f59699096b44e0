using PolicyArchive.Findings;

namespace PolicyArchive.Importing.Texts;

/// <summary>A text file to a piece.</summary>
internal static class TextPieces
{
    public static PieceReading Read(SourcePath source, byte[] bytes)
    {
        if (Decoding.Decode(bytes, source.Place, named: null, out var fault) is not { } decoded)
        {
            return PieceReading.Failed(fault!);
        }

        var (text, softHyphens, controls) = Cleaned.Of(decoded);
        var (blocks, notes, findings) = PlainTextReader.Read(text, source.Place);
        if (blocks.IsEmpty)
        {
            return PieceReading.Failed(Finding.Error("IMPORT006", source.Place, "the file holds no text", "remove it"));
        }

        return new PieceReading(
            new Piece
            {
                Name = source.Name,
                Place = source.Place,
                Sha256 = Formats.Hash(bytes),
                Blocks = blocks,
                Notes = notes,
                Findings = [.. fault is null ? [] : (Finding[])[fault], .. findings],
                Remarks = [.. Removed(softHyphens, "soft hyphen"), .. Removed(controls, "control character")],
            },
            []);
    }

    public static IEnumerable<string> Removed(int count, string what) => count == 0 ? [] : [$"Removed: {count} {what}{(count == 1 ? "" : "s")}."];
}

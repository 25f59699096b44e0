using System.Security.Cryptography;
using PolicyArchive.Findings;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Importing.WebPages;
using PolicyArchive.Importing.Word;
using PolicyArchive.Importing.WordPress;

namespace PolicyArchive.Importing;

/// <summary>Which reader reads which file.</summary>
public static class Formats
{
    // A brief holds 5 MB at most, and marks take some.
    private const long LargestText = 4_000_000;
    private const long LargestPage = 30_000_000;
    private const long LargestWord = 300_000_000;

    /// <summary>The pieces of a file, each read when it is asked for; a WordPress export holds many.</summary>
    public static IEnumerable<Func<PieceReading>> Pieces(SourcePath source) => Path.GetExtension(source.Path).ToLowerInvariant() switch
    {
        ".txt" or ".text" or "" => [() => Guarded(source, LargestText, bytes => TextPieces.Read(source, bytes))],
        ".html" or ".htm" or ".xhtml" => [() => Guarded(source, LargestPage, bytes => PageReader.Read(source, bytes))],
        ".docx" => [() => Guarded(source, LargestWord, bytes => DocumentReader.Read(source, bytes))],
        ".xml" => ExportReader.Pieces(source),
        var other => [() => PieceReading.Failed(Unknown(source, other))],
    };

    private static Finding Unknown(SourcePath source, string ending)
    {
        var cure = ending switch
        {
            ".doc" or ".rtf" or ".odt" or ".pages" => "open it in a word processor and save it as .docx",
            ".pdf" => "attach it to a brief with `attachments`, or save its text as .txt",
            ".md" or ".markdown" => "it is Markdown already: put it into `briefs/` of the input folder",
            ".mht" or ".mhtml" or ".webarchive" => "save the page as \u201ccomplete\u201d HTML",
            ".zip" => "unpack it, and import the folder",
            _ => "import text (.txt), saved pages (.html), Word files (.docx) or WordPress exports (.xml)",
        };
        const string Message = "files of this kind are not read";
        return source.IsNamed ? Finding.Error("IMPORT004", source.Place, Message, cure) : Finding.Warning("IMPORT004", source.Place, Message, cure);
    }

    private static PieceReading Guarded(SourcePath source, long largest, Func<byte[], PieceReading> read)
    {
        try
        {
            if (new FileInfo(source.Path).Length > largest)
            {
                return PieceReading.Failed(Finding.Error("IMPORT005", source.Place, $"the file is larger than {largest / 1_000_000} MB", "split it"));
            }

            return read(File.ReadAllBytes(source.Path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return PieceReading.Failed(Finding.Error("IMPORT003", source.Place, "the file cannot be read", "look at its permissions"));
        }
    }

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

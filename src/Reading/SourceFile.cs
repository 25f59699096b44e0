using System.Buffers;
using System.Text;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>A file as read, before anyone has judged it.</summary>
/// <param name="RelativePath">Below the input folder, with forward slashes.</param>
/// <param name="DisplayPath">As findings name it.</param>
/// <param name="Text">Its text without a byte-order mark; line ends as on disk.</param>
public sealed record SourceFile(string RelativePath, string DisplayPath, string Text)
{
    /// <summary>Larger files are refused.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Control characters besides tab, LF and CR, and NEL, which some editors end lines with; and noncharacters, which
    // are kept for marks of our own.
    private static readonly SearchValues<char> Refused = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\u0085')),
        .. Enumerable.Range(0xFDD0, 32).Select(c => (char)c), '\uFFFE', '\uFFFF',
    ]);

    private readonly PlaceCursor _cursor = new(DisplayPath, Text);

    public Place Head => new(DisplayPath, 1, 1);

    /// <summary>The place of a character. LF, CR LF and CR end lines; columns count Unicode code points.</summary>
    public Place At(int offset) => _cursor.At(offset);

    /// <summary>The first character that no text may hold, or -1. Escapes of YAML can make what a file may not hold.</summary>
    public static int IndexOfRefused(ReadOnlySpan<char> text) => text.IndexOfAny(Refused);

    /// <summary>Decodes UTF-8, with or without a byte-order mark. Anything that is not plain text is a finding.</summary>
    public static (SourceFile? File, Finding? Fault) Decode(string relativePath, string displayPath, ReadOnlySpan<byte> bytes)
    {
        var place = new Place(displayPath, 1, 1);
        if (IsUtf32(bytes))
        {
            return (null, Finding.Error("FILE003", place, "the file is UTF-32", "save it as UTF-8"));
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || IsHalfNul(bytes))
        {
            return (null, Finding.Error("FILE003", place, "the file is UTF-16", "save it as UTF-8"));
        }

        // Files that were joined or saved twice may begin with several marks.
        var text = bytes;
        while (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            text = text[3..];
        }

        var markBytes = bytes.Length - text.Length;
        if (!System.Text.Unicode.Utf8.IsValid(text))
        {
            return (null, HasUtf16LineEnd(bytes) ? Finding.Error("FILE003", place, "the file is UTF-16", "save it as UTF-8") : Undecodable(relativePath, displayPath, text, markBytes));
        }

        var file = new SourceFile(relativePath, displayPath, Strict.GetString(text));
        var bad = IndexOfRefused(file.Text);
        return bad < 0 ? (file, null) : (null, Finding.Error("FILE004", file.At(bad), $"the character U+{(int)file.Text[bad]:X4} at offset {markBytes + Strict.GetByteCount(file.Text.AsSpan(0, bad))} cannot stand in a text", CureOf(file.Text[bad])));
    }

    private static bool IsUtf32(ReadOnlySpan<byte> bytes) => bytes.Length >= 4 && bytes.Length % 4 == 0
        && (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [0, 0, 0, not 0, ..] or [not 0, 0, 0, 0, ..]);

    // Any script in UTF-16 without a byte-order mark ends its lines so.
    private static bool HasUtf16LineEnd(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i + 1 < bytes.Length; i += 2)
        {
            if (bytes[i..].StartsWith((ReadOnlySpan<byte>)[(byte)'\n', 0]) || bytes[i..].StartsWith((ReadOnlySpan<byte>)[0, (byte)'\n']))
            {
                return bytes.Length % 2 == 0;
            }
        }

        return false;
    }

    // Latin letters in UTF-16 without a byte-order mark.
    private static bool IsHalfNul(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && (bytes[0] == 0) != (bytes[1] == 0) && (bytes[0] == 0) == (bytes[2] == 0) && (bytes[1] == 0) == (bytes[3] == 0);

    public static string CureOf(char refused) =>
        refused is >= '\u0080' and < '\u00A0' ? "the file was probably Windows-1252 before it was saved as UTF-8; write the character that was meant" : "remove it";

    private static Finding Undecodable(string relativePath, string displayPath, ReadOnlySpan<byte> bytes, int markBytes)
    {
        var good = 0;
        while (Rune.DecodeFromUtf8(bytes[good..], out _, out var length) == OperationStatus.Done)
        {
            good += length;
        }

        var before = new SourceFile(relativePath, displayPath, Strict.GetString(bytes[..good]));
        return Finding.Error("FILE002", before.At(before.Text.Length), $"the byte 0x{bytes[good]:X2} at offset {markBytes + good} is not valid UTF-8", bytes.Contains((byte)0) ? "this is no text; give the file the ending of its kind" : "save the file as UTF-8");
    }
}

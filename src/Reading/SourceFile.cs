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

    private readonly PlaceCursor _cursor = new(DisplayPath, Text);

    public Place Head => new(DisplayPath, 1, 1);

    /// <summary>The place of a character. LF, CR LF and CR end lines; columns count Unicode code points.</summary>
    public Place At(int offset) => _cursor.At(offset);

    /// <summary>Decodes UTF-8, with or without a byte-order mark. Anything that is not plain text is a finding.</summary>
    public static (SourceFile? File, Finding? Fault) Decode(string relativePath, string displayPath, ReadOnlySpan<byte> bytes)
    {
        var place = new Place(displayPath, 1, 1);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (null, Finding.Error("FILE003", place, "the file is UTF-16", "save it as UTF-8"));
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        string text;
        try
        {
            text = Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var before = new SourceFile(relativePath, displayPath, Encoding.UTF8.GetString(bytes[..Math.Clamp(fault.Index, 0, bytes.Length)]));
            return (null, Finding.Error("FILE002", before.At(before.Text.Length), $"byte {fault.Index} is not valid UTF-8", "save the file as UTF-8"));
        }

        var file = new SourceFile(relativePath, displayPath, text);
        var bad = text.AsSpan().IndexOfAny(Refused);
        return bad < 0
            ? (file, null)
            : (null, Finding.Error("FILE004", file.At(bad), $"the control character U+{(int)text[bad]:X4} stands at offset {bad}", "remove it"));
    }

    // Control characters besides tab, LF and CR; and noncharacters, which are kept for marks of our own.
    private static readonly System.Buffers.SearchValues<char> Refused = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not (9 or 10 or 13)).Select(c => (char)c), '\u007F', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xFDD0, 32).Select(c => (char)c)]);
}

using System.Text;
using PolicyArchive.Findings;

namespace PolicyArchive.Importing.Texts;

/// <summary>Bytes to text. An encoding that the file does not name is only taken for what it can hardly not be.</summary>
internal static class Decoding
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Windows-1252, of which ISO-8859-1 is a part so far as text is concerned.</summary>
    private static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <param name="named">The encoding that the file itself or its format names, or null.</param>
    /// <param name="fault">Why it cannot be read, or what was taken for granted.</param>
    /// <returns>Null when the encoding cannot be known.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, Place place, string? named, out Finding? fault)
    {
        fault = null;
        if (OfMark(bytes) is var (marked, length) && marked is not null)
        {
            return Try(marked, bytes[length..]) ?? Refuse(place, "its byte-order mark names an encoding that its bytes are not in", out fault);
        }

        if (named is not null && Named(named) is { } given && Try(given, bytes) is { } asNamed)
        {
            return asNamed;
        }

        if (Try(Strict, bytes) is { } utf8 && !utf8.Contains('\0', StringComparison.Ordinal))
        {
            return utf8;
        }

        if (HalfNul(bytes) is { } wide && Try(wide, bytes) is { } text)
        {
            fault = Finding.Warning("IMPORT002", place, "the file was read as UTF-16, which it does not say it is", "look whether its letters are right");
            return text;
        }

        if (bytes.Contains((byte)0))
        {
            return Refuse(place, "it is no text", out fault);
        }

        if (Try(Western, bytes) is { } western && IsLikely(western))
        {
            fault = Finding.Warning("IMPORT002", place, "the file is not UTF-8 and was read as Windows-1252", "look whether its accents, quotation marks and dashes are right");
            return western;
        }

        return Refuse(place, "its encoding cannot be told", out fault);
    }

    private static string? Refuse(Place place, string why, out Finding? fault)
    {
        fault = Finding.Error("IMPORT001", place, $"the file cannot be read: {why}", "save it as UTF-8, and import that");
        return null;
    }

    private static (Encoding? Encoding, int Length) OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Strict, 3),
        [0xFF, 0xFE, 0, 0, ..] => (new UTF32Encoding(false, true, true), 4),
        [0, 0, 0xFE, 0xFF, ..] => (new UTF32Encoding(true, true, true), 4),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(false, true, true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(true, true, true), 2),
        _ => (null, 0),
    };

    // https://encoding.spec.whatwg.org/#names-and-labels: what is called Latin 1 on the web is Windows-1252.
    private static Encoding? Named(string name)
    {
        try
        {
            return name.Trim().ToLowerInvariant() switch
            {
                "utf-8" or "utf8" => Strict,
                "iso-8859-1" or "latin1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252" => Western,
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                    ?? Encoding.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
            };
        }
        catch (ArgumentException)
        {
            // A name that no one knows is as good as none.
            return null;
        }
    }

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static UnicodeEncoding? HalfNul(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < Math.Min(bytes.Length, 4096); i++)
        {
            _ = bytes[i] != 0 ? 0 : i % 2 == 0 ? even++ : odd++;
        }

        var half = Math.Min(bytes.Length, 4096) / 2;
        return bytes.Length < 8 || bytes.Length % 2 != 0 ? null
            : odd > half * 3 / 4 && even == 0 ? new UnicodeEncoding(false, false, true)
            : even > half * 3 / 4 && odd == 0 ? new UnicodeEncoding(true, false, true)
            : null;
    }

    // Other encodings of one byte a letter come out as accented letters beside each other, and as signs inside words.
    private static bool IsLikely(string text)
    {
        var (plain, accented, wrong) = (0, 0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                plain += char.IsAsciiLetter(c) ? 1 : 0;
                wrong += char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f') ? 1 : 0;
                continue;
            }

            var isInWord = i > 0 && i + 1 < text.Length && char.IsLetter(text[i - 1]) && char.IsLetter(text[i + 1]);
            if (char.IsLetter(c))
            {
                accented++;
                wrong += i > 1 && text[i - 1] >= 0x80 && text[i - 2] >= 0x80 && char.IsLetter(text[i - 1]) && char.IsLetter(text[i - 2]) ? 1 : 0;
                wrong += char.IsUpper(c) && i > 0 && char.IsLower(text[i - 1]) ? 1 : 0;
            }
            else if (isInWord && c is not ('’' or '‘' or '–' or '—' or '·' or '\u00AD' or '\u00A0' or '…'))
            {
                wrong++;
            }
        }

        return wrong == 0 && accented * 4 <= plain + 4;
    }
}

using System.Buffers.Binary;
using System.Globalization;
using System.Xml;
using PolicyArchive.Briefs;

namespace PolicyArchive.Reading;

/// <summary>
/// Width and height in pixels, read from the head of a PNG, GIF, JPEG, WebP or SVG file; 0 when it does not say. Of each
/// also whether it is one, and whole.
/// </summary>
internal static class PictureSize
{
    private const int HeadBytes = 256 * 1024;

    // The last chunk of a PNG (W3C, 11.2.5 IEND), its check sum included.
    private static readonly byte[] EndOfPng = [0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82];

    public static (int Width, int Height, PictureFault Fault) Of(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension is not (".png" or ".gif" or ".jpg" or ".jpeg" or ".webp" or ".svg"))
        {
            return default;
        }

        using var stream = new FileStream(SourceHandle.Open(path), FileAccess.Read);
        if (extension == ".svg")
        {
            return Svg(stream);
        }

        // It may become shorter while it is read.
        var buffer = new byte[Math.Min(stream.Length, HeadBytes)];
        var head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        var (width, height) = OfHead(head);
        return width <= 0 || height <= 0 ? (0, 0, PictureFault.OtherKind) : (width, height, IsWhole(head, stream) ? PictureFault.None : PictureFault.CutShort);
    }

    // Other bytes may follow the end of a picture, but no picture lacks it.
    private static bool IsWhole(ReadOnlySpan<byte> head, Stream stream)
    {
        stream.Position = Math.Max(0, stream.Length - HeadBytes / 16);
        Span<byte> tail = new byte[Math.Max(0, stream.Length - stream.Position)];
        tail = tail[..stream.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false)];
        return head[0] switch
        {
            0x89 => tail.IndexOf(EndOfPng) >= 0,
            0xFF => tail.IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0,
            (byte)'G' => tail.IndexOf((byte)0x3B) >= 0,
            _ => stream.Length >= 8L + BinaryPrimitives.ReadUInt32LittleEndian(head[4..]),
        };
    }

    private static (int, int) OfHead(ReadOnlySpan<byte> head)
    {
        // PNG (W3C, 11.2.2 IHDR), GIF89a (18), WebP (RFC 9649, 2.6 and 2.7)
        if (head.Length >= 24 && head[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
        {
            return (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]));
        }

        if (head.Length >= 10 && head[..4].SequenceEqual("GIF8"u8))
        {
            return (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]));
        }

        if (head.Length >= 30 && head[..4].SequenceEqual("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8))
        {
            return head[12..16] switch
            {
                var c when c.SequenceEqual("VP8X"u8) => (1 + (head[24] | head[25] << 8 | head[26] << 16), 1 + (head[27] | head[28] << 8 | head[29] << 16)),
                var c when c.SequenceEqual("VP8L"u8) && BinaryPrimitives.ReadUInt32LittleEndian(head[21..]) is var bits => ((int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1),
                _ => (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF),
            };
        }

        return head.Length > 4 && head[0] == 0xFF && head[1] == 0xD8 ? Jpeg(head) : default;
    }

    // ITU-T T.81, B.2.2: the frame header that starts with one of the SOF markers.
    private static (int, int) Jpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF;)
        {
            var marker = head[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
        }

        return default;
    }

    private static (int, int, PictureFault) Svg(Stream stream)
    {
        var (width, height) = (0, 0);
        try
        {
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
            if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "svg")
            {
                return (0, 0, PictureFault.OtherKind);
            }

            var box = (reader.GetAttribute("viewBox") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            (width, height) = (Pixels(reader.GetAttribute("width")), Pixels(reader.GetAttribute("height")));
            (width, height) = width > 0 && height > 0 ? (width, height) : box.Length == 4 ? (Pixels(box[2]), Pixels(box[3])) : (0, 0);
            do
            {
                if (reader.NodeType == XmlNodeType.Element && HoldsCode(reader))
                {
                    return (width, height, PictureFault.HoldsCode);
                }
            }
            while (reader.Read());
            return (width, height, PictureFault.None);
        }
        catch (XmlException)
        {
            return (width, height, PictureFault.CutShort);
        }
    }

    private static bool HoldsCode(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "handler" or "iframe")
        {
            return true;
        }

        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || reader.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Pixels(string? length) =>
        double.TryParse(length?.Replace("px", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 100_000
            ? (int)Math.Round(number)
            : 0;
}

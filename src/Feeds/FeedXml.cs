using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Xml;
using PolicyArchive.Markup;

namespace PolicyArchive.Feeds;

/// <summary>XML as every file here is written: UTF-8 without a byte-order mark, LF line ends, indented.</summary>
internal static class FeedXml
{
    // A noncharacter, which reading refuses in any source.
    private const string Slot = "\uFDD0";

    private static ReadOnlySpan<byte> SlotBytes => "\uFDD0"u8;

    private static readonly SearchValues<byte> Controls = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(c => (byte)c).Except("\t\n\r"u8.ToArray())]);

    private static readonly XmlWriterSettings Format = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <param name="write">Writes the document but for its end; elements may stay open.</param>
    /// <param name="parts">Made by <see cref="Part"/>: they go into the element that is open, which has a child already.</param>
    public static ImmutableArray<ReadOnlyMemory<byte>> Document(Action<XmlWriter> write, params IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var buffer = new MarkupWriter();
        using var xml = XmlWriter.Create(buffer, Format);
        xml.WriteStartDocument();
        write(xml);
        xml.Flush();
        var head = buffer.Length;
        xml.WriteEndDocument();
        xml.Flush();
        // Every text file of the site ends with a line end.
        buffer.Write("\n"u8);
        ReadOnlyMemory<byte> frame = buffer.ToArray();
        return [frame[..head], .. parts, frame[head..]];
    }

    /// <summary>
    /// The bytes of one element as it stands in its document: written inside the document's own frame, so that prefixes
    /// and indentation are right, then cut out. An item is the same in every feed, and so is written once.
    /// </summary>
    /// <param name="write">Writes the element, with <see cref="WriteSlot"/> where the content goes.</param>
    /// <param name="content">Made by <see cref="CData"/>: most of a feed, so encoded once, and the same bytes in all formats.</param>
    public static ImmutableArray<ReadOnlyMemory<byte>> Part(Action<XmlWriter> openFrame, Action<XmlWriter> write, ReadOnlyMemory<byte> content)
    {
        var element = Part(openFrame, write);
        var slot = element.Span.IndexOf(SlotBytes);
        return [element[..slot], content, element[(slot + SlotBytes.Length)..]];
    }

    /// <inheritdoc cref="Part(Action{XmlWriter}, Action{XmlWriter}, ReadOnlyMemory{byte})"/>
    public static ReadOnlyMemory<byte> Part(Action<XmlWriter> openFrame, Action<XmlWriter> write)
    {
        using var buffer = new MarkupWriter();
        using var xml = XmlWriter.Create(buffer, Format);
        openFrame(xml);
        // Closes the frame's start tag, which otherwise waits for more attributes.
        xml.WriteElementString("frame", "");
        xml.Flush();
        var start = buffer.Length;
        write(xml);
        xml.Flush();
        return buffer.Written[start..].ToArray();
    }

    /// <summary>Before the document's element: what shows it to a person who opens it in a browser.</summary>
    public static void Style(XmlWriter xml, Feed feed)
    {
        if (feed is { Style: { } style, Part: null })
        {
            // Browsers give up XSLT; a style sheet of CSS stays, and keeps within the content policy.
            xml.WriteProcessingInstruction("xml-stylesheet", $"type=\"text/css\" href=\"{feed.Settings.BaseUrl.Link(style)}\"");
        }
    }

    /// <summary>That this is an archive document (RFC 5005, 4), and no feed to subscribe to.</summary>
    public static void ArchiveMark(XmlWriter xml, Feed feed)
    {
        if (feed.Part is not null)
        {
            xml.WriteStartElement("fh", "archive", "http://purl.org/syndication/history/1.0");
            xml.WriteEndElement();
        }
    }

    public static void WriteSlot(XmlWriter xml) => xml.WriteCData(Slot);

    /// <summary>The inside of a CDATA section, cut where the text itself would end it (XML 1.0, 2.7).</summary>
    public static ReadOnlyMemory<byte> CData(ReadOnlyMemory<byte> cleanUtf8) =>
        cleanUtf8.Span.IndexOf("]]>"u8) < 0
            ? cleanUtf8
            : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(cleanUtf8.Span).Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal));

    public static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>A text without the characters that XML cannot hold (XML 1.0, 2.2).</summary>
    public static string Clean(string text)
    {
        var bad = NextBad(text, 0);
        if (bad < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var start = 0;
        for (; bad >= 0; bad = NextBad(text, start))
        {
            clean.Append(text, start, bad - start);
            start = bad + 1;
        }

        return clean.Append(text, start, text.Length - start).ToString();
    }

    /// <inheritdoc cref="Clean(string)"/>
    public static byte[] Clean(ReadOnlySpan<byte> utf8) =>
        utf8.IndexOfAny(Controls) < 0 && utf8.IndexOf("\uFFFE"u8) < 0 && utf8.IndexOf("\uFFFF"u8) < 0
            ? utf8.ToArray()
            : Encoding.UTF8.GetBytes(Clean(Encoding.UTF8.GetString(utf8)));

    // Nearly all text lies in one range, which the search skips many characters at a time.
    private static int NextBad(string text, int from)
    {
        while (text.AsSpan(from).IndexOfAnyExceptInRange(' ', '\uD7FF') is var step and >= 0)
        {
            var i = from + step;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                from = i + 2;
            }
            else if (XmlConvert.IsXmlChar(text[i]))
            {
                from = i + 1;
            }
            else
            {
                return i;
            }
        }

        return -1;
    }
}

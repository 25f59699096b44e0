using System.Text;
using System.Xml;

namespace PolicyArchive.Feeds;

/// <summary>XML as every file here is written: UTF-8 without a byte-order mark, LF line ends, indented.</summary>
internal static class FeedXml
{
    private static readonly XmlWriterSettings Format = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <param name="expectedBytes">About how long it will be, so that the buffer need not grow.</param>
    public static ReadOnlyMemory<byte> Document(Action<XmlWriter, Stream> write, int expectedBytes = 4096)
    {
        using var buffer = new MemoryStream(expectedBytes);
        using (var xml = XmlWriter.Create(buffer, Format))
        {
            xml.WriteStartDocument();
            write(xml, buffer);
            xml.WriteEndDocument();
        }

        // Every text file of the site ends with a line end.
        buffer.WriteByte((byte)'\n');
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }

    /// <summary>
    /// The bytes of one element as it stands in its document: written inside the document's own frame, so that prefixes
    /// and indentation are right, then cut out. An item is the same in every feed, and so is written once.
    /// </summary>
    public static ReadOnlyMemory<byte> Part(Action<XmlWriter> openFrame, Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using var xml = XmlWriter.Create(buffer, Format);
        openFrame(xml);
        // Closes the frame's start tag, which otherwise waits for more attributes.
        xml.WriteElementString("frame", "");
        xml.Flush();
        var start = (int)buffer.Position;
        write(xml);
        xml.Flush();
        return buffer.GetBuffer().AsSpan(start, (int)buffer.Position - start).ToArray();
    }

    /// <summary>Puts parts into the element that is open, which has at least one child already.</summary>
    public static void Insert(XmlWriter xml, Stream buffer, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        xml.Flush();
        foreach (var part in parts)
        {
            buffer.Write(part.Span);
        }
    }

    /// <summary>An element with text, without the characters that XML cannot hold (XML 1.0, 2.2).</summary>
    public static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsXml(text, i, out var isPair))
            {
                i += isPair ? 1 : 0;
                continue;
            }

            var clean = new StringBuilder(text, 0, i, text.Length);
            for (; i < text.Length; i++)
            {
                if (IsXml(text, i, out isPair))
                {
                    clean.Append(text, i, isPair ? 2 : 1);
                    i += isPair ? 1 : 0;
                }
            }

            return clean.ToString();
        }

        return text;
    }

    private static bool IsXml(string text, int index, out bool isPair)
    {
        isPair = index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]);
        return isPair || XmlConvert.IsXmlChar(text[index]);
    }
}

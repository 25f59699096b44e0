using System.Text;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Feeds;

/// <summary>Writes an XML file: UTF-8 without a byte-order mark, lines ended by LF.</summary>
internal static class XmlFile
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        // A control character that XML 1.0 cannot hold is refused when a file is read.
        CheckCharacters = false,
    };

    public static RenderedFile Write(SiteUrl url, Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Settings))
        {
            write(xml);
        }

        return RenderedFile.At(url, stream.GetBuffer().AsMemory(0, (int)stream.Length));
    }
}

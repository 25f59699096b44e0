using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace PolicyArchive.Printing;

/// <summary>What a PDF file says of itself to readers' programs and libraries.</summary>
internal sealed record PdfRecord(string Title, ImmutableArray<string> Authors, string Description, ImmutableArray<string> Keywords, string Language, string? Published, string? Changed);

/// <summary>
/// Puts a record into a PDF that a browser has made, as an incremental update (ISO 32000-1, 7.5.6), and takes the moment of
/// printing out of it: the same page gives the same bytes.
/// </summary>
internal static partial class PdfStamp
{
    // Skia writes this form, and both dates with every file.
    [GeneratedRegex(@"/(?:CreationDate|ModDate) \(D:(?<moment>[0-9+'\-Z]+)\)")]
    private static partial Regex Date { get; }

    [GeneratedRegex(@"trailer\s*<<(?<keys>[^>]*)>>\s*startxref\s+(?<table>\d+)\s+%%EOF\s*$")]
    private static partial Regex Trailer { get; }

    [GeneratedRegex(@"/(?<name>Size|Root|Info) (?<number>\d+)")]
    private static partial Regex TrailerKey { get; }

    [GeneratedRegex(@"\G\d+ 0 obj\s*<<(?<keys>.*?)>>\s*endobj", RegexOptions.Singleline)]
    private static partial Regex Dictionary { get; }

    [GeneratedRegex(@"/Producer (?<producer>\((?:\\.|[^\\)])*\))")]
    private static partial Regex Producer { get; }

    /// <summary>A file of another form than browsers write today only loses its dates.</summary>
    public static byte[] Stamp(byte[] file, PdfRecord record)
    {
        // Latin-1 has a character for every byte.
        var text = Date.Replace(Encoding.Latin1.GetString(file), date => date.Value.Replace(date.Groups["moment"].Value, Unknown(date.Groups["moment"].Length), StringComparison.Ordinal));
        return Encoding.Latin1.GetBytes(Updated(text, record) ?? text);
    }

    // As long as what it stands for, so that nothing behind it moves.
    private static string Unknown(int length) => "19700101000000+00'00'".PadRight(length, '0')[..length];

    private static string? Updated(string text, PdfRecord record)
    {
        if (Trailer.Match(text, Math.Max(0, text.Length - 1000)) is not { Success: true } trailer)
        {
            return null;
        }

        var keys = TrailerKey.Matches(trailer.Groups["keys"].Value).ToDictionary(key => key.Groups["name"].Value, key => Number(key.Groups["number"].Value), StringComparer.Ordinal);
        var table = Number(trailer.Groups["table"].Value);
        if (keys.Count != 3 || OffsetOf(text, table, keys["Root"]) is not { } at || Dictionary.Match(text, at) is not { Success: true } catalogue)
        {
            return null;
        }

        var producer = Producer.Match(text) is { Success: true } given ? given.Groups["producer"].Value : "()";
        var packet = Packet(record);
        var metadata = keys["Size"];
        var language = catalogue.Groups["keys"].Value.Contains("/Lang", StringComparison.Ordinal) ? "" : $"\n/Lang {Text(record.Language)}";
        (int Number, string Body)[] objects =
        [
            (keys["Info"], Information(record, producer)),
            (keys["Root"], $"<<{catalogue.Groups["keys"].Value}{language}\n/Metadata {metadata} 0 R>>"),
            (metadata, $"<</Type /Metadata\n/Subtype /XML\n/Length {packet.Length}>> stream\n{packet}\nendstream"),
        ];
        var update = new StringBuilder(text);
        var offsets = new Dictionary<int, int>();
        foreach (var (number, body) in objects)
        {
            update.Append('\n');
            offsets[number] = update.Length;
            update.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj");
        }

        var start = update.Length + 1;
        update.Append("\nxref\n");
        foreach (var (number, offset) in offsets.OrderBy(entry => entry.Key))
        {
            update.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
        }

        var id = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(update.ToString())).AsSpan(0, 16));
        update.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {metadata + 1}\n/Root {keys["Root"]} 0 R\n/Info {keys["Info"]} 0 R\n/Prev {table}\n/ID [<{id}> <{id}>]>>\nstartxref\n{start}\n%%EOF\n");
        return update.ToString();
    }

    // The cross-reference table (7.5.4): 20 bytes an entry, from object 0 on.
    private static int? OffsetOf(string text, int table, int number)
    {
        const int EntryLength = 20;
        var entries = table < text.Length && text.AsSpan(table).StartsWith("xref\n0 ") ? text.IndexOf('\n', table + 5) + 1 : 0;
        var entry = entries + number * EntryLength;
        return entries > 0 && entry + 10 <= text.Length && int.TryParse(text.AsSpan(entry, 10), NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset < text.Length ? offset : null;
    }

    private static string Information(PdfRecord record, string producer)
    {
        var keys = new StringBuilder("<<");
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[
            ("Title", record.Title), ("Author", string.Join("; ", record.Authors)), ("Subject", record.Description), ("Keywords", string.Join(", ", record.Keywords))])
        {
            keys.Append(value.Length > 0 ? $"/{name} {Text(value)}\n" : "");
        }

        keys.Append(record.Published is { } published ? $"/CreationDate (D:{published.Replace("-", "", StringComparison.Ordinal)})\n" : "");
        keys.Append((record.Changed ?? record.Published) is { } changed ? $"/ModDate (D:{changed.Replace("-", "", StringComparison.Ordinal)})\n" : "");
        return keys.Append("/Producer ").Append(producer).Append(">>").ToString();
    }

    // A text string in UTF-16 (7.9.2.2).
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    // XMP (ISO 16684-1), as Latin-1 characters that are its bytes in UTF-8.
    private static string Packet(PdfRecord record)
    {
        const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        const string Dc = "http://purl.org/dc/elements/1.1/";
        const string Xmp = "http://ns.adobe.com/xap/1.0/";
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteProcessingInstruction("xpacket", "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
            xml.WriteStartElement("x", "xmpmeta", "adobe:ns:meta/");
            xml.WriteStartElement("rdf", "RDF", Rdf);
            xml.WriteStartElement("rdf", "Description", Rdf);
            xml.WriteAttributeString("rdf", "about", Rdf, "");
            Many("title", "Alt", [record.Title]);
            Many("creator", "Seq", record.Authors);
            Many("description", "Alt", record.Description.Length > 0 ? [record.Description] : []);
            Many("subject", "Bag", record.Keywords);
            Many("language", "Bag", [record.Language]);
            Moment("CreateDate", record.Published);
            Moment("ModifyDate", record.Changed ?? record.Published);
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteProcessingInstruction("xpacket", "end=\"r\"");

            void Many(string name, string container, ImmutableArray<string> values)
            {
                if (values.IsEmpty)
                {
                    return;
                }

                xml.WriteStartElement("dc", name, Dc);
                xml.WriteStartElement("rdf", container, Rdf);
                foreach (var value in values)
                {
                    xml.WriteStartElement("rdf", "li", Rdf);
                    if (container == "Alt")
                    {
                        xml.WriteAttributeString("xml", "lang", null, "x-default");
                    }

                    xml.WriteString(value);
                    xml.WriteEndElement();
                }

                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            void Moment(string name, string? day)
            {
                if (day is not null)
                {
                    xml.WriteElementString("xmp", name, Xmp, day);
                }
            }
        }

        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

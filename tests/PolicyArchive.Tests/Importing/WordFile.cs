using System.IO.Compression;
using System.Text;

namespace PolicyArchive.Tests.Importing;

/// <summary>A Word file made of the XML of its parts, as other programs make them.</summary>
internal sealed class WordFile
{
    private const string Spaces = """xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" """;
    private const string Root = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Kinds = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private readonly Dictionary<string, byte[]> _parts = [];
    private readonly StringBuilder _types = new();
    private readonly StringBuilder _relations = new();
    private readonly string _body;
    private string _core = "";

    public WordFile(string body) => _body = body;

    public static string P(string text, string? style = null) =>
        $"""<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>")}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

    public static string Item(string text, int list, int level = 0) =>
        $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>""";

    public WordFile WithPart(string name, string element, string content) => WithPart(name, $"<w:{element} {Spaces}>{content}</w:{element}>");

    public WordFile WithPicture(string id, byte[] bytes)
    {
        _parts[$"word/media/{id}.png"] = bytes;
        return WithRelation(id, "image", $"media/{id}.png");
    }

    public WordFile WithRelation(string id, string kind, string target, bool isOutside = false)
    {
        _relations.Append($"""<Relationship Id="{id}" Type="{Root}{kind}" Target="{target}"{(isOutside ? " TargetMode='External'" : "")}/>""");
        return this;
    }

    public WordFile WithCore(string xml)
    {
        _core = xml;
        return this;
    }

    public WordFile WithRaw(string path, byte[] bytes)
    {
        _parts[path] = bytes;
        return this;
    }

    public byte[] Bytes(string? document = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="{Kinds}document.main+xml"/>{(_core.Length > 0 ? "<Override PartName='/docProps/core.xml' ContentType='application/vnd.openxmlformats-package.core-properties+xml'/>" : "")}{_types}</Types>"""));
            Add(zip, "_rels/.rels", Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Root}officeDocument" Target="word/document.xml"/>{(_core.Length > 0 ? "<Relationship Id='rId2' Type='http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties' Target='docProps/core.xml'/>" : "")}</Relationships>"""));
            Add(zip, "word/document.xml", Encoding.UTF8.GetBytes(document ?? $"""<?xml version="1.0" encoding="UTF-8"?><w:document {Spaces}><w:body>{_body}</w:body></w:document>"""));
            Add(zip, "word/_rels/document.xml.rels", Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{_relations}</Relationships>"""));
            if (_core.Length > 0)
            {
                Add(zip, "docProps/core.xml", Encoding.UTF8.GetBytes($"""<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{_core}</cp:coreProperties>"""));
            }

            foreach (var (path, bytes) in _parts)
            {
                Add(zip, path, bytes);
            }
        }

        return stream.ToArray();
    }

    private WordFile WithPart(string name, string xml)
    {
        _parts[$"word/{name}.xml"] = Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8"?>""" + xml);
        _types.Append($"""<Override PartName="/word/{name}.xml" ContentType="{Kinds}{name}+xml"/>""");
        return WithRelation("r-" + name, name, name + ".xml");
    }

    private static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
    }
}

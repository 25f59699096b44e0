using System.Xml;
using System.Xml.Linq;
using PolicyArchive.Findings;

namespace PolicyArchive.Importing.WordPress;

/// <summary>A WordPress export (WXR), read item by item: a hundred megabytes are never in memory at once.</summary>
internal static class ExportReader
{
    public static IEnumerable<Func<PieceReading>> Pieces(SourcePath source)
    {
        var (export, fault) = Open(source);
        if (export is null)
        {
            yield return () => PieceReading.Failed(fault!);
            yield break;
        }

        using var file = File.OpenRead(source.Path);
        using var xml = XmlReader.Create(file, Export.Settings);
        while (Next(xml) is { } item)
        {
            yield return () => ItemReader.Read(source, export, item);
        }
    }

    private static (Export? Export, Finding? Fault) Open(SourcePath source)
    {
        try
        {
            var export = Export.Read(source.Path);
            return export.IsExport ? (export, null) : (null, Finding.Error("IMPORT004", source.Place, "this XML is no WordPress export", "in WordPress, choose Tools, Export, All content"));
        }
        catch (XmlException broken)
        {
            var isDtd = broken.Message.Contains("DTD", StringComparison.Ordinal);
            return (null, Finding.Error("IMPORT007", new Place(source.Display, Math.Max(broken.LineNumber, 1), Math.Max(broken.LinePosition, 1)), isDtd ? "the file has a document type, which is not read" : "the file is not well-formed XML from here on", isDtd ? "remove it: exports have none" : "export it again: it may have been cut off on its way"));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return (null, Finding.Error("IMPORT003", source.Place, "the file cannot be read", "look at its permissions"));
        }
    }

    private static ExportItem? Next(XmlReader xml)
    {
        do
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "item", Depth: 2 })
            {
                var line = ((IXmlLineInfo)xml).LineNumber;
                return new ExportItem((XElement)XNode.ReadFrom(xml), line);
            }
        }
        while (xml.Read());

        return null;
    }
}

/// <param name="Line">In which it begins.</param>
internal sealed record ExportItem(XElement Element, int Line)
{
    public string? Value(string name) => Export.Value(Element, name);

    public IEnumerable<string> Meta(string key) =>
        Element.Elements().Where(e => e.Name.LocalName == "postmeta" && Export.Value(e, "meta_key") == key).Select(e => Export.Value(e, "meta_value")).OfType<string>();
}

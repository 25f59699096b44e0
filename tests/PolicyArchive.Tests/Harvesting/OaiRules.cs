using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PolicyArchive.Tests.Harvesting;

/// <summary>
/// What a static repository must be, by the specification of the Open Archives Initiative (2004), its schema and that of oai_dc; written from
/// their texts, and knowing nothing of how it is made here.
/// </summary>
internal static partial class OaiRules
{
    public static readonly XNamespace Static = "http://www.openarchives.org/OAI/2.0/static-repository";
    public static readonly XNamespace Oai = "http://www.openarchives.org/OAI/2.0/";
    public static readonly XNamespace OaiDc = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    public static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";

    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string[] Elements =
        ["title", "creator", "subject", "description", "publisher", "contributor", "date", "type", "format", "identifier", "source", "language", "relation", "coverage", "rights"];

    public static XElement[] Check(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        Assert.Equal(Static + "Repository", root.Name);
        Assert.Equal($"{Static} http://www.openarchives.org/OAI/2.0/static-repository.xsd", root.Attribute(Xsi + "schemaLocation")?.Value);
        Assert.Equal(["Identify", "ListMetadataFormats", "ListRecords"], root.Elements().Select(e => e.Name.LocalName));
        Assert.All(root.Elements(), e => Assert.Equal(Static, e.Name.Namespace));
        var identify = root.Element(Static + "Identify")!.Elements().ToArray();
        Assert.Equal(["repositoryName", "baseURL", "protocolVersion", "adminEmail", "earliestDatestamp", "deletedRecord", "granularity"], identify.Select(e => e.Name.LocalName));
        Assert.All(identify, e => Assert.Equal(Oai, e.Name.Namespace));
        Assert.Equal(("2.0", "no", "YYYY-MM-DD"), (identify[2].Value, identify[5].Value, identify[6].Value));
        Assert.Matches(Email, identify[3].Value);
        Assert.True(Uri.TryCreate(identify[1].Value, UriKind.Absolute, out _));
        var format = Assert.Single(root.Element(Static + "ListMetadataFormats")!.Elements(Oai + "metadataFormat"));
        Assert.Equal(["oai_dc", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd", OaiDc.NamespaceName], format.Elements().Select(e => e.Value));
        var list = root.Element(Static + "ListRecords")!;
        Assert.Equal("oai_dc", list.Attribute("metadataPrefix")?.Value);
        var records = list.Elements().ToArray();
        Assert.All(records, Record);
        var identifiers = records.Select(r => r.Descendants(Oai + "identifier").Single().Value).ToArray();
        Assert.Equal(identifiers.Distinct().Count(), identifiers.Length);
        var days = records.Select(r => r.Descendants(Oai + "datestamp").Single().Value).ToArray();
        Assert.All(days, day => Assert.Matches(Day, day));
        Assert.Equal(identify[4].Value, days.Min(StringComparer.Ordinal));
        return records;
    }

    private static void Record(XElement record)
    {
        Assert.Equal(Oai + "record", record.Name);
        Assert.Equal([Oai + "header", Oai + "metadata"], record.Elements().Select(e => e.Name));
        Assert.Equal([Oai + "identifier", Oai + "datestamp"], record.Elements().First().Elements().Select(e => e.Name));
        Assert.Matches(Identifier, record.Descendants(Oai + "identifier").Single().Value);
        var dc = Assert.Single(record.Element(Oai + "metadata")!.Elements());
        Assert.Equal(OaiDc + "dc", dc.Name);
        Assert.Equal($"{OaiDc} http://www.openarchives.org/OAI/2.0/oai_dc.xsd", dc.Attribute(Xsi + "schemaLocation")?.Value);
        Assert.All(dc.Elements(), e =>
        {
            Assert.Equal(Dc, e.Name.Namespace);
            Assert.Contains(e.Name.LocalName, Elements);
            Assert.False(e.HasElements || string.IsNullOrWhiteSpace(e.Value));
        });
    }

    // The pattern of OAI-PMH.xsd.
    [GeneratedRegex(@"^\S+@(\S+\.)+\S+$")]
    private static partial Regex Email { get; }

    // That of oai-identifier.xsd.
    [GeneratedRegex(@"^oai:[a-zA-Z][a-zA-Z0-9\-]*(\.[a-zA-Z][a-zA-Z0-9\-]*)+:[a-zA-Z0-9\-_\.!~\*'\(\);/\?:@&=\+$,%]+$")]
    private static partial Regex Identifier { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$")]
    private static partial Regex Day { get; }
}

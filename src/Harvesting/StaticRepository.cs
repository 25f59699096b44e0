using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>
/// The archive as one file that a gateway serves to harvesters (OAI-PMH 2.0, "Specification for an OAI Static Repository", 3), a
/// record in Dublin Core for each brief.
/// </summary>
internal sealed class StaticRepository(Settings settings)
{
    private const string Namespace = "http://www.openarchives.org/OAI/2.0/static-repository";
    private const string Oai = "http://www.openarchives.org/OAI/2.0/";
    private const string OaiDc = "http://www.openarchives.org/OAI/2.0/oai_dc/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";
    private const string Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    // A record has to have a date, though it says nothing of the piece: where none is known at all, the first there is.
    private static readonly DateOnly Beginning = new(1970, 1, 1);

    public static SiteUrl Url { get; } = SiteUrl.Home.File("oai.xml");

    private string Host { get; } = new Uri(settings.BaseUrl.Text).IdnHost;

    public ImmutableArray<ReadOnlyMemory<byte>> Write(ImmutableArray<BriefPage> briefs)
    {
        var days = briefs.Select(page => Day(page.Entry.Brief)).OfType<DateOnly>().ToArray();
        var earliest = days.Length > 0 ? days.Min() : Beginning;
        return FeedXml.Document(xml => Head(xml, earliest), Records.Write(briefs, piece => FeedXml.Part(Open, xml =>
        {
            foreach (var page in piece)
            {
                Record(xml, page, earliest);
            }
        })));
    }

    private void Head(XmlWriter xml, DateOnly earliest)
    {
        xml.WriteStartElement("Repository", Namespace);
        Frame(xml);
        xml.WriteStartElement("Identify", Namespace);
        Text(xml, "repositoryName", settings.Title);
        Text(xml, "baseURL", BaseAddress());
        Text(xml, "protocolVersion", "2.0");
        // RFC 2142, 5: the mailbox that every site with pages has.
        Text(xml, "adminEmail", settings.Publisher.Email ?? $"webmaster@{(Host.Contains('.', StringComparison.Ordinal) ? Host : "example.org")}");
        Text(xml, "earliestDatestamp", Date(earliest));
        Text(xml, "deletedRecord", "no");
        Text(xml, "granularity", "YYYY-MM-DD");
        xml.WriteEndElement();
        xml.WriteStartElement("ListMetadataFormats", Namespace);
        xml.WriteStartElement("oai", "metadataFormat", Oai);
        Text(xml, "metadataPrefix", "oai_dc");
        Text(xml, "schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
        Text(xml, "metadataNamespace", OaiDc);
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("ListRecords", Namespace);
        xml.WriteAttributeString("metadataPrefix", "oai_dc");
        // The records come in pieces, into an element that has begun.
        xml.WriteComment(" A record for each brief. ");
    }

    // The depth and the prefixes of a record's surroundings.
    private static void Open(XmlWriter xml)
    {
        xml.WriteStartElement("Repository", Namespace);
        Frame(xml);
        xml.WriteStartElement("ListRecords", Namespace);
    }

    private static void Frame(XmlWriter xml)
    {
        xml.WriteAttributeString("xmlns", "oai", null, Oai);
        xml.WriteAttributeString("xmlns", "oai_dc", null, OaiDc);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "xsi", null, Xsi);
        xml.WriteAttributeString("schemaLocation", Xsi, $"{Namespace} {Oai}static-repository.xsd");
    }

    // The gateway's address with that of this file behind it, without its scheme (3.2).
    private string BaseAddress()
    {
        var own = settings.BaseUrl.Absolute(Url);
        return settings.OaiGateway is { } gateway ? $"{gateway.Text.TrimEnd('/')}/{own[(own.IndexOf("://", StringComparison.Ordinal) + 3)..]}" : own;
    }

    private void Record(XmlWriter xml, BriefPage page, DateOnly earliest)
    {
        xml.WriteStartElement("oai", "record", Oai);
        xml.WriteStartElement("oai", "header", Oai);
        Text(xml, "identifier", $"oai:{Host}:{Uri.EscapeDataString(page.Entry.Brief.Slug.Text)}");
        Text(xml, "datestamp", Date(Day(page.Entry.Brief) ?? earliest));
        xml.WriteEndElement();
        xml.WriteStartElement("oai", "metadata", Oai);
        xml.WriteStartElement("oai_dc", "dc", OaiDc);
        xml.WriteAttributeString("schemaLocation", Xsi, $"{OaiDc} http://www.openarchives.org/OAI/2.0/oai_dc.xsd");
        foreach (var (name, value) in DublinCoreRecord.Of(page, settings))
        {
            xml.WriteElementString("dc", name, DublinCore, FeedXml.Clean(value));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // When the record changed, in UTC; of an undated piece, when it came into the archive.
    private static DateOnly? Day(Brief brief) => brief.LastChanged is { } changed ? DateOnly.FromDateTime(changed.Instant.UtcDateTime) : brief.Provenance?.Imported;

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString("oai", name, Oai, FeedXml.Clean(text));
}

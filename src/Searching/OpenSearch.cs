using System.Text;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Searching;

/// <summary>Lets browsers offer the site's search in their own bar (OpenSearch 1.1, draft 6).</summary>
public static class OpenSearch
{
    private const string Namespace = "http://a9.com/-/spec/opensearch/1.1/";
    private const int LongestName = 16;

    public static RenderedFile Of(SitePlan plan)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("OpenSearchDescription", Namespace);
            xml.WriteElementString("ShortName", Namespace, Short(plan.Settings.Title));
            xml.WriteElementString("LongName", Namespace, plan.Settings.Title);
            xml.WriteElementString("Description", Namespace, plan.Settings.Words.SearchOf(plan.Settings.Title));
            xml.WriteElementString("InputEncoding", Namespace, "UTF-8");
            xml.WriteElementString("Language", Namespace, plan.Settings.Language);
            xml.WriteStartElement("Url", Namespace);
            xml.WriteAttributeString("type", "text/html");
            xml.WriteAttributeString("template", plan.Settings.BaseUrl.Absolute(SiteUrl.Home / "search") + "?q={searchTerms}");
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        buffer.WriteByte((byte)'\n');
        return RenderedFile.At(SiteUrl.Home.File("opensearch.xml"), buffer.ToArray());
    }

    // The standard allows 16 characters; cut at a word where there is one.
    private static string Short(string title)
    {
        if (title.Length <= LongestName)
        {
            return title;
        }

        var cut = title.LastIndexOf(' ', LongestName);
        cut = cut > 0 ? cut : LongestName;
        return title[..(char.IsHighSurrogate(title[cut - 1]) ? cut - 1 : cut)];
    }
}

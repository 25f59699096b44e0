using System.Collections.Immutable;
using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Feeds;

/// <summary>All feeds as a subscription list (OPML 2.0, opml.org/spec2.opml), grouped by kind of list.</summary>
internal static class FeedOutline
{
    public static ImmutableArray<ReadOnlyMemory<byte>> Write(SitePlan plan) => FeedXml.Document(xml =>
    {
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        FeedXml.Text(xml, "title", plan.Settings.Title);
        if (plan.Settings.Publisher.Name is { Length: > 0 } publisher)
        {
            FeedXml.Text(xml, "ownerName", publisher);
        }

        xml.WriteElementString("docs", "https://opml.org/spec2.opml");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var group in plan.Lists.GroupBy(list => list.Url.Path.Split('/')[1], StringComparer.Ordinal))
        {
            if (group.Key.Length == 0)
            {
                Outlines(xml, plan.Settings, group);
                Corrections(xml, plan.Settings);
                continue;
            }

            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", FeedXml.Clean(Title(group.Key, plan.Settings.Words)));
            Outlines(xml, plan.Settings, group);
            xml.WriteEndElement();
        }
    });

    private static string Title(string folder, Words words) => folder switch
    {
        "authors" => words.Authors,
        "briefs" => words.Briefs,
        "kinds" => words.Kinds,
        "regions" => words.Regions,
        "series" => words.Series,
        "topics" => words.Topics,
        "years" => words.Years,
        _ => folder,
    };

    // The one feed in Atom: every correction has a date.
    private static void Corrections(XmlWriter xml, Settings settings)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "atom");
        xml.WriteAttributeString("text", CorrectionsFeed.Title(settings));
        xml.WriteAttributeString("title", CorrectionsFeed.Title(settings));
        xml.WriteAttributeString("xmlUrl", settings.BaseUrl.Absolute(FeedLinks.Corrections));
        xml.WriteAttributeString("htmlUrl", settings.BaseUrl.Absolute(SiteUrl.Home));
        xml.WriteEndElement();
    }

    private static void Outlines(XmlWriter xml, Settings settings, IEnumerable<BriefList> lists)
    {
        foreach (var list in lists)
        {
            var title = FeedXml.Clean(list.Title);
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("version", "RSS2");
            xml.WriteAttributeString("text", title);
            xml.WriteAttributeString("title", title);
            xml.WriteAttributeString("xmlUrl", settings.BaseUrl.Absolute(new FeedLinks(list.Title, list.Url).Rss));
            xml.WriteAttributeString("htmlUrl", settings.BaseUrl.Absolute(list.Url));
            xml.WriteEndElement();
        }
    }
}

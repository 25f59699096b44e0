using System.Xml;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Pages;
using PolicyArchive.Wording;

namespace PolicyArchive.Feeds;

/// <summary>
/// The whole text of a brief for feed readers, or what may be sent of it: what its page says of source, corrections, licence and disclaimer belongs
/// to it, and every link is absolute, since a reader shows it far from the site.
/// </summary>
internal static class FeedContent
{
    private static readonly XmlWriterSettings Format = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        NewLineChars = "\n",
    };

    /// <summary>HTML as UTF-8, without the characters that XML cannot hold.</summary>
    public static byte[] Of(FeedItem item)
    {
        var (page, body) = (item.Page, item.Brief.Body.Html);
        using var writer = new MarkupWriter();
        using (var html = XmlWriter.Create(writer, Format))
        {
            Head(html, item);
            if (item.IsWithheld)
            {
                Instead(html, item);
            }
            else
            {
                Picture(html, item);
                Points(html, item);
                html.Flush();
                body.WriteTo(writer, i => LinkText.Of(page.Links[i], item.Absolute, item.Url));
            }

            Foot(html, item);
        }

        return FeedXml.Clean(writer.Written);
    }

    private static void Head(XmlWriter html, FeedItem item)
    {
        if (item.Brief.Source is { } source)
        {
            var name = source.Title ?? source.Name ?? source.Url?.Host ?? "";
            var publisher = source.Name != name ? source.Name : null;
            html.WriteStartElement("p");
            Fill(html, publisher is null ? item.Words.FeedRepublished : item.Words.FeedRepublishedBy, ("original", () => Link(html, source.Url?.Text, name)), ("name", () => Text(html, publisher!)));
            Text(html, " " + source.Permission);
            html.WriteEndElement();
        }

        if (item.Page.SupersededBy is { } successor)
        {
            Sentence(html, item.Words.FeedSupersededBy, "piece", () => Link(html, item.Absolute(successor.Url), successor.Brief.Title));
        }
    }

    // Of a text that may not be sent on.
    private static void Instead(XmlWriter html, FeedItem item)
    {
        FeedXml.Text(html, "p", item.Summary);
        Sentence(html, item.Words.FeedWholeText, "piece", () => Link(html, item.Url, item.Brief.Title));
    }

    private static void Picture(XmlWriter html, FeedItem item)
    {
        if (item.Page.Image is not { } image)
        {
            return;
        }

        html.WriteStartElement("figure");
        html.WriteStartElement("img");
        html.WriteAttributeString("src", item.Absolute(image.Url));
        html.WriteAttributeString("alt", FeedXml.Clean(image.Alt));
        if (image is { Width: > 0, Height: > 0 })
        {
            html.WriteAttributeString("width", XmlConvert.ToString(image.Width));
            html.WriteAttributeString("height", XmlConvert.ToString(image.Height));
        }

        html.WriteEndElement();
        if (image.Credit is { Length: > 0 } credit)
        {
            FeedXml.Text(html, "figcaption", credit);
        }

        html.WriteEndElement();
    }

    private static void Points(XmlWriter html, FeedItem item)
    {
        if (item.Brief.KeyPoints.IsEmpty)
        {
            return;
        }

        html.WriteElementString("h2", item.Words.KeyPoints);
        html.WriteStartElement("ul");
        foreach (var point in item.Brief.KeyPoints)
        {
            FeedXml.Text(html, "li", point);
        }

        html.WriteEndElement();
    }

    private static void Foot(XmlWriter html, FeedItem item)
    {
        Corrections(html, item);
        Attachments(html, item);
        if (item.Page.Licence is { } licence)
        {
            Sentence(html, item.Words.FeedLicence, "licence", () => Link(html, licence.Url?.Text, licence.Name, "license"));
        }

        if (item.Page.Disclaimer is { Length: > 0 } disclaimer)
        {
            FeedXml.Text(html, "p", disclaimer);
        }
    }

    private static void Corrections(XmlWriter html, FeedItem item)
    {
        if (item.Brief.Corrections.IsEmpty)
        {
            return;
        }

        html.WriteElementString("h2", item.Words.Corrections);
        html.WriteStartElement("ul");
        foreach (var correction in item.Brief.Corrections.OrderBy(c => c.Date.Instant))
        {
            html.WriteStartElement("li");
            Fill(html, item.Words.CorrectionOfDay, ("date", () => Day(html, correction.Date)), ("correction", () => Text(html, correction.Text)));
            html.WriteEndElement();
        }

        html.WriteEndElement();
    }

    private static void Day(XmlWriter html, PublicationDate.Known date)
    {
        html.WriteStartElement("time");
        html.WriteAttributeString("datetime", date.Iso);
        Text(html, new PublicationDate.Known(date.Day).Iso);
        html.WriteEndElement();
    }

    private static void Attachments(XmlWriter html, FeedItem item)
    {
        if (item.Page.Attachments.IsEmpty)
        {
            return;
        }

        html.WriteStartElement("ul");
        foreach (var file in item.Page.Attachments)
        {
            html.WriteStartElement("li");
            Link(html, item.Absolute(file.Url), file.Title);
            html.WriteEndElement();
        }

        html.WriteEndElement();
    }

    private static void Link(XmlWriter html, string? address, string text, string? rel = null)
    {
        if (address is null)
        {
            Text(html, text);
            return;
        }

        html.WriteStartElement("a");
        html.WriteAttributeString("href", address);
        if (rel is not null)
        {
            html.WriteAttributeString("rel", rel);
        }

        Text(html, text.Length > 0 ? text : address);
        html.WriteEndElement();
    }

    private static void Sentence(XmlWriter html, Phrase phrase, string slot, Action value)
    {
        html.WriteStartElement("p");
        Fill(html, phrase, (slot, value));
        html.WriteEndElement();
    }

    private static void Fill(XmlWriter html, Phrase phrase, params ReadOnlySpan<(string Slot, Action Write)> values)
    {
        foreach (var piece in phrase.Pieces(null))
        {
            if (piece.Sort == PieceSort.Text)
            {
                Text(html, piece.Text);
            }

            foreach (var (slot, write) in values)
            {
                if (piece.Sort == PieceSort.Slot && slot == piece.Text)
                {
                    write();
                }
            }
        }
    }

    private static void Text(XmlWriter html, string text) => html.WriteString(FeedXml.Clean(text));
}

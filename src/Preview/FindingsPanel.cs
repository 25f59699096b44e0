using System.Globalization;
using System.Text;
using System.Xml;
using PolicyArchive.Findings;

namespace PolicyArchive.Preview;

/// <summary>What is wrong, as markup: each finding with its place, its line and the cure. Can be folded away to see the site below.</summary>
internal static class FindingsPanel
{
    private const int MostShown = 50;

    /// <param name="hasSite">Whether an older state of the site stands below.</param>
    public static string Write(Report report, bool hasSite)
    {
        var text = new StringBuilder();
        // Written as XML that is HTML too: everything is escaped, and no element is left without an end tag.
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false, NewLineHandling = NewLineHandling.None }))
        {
            xml.WriteStartElement("details");
            xml.WriteAttributeString("open", "open");
            Element(xml, "summary", "", $"Preview: {Count(report.Errors, "error")}{(report.Warnings > 0 ? ", " + Count(report.Warnings, "warning") : "")}");
            Element(xml, "p", "note", hasSite ? "Fold this away to see the site as it was before. It goes by itself when all is mended." : "The site is shown when all is mended.");
            foreach (var finding in report.Shown.OrderByDescending(f => f.Severity).Take(MostShown))
            {
                Write(xml, finding);
            }

            if (report.Shown.Length > MostShown)
            {
                Element(xml, "p", "note", $"And {Count(report.Shown.Length - MostShown, "more")}, in the terminal.");
            }

            xml.WriteFullEndElement();
        }

        return text.ToString();
    }

    private static void Write(XmlWriter xml, Finding finding)
    {
        xml.WriteStartElement("section");
        xml.WriteAttributeString("class", finding.Level);
        Element(xml, "p", "place", $"{finding.Place}: {finding.Level} {finding.Code}");
        Element(xml, "h2", "", Sentence(finding.Message));
        if (finding.Hint.Length > 0)
        {
            Element(xml, "p", "cure", Sentence(finding.Hint));
        }

        if (SourceLine.At(finding.Place) is { } line)
        {
            Write(xml, finding.Place.Line, line);
        }

        xml.WriteFullEndElement();
    }

    // The caret stands below the character whatever the width of what is before it: the same text stands there unseen.
    private static void Write(XmlWriter xml, int number, SourceLine line)
    {
        var margin = number.ToString(CultureInfo.InvariantCulture) + " | ";
        xml.WriteStartElement("pre");
        Element(xml, "span", "margin", margin);
        xml.WriteStartElement("bdi");
        xml.WriteString(line.Before);
        Element(xml, "mark", "", line.Mark);
        xml.WriteString(line.After);
        xml.WriteFullEndElement();
        xml.WriteString("\n");
        xml.WriteStartElement("span");
        xml.WriteAttributeString("aria-hidden", "true");
        Element(xml, "span", "unseen", margin + line.Before);
        Element(xml, "span", "caret", "^");
        xml.WriteFullEndElement();
        xml.WriteFullEndElement();
    }

    private static void Element(XmlWriter xml, string name, string css, string text)
    {
        xml.WriteStartElement(name);
        if (css.Length > 0)
        {
            xml.WriteAttributeString("class", css);
        }

        xml.WriteString(text);
        xml.WriteFullEndElement();
    }

    private static string Sentence(string clause) => clause.Length == 0 ? "" : char.ToUpperInvariant(clause[0]) + clause[1..];

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 || what == "more" ? "" : "s")}");
}

using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>
/// Dublin Core in meta elements (DC-HTML; elements 1.1), for harvesters and for pieces that Scholar cannot take. The description is
/// left to the other tags.
/// </summary>
internal static class DublinCoreTags
{
    public static IEnumerable<MetaTag> Of(BriefPage page, Reference reference)
    {
        if (page.Entry.IsUnpublished)
        {
            yield break;
        }

        yield return Tag("title", reference.Title);
        foreach (var author in reference.Authors)
        {
            // Zotero reads them where there is nothing else to read.
            yield return Tag("creator", HighwireTags.Stand(page, reference) ? author.Inverted : TaggedName.Of(author, isOnly: false));
        }

        if (reference.Issued is { } issued)
        {
            yield return Tag("date", issued.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }

        yield return Tag("publisher", reference.Publisher);
        yield return Tag("type", reference.Genre);
        yield return Tag("language", reference.Language);
        yield return Tag("identifier", reference.Url);
        if (reference.Doi is { } doi)
        {
            yield return Tag("identifier", "doi:" + doi.Text);
        }

        foreach (var topic in page.Entry.Topics)
        {
            yield return Tag("subject", topic.Name);
        }

        foreach (var region in page.Entry.Regions)
        {
            // Zotero takes the element "coverage" for a place in an archive.
            yield return new MetaTag("name", "DCTERMS.spatial", region.Name);
        }

        if (reference.Licence is { } licence)
        {
            yield return Tag("rights", licence.Url?.Text ?? licence.Name);
        }

        if (page.Entry.Brief.Source is { } source)
        {
            yield return Tag("rights", source.Permission);
        }
    }

    private static MetaTag Tag(string name, string content) => new("name", "DC." + name, content);
}

using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>
/// What Zotero can know of a page only from names of its own (those of its RDF) and of PRISM and EPrints: the series, an article's number; and where Scholar's
/// tags are left out, since there is no author or date or it is a speech, what kind of item it is and the fields of that kind.
/// </summary>
internal static class ZoteroTags
{
    public static IEnumerable<MetaTag> Of(BriefPage page, Reference reference)
    {
        if (page.Entry.IsUnpublished)
        {
            yield break;
        }

        if (!HighwireTags.Stand(page, reference))
        {
            foreach (var tag in Kind(reference))
            {
                yield return tag;
            }

            // The day alone: the time of the other tags would become part of the date.
            if (reference.Issued is { } issued)
            {
                yield return Tag("prism.publicationDate", issued.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }

            // Else it takes the address of this page.
            if (reference.RepublishedAt is not null)
            {
                yield return Tag("eprints.official_url", reference.Url);
            }
        }

        // The number of an article is its issue in RIS and BibTeX too.
        if (reference is { IsArticle: true, Number: { } issue })
        {
            yield return Tag("z:issue", issue);
        }

        // A presentation has none.
        if (reference.Series is { } series && (reference.IsReport || reference.IsArticle))
        {
            yield return Tag(reference.IsReport ? "z:seriesTitle" : "z:series", series);
        }
    }

    private static IEnumerable<MetaTag> Kind(Reference reference)
    {
        switch (reference.Kind)
        {
            case RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper:
                yield return Tag("z:itemType", "report");
                if (reference.Number is { } number)
                {
                    yield return Tag("z:reportNumber", number);
                }

                break;
            case RecordKind.Commentary or RecordKind.Article:
                yield return Tag("z:itemType", "journalArticle");
                yield return Tag("prism.publicationName", reference.Container);
                if (reference.Issn is { } issn)
                {
                    yield return Tag("prism.issn", issn.Text);
                }

                break;
            case RecordKind.Speech or RecordKind.Testimony:
                yield return Tag("z:itemType", "presentation");
                // Those who present are not looked for among the creators of Dublin Core.
                foreach (var author in reference.Authors)
                {
                    yield return Tag("eprints.creators_name", TaggedName.Of(author, isOnly: false));
                }

                break;
            default:
                throw new InvalidOperationException($"unknown kind of record {reference.Kind}");
        }
    }

    private static MetaTag Tag(string name, string content) => new("name", name, content);
}

using System.Globalization;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing.Heads;

/// <summary>
/// The tags by which Google Scholar indexes a page ("Inclusion Guidelines for Webmasters", Indexing) and Zotero decides what it is.
/// All or none: Scholar ignores a page without title, author and date. None for a speech, which Zotero would take for an article,
/// nor for what is not published. Keywords are left out, since neither reads them, and what Dublin Core says besides.
/// </summary>
internal static class HighwireTags
{
    /// <summary>Whether the page has them.</summary>
    public static bool Stand(BriefPage page, Reference reference) =>
        !page.Entry.IsUnpublished && !reference.Authors.IsEmpty && reference.Issued is not null && (reference.IsReport || reference.IsArticle);

    public static IEnumerable<MetaTag> Of(BriefPage page, Reference reference, Func<Briefs.SiteUrl, string> absolute)
    {
        if (!Stand(page, reference) || reference.Issued is not { } issued)
        {
            yield break;
        }

        yield return Tag("title", reference.Title);
        foreach (var (author, name) in page.Entry.Authors.Zip(reference.Authors))
        {
            yield return Tag("author", TaggedName.Of(name, isOnly: reference.Authors.Length == 1));
            // These belong to the author before them.
            if (author.Affiliation is { } affiliation)
            {
                yield return Tag("author_institution", affiliation);
            }

            if (author.Orcid is { } orcid)
            {
                yield return Tag("author_orcid", orcid.Url);
            }
        }

        yield return Tag("publication_date", issued.Day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        if (reference.IsReport)
        {
            yield return Tag("technical_report_institution", reference.Publisher);
            if (reference.Number is { } number)
            {
                yield return Tag("technical_report_number", number);
            }
        }
        else if (reference.IsArticle)
        {
            yield return Tag("journal_title", reference.Container);
            if (reference.Issn is { } issn)
            {
                yield return Tag("issn", issn.Text);
            }
        }

        if (reference.Doi is { } doi)
        {
            yield return Tag("doi", doi.Text);
        }

        if (reference.Isbn is { } isbn)
        {
            yield return Tag("isbn", isbn.Text);
        }

        yield return Tag("public_url", reference.Url);
        if (reference.Abstract is { } summary)
        {
            yield return Tag("abstract", summary);
        }

        // Scholar takes a PDF for the full text only where it stands in the folder of its page, as attachments do.
        if (page.Attachments.FirstOrDefault(file => file.FileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) is { } pdf)
        {
            yield return Tag("pdf_url", absolute(pdf.Url));
        }
    }

    private static MetaTag Tag(string name, string content) => new("name", "citation_" + name, content);
}

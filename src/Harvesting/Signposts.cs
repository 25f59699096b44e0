using System.Collections.Immutable;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>
/// Typed links by which machines find their way from a page to its author, licence, files and records (signposting.org, FAIR
/// profile, level 1): in the head of each brief's page, and of all briefs in one set (RFC 9264).
/// </summary>
internal sealed class Signposts(Settings settings)
{
    private const string Csl = "application/vnd.citationstyles.csl+json";

    private static readonly (string Type, Func<CitationLinks, SiteUrl> Url)[] Descriptions =
        [(Csl, links => links.CslJson), ("application/x-bibtex", links => links.BibTeX), ("application/x-research-info-systems", links => links.Ris)];

    /// <summary>What the page of a brief says in its head; the set says it of the descriptions in other formats too.</summary>
    public ImmutableArray<TypedLink> Of(BriefPage page) => [.. All(page).Where(link => link.Relation != "describedby" || link.MediaType == Csl)];

    /// <summary>A set for the whole site: one of its own for each brief would double their files, and a page carries its links itself.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Set(ImmutableArray<BriefPage> briefs) =>
        Records.Document("{\"linkset\":[\n"u8.ToArray(), Records.WriteJson(briefs, Context), "\n]}\n"u8);

    private IEnumerable<TypedLink> All(BriefPage page)
    {
        var (entry, brief) = (page.Entry, page.Entry.Brief);
        yield return new TypedLink("cite-as", brief.Doi?.Url ?? page.Canonical);
        yield return new TypedLink("type", "https://schema.org/AboutPage");
        yield return new TypedLink("type", entry.Record is RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper ? "https://schema.org/Report" : "https://schema.org/Article");
        foreach (var author in entry.Authors)
        {
            yield return new TypedLink("author", author.Orcid?.Url ?? Absolute(author.Page));
        }

        if (page.Licence?.Url is { } licence)
        {
            yield return new TypedLink("license", licence.Text);
        }

        foreach (var (type, url) in Descriptions)
        {
            yield return new TypedLink("describedby", Absolute(url(new CitationLinks(page.Url))), type);
        }

        foreach (var file in page.Attachments)
        {
            yield return new TypedLink("item", Absolute(file.Url), MediaType.Of(file.FileName));
        }

        yield return new TypedLink("collection", Absolute(entry.Series?.Url ?? SiteUrl.Home / "briefs"), "text/html");
    }

    private void Context(Utf8JsonWriter json, BriefPage page)
    {
        json.WriteStartObject();
        json.WriteString("anchor", Absolute(page.Url));
        foreach (var relation in All(page).GroupBy(link => link.Relation, StringComparer.Ordinal))
        {
            json.WriteStartArray(relation.Key);
            foreach (var link in relation)
            {
                json.WriteStartObject();
                json.WriteString("href", link.Url);
                if (link.MediaType is { } type)
                {
                    json.WriteString("type", type);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private string Absolute(SiteUrl url) => settings.BaseUrl.Absolute(url);
}

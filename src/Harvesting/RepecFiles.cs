using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Naming;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>Series as RePEc reads them (ReDIF 1.0: openlib.org/acmes/root/docu/redif_1.html): of each its description and a template for every piece.</summary>
internal sealed class RepecFiles(RepecPlan plan, SitePlan site)
{
    private Settings Settings => site.Settings;

    private string Publisher => Settings.Publisher.Name.Length > 0 ? Settings.Publisher.Name : Settings.Title;

    public IEnumerable<PlannedFile> All()
    {
        yield return new PlannedFile(plan.Listing, () => Listing(plan.Listing, [plan.ArchiveFile, plan.SeriesFile, .. plan.Series.Select(plan.ListingOf)]));
        yield return new PlannedFile(plan.ArchiveFile, () => Templates([Archive()]));
        yield return new PlannedFile(plan.SeriesFile, () => Templates(plan.Series.Select(Series)));
        foreach (var series in plan.Series)
        {
            yield return new PlannedFile(plan.ListingOf(series), () => Listing(plan.ListingOf(series), [plan.RecordsOf(series)]));
            yield return new PlannedFile(plan.RecordsOf(series), () => Templates(series.Entries.Select(entry => Paper(site.BriefPages[entry.Brief.Slug], series))));
        }
    }

    private IEnumerable<(string Field, string? Value)> Archive() =>
    [
        ("Template-Type", "ReDIF-Archive 1.0"), ("Handle", $"RePEc:{plan.Archive.Code}"), ("Name", Publisher), ("Maintainer-Email", plan.Archive.Email),
        ("Description", Settings.Description), ("URL", Absolute(plan.Listing)), ("Homepage", Absolute(SiteUrl.Home)),
    ];

    private IEnumerable<(string Field, string? Value)> Series(RepecSeries series) =>
    [
        ("Template-Type", "ReDIF-Series 1.0"), ("Name", series.Term.Name), ("Description", series.Term.Description), ("Provider-Name", Publisher),
        ("Provider-Homepage", Settings.Publisher.Url?.Text ?? Absolute(SiteUrl.Home)), ("Maintainer-Email", plan.Archive.Email), ("Type", "ReDIF-Paper"),
        ("ISSN", Settings.Publisher.Issn?.Text), ("Handle", $"RePEc:{plan.Archive.Code}:{series.Code}"),
    ];

    private IEnumerable<(string Field, string? Value)> Paper(BriefPage page, RepecSeries series)
    {
        var brief = page.Entry.Brief;
        return
        [
            ("Template-Type", "ReDIF-Paper 1.0"),
            // A template has an author; what is signed by none is the institute's.
            .. page.Entry.Authors.IsEmpty
                ? [("Author-Name", Publisher)]
                : page.Entry.Authors.SelectMany(author => (IEnumerable<(string, string?)>)[("Author-Name", author.Name), ("Author-Workplace-Name", author.Affiliation)]),
            ("Title", brief.Title), ("Abstract", brief.Summary),
            ("Creation-Date", brief.Published.AsKnown is { } published ? new PublicationDate.Known(published.Day).Iso : null),
            ("Revision-Date", brief.LastChanged is { } changed && changed.Day != brief.Published.AsKnown?.Day ? new PublicationDate.Known(changed.Day).Iso : null),
            ("Number", brief.Number), ("DOI", brief.Doi?.Text),
            ("Keywords", string.Join(", ", page.Entry.Topics.Select(topic => topic.Name.Replace(',', ' ')))),
            .. page.Attachments.Prepend(null).SelectMany(file => (IEnumerable<(string, string?)>)
                [("File-URL", Absolute(file?.Url ?? page.Url)), ("File-Format", file is null ? "text/html" : MediaType.Of(file.FileName)), ("File-Function", file?.Title ?? "Full text")]),
            ("Handle", $"RePEc:{plan.Archive.Code}:{series.Code}:{HandleOf(brief.Slug)}"),
        ];
    }

    // A handle never changes and is written in ASCII.
    private static string HandleOf(Slug slug) => slug.Text.All(char.IsAscii) ? slug.Text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug.Text)).AsSpan(0, 6));

    // Without the mark at its head a file would be read as Latin-1. A value is one line: one that looks like a field would be taken for it.
    private static ImmutableArray<ReadOnlyMemory<byte>> Templates(IEnumerable<IEnumerable<(string Field, string? Value)>> templates)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var template in templates)
        {
            foreach (var (field, value) in template.Where(line => !string.IsNullOrWhiteSpace(line.Value)))
            {
                text.Append(field).Append(": ").AppendJoin(' ', value!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Append('\n');
            }

            text.Append('\n');
        }

        return [Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static ImmutableArray<ReadOnlyMemory<byte>> Listing(SiteUrl folder, IEnumerable<SiteUrl> files)
    {
        var text = new StringBuilder($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="robots" content="noindex">
            <title>Index of {WebUtility.HtmlEncode(folder.Path)}</title>
            </head>
            <body>
            <main>
            <h1>Index of {WebUtility.HtmlEncode(folder.Path)}</h1>
            <ul>

            """.ReplaceLineEndings("\n"));
        foreach (var name in files.Select(file => WebUtility.HtmlEncode(file.Path[folder.Path.Length..])))
        {
            text.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{name}\">{name}</a></li>\n");
        }

        return [Encoding.UTF8.GetBytes(text.Append("</ul>\n</main>\n</body>\n</html>\n").ToString())];
    }

    private string Absolute(SiteUrl url) => Settings.BaseUrl.Absolute(url);
}

using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>The catalogue as a table (RFC 4180), UTF-8, for spreadsheets: a brief a line, several values of one cell with <c>|</c> between. docs/harvest.md has the columns.</summary>
internal sealed class CatalogueCsv(Settings settings)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    // What spreadsheets take for the beginning of a formula, which would run on the reader's machine.
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    private static readonly (string Name, Func<CatalogueCsv, BriefPage, string?> Value)[] Columns =
    [
        ("slug", (_, p) => p.Entry.Brief.Slug.Text),
        ("url", (c, p) => c.Absolute(p.Url)),
        ("title", (_, p) => p.Entry.Brief.Title),
        ("authors", (_, p) => Several(p.Entry.Authors.Select(a => a.Name))),
        ("orcids", (_, p) => p.Entry.Authors.Any(a => a.Orcid is not null) ? Several(p.Entry.Authors.Select(a => a.Orcid?.Text ?? "")) : null),
        ("published", (_, p) => p.Entry.Brief.Published.AsKnown?.Iso),
        ("not_before", (_, p) => (p.Entry.Brief.Published as PublicationDate.Unknown)?.NotBefore is { } day ? Day(day) : null),
        ("updated", (_, p) => p.Entry.Brief.Updated?.Iso),
        ("corrected", (_, p) => Several(p.Entry.Brief.Corrections.OrderBy(c => c.Date.Instant).Select(c => c.Date.Iso))),
        ("kind", (_, p) => p.Entry.Kind.Name),
        ("series", (_, p) => p.Entry.Series?.Name),
        ("number", (_, p) => p.Entry.Brief.Number),
        ("language", (_, p) => p.Entry.Language),
        ("topics", (_, p) => Several(p.Entry.Topics.Select(t => t.Name))),
        ("regions", (_, p) => Several(p.Entry.Regions.Select(t => t.Name))),
        ("summary", (_, p) => p.Entry.Brief.Summary),
        ("words", (_, p) => p.Entry.Brief.Body.Words.ToString(CultureInfo.InvariantCulture)),
        ("doi", (_, p) => p.Entry.Brief.Doi?.Text),
        ("isbn", (_, p) => p.Entry.Brief.Isbn?.Text),
        ("license", (_, p) => p.Licence?.Id ?? p.Licence?.Name),
        ("license_url", (_, p) => p.Licence?.Url?.Text),
        ("source", (_, p) => p.Entry.Brief.Source?.Name),
        ("source_title", (_, p) => p.Entry.Brief.Source?.Title),
        ("source_url", (_, p) => p.Entry.Brief.Source?.Url?.Text),
        ("permission", (_, p) => p.Entry.Brief.Source?.Permission),
        ("disclaimer", (_, p) => p.Disclaimer),
        ("attachments", (c, p) => Several(p.Attachments.Select(a => c.Absolute(a.Url)))),
        ("superseded_by", (c, p) => p.SupersededBy is { } successor ? c.Absolute(successor.Url) : null),
        ("imported_from", (_, p) => p.Entry.Brief.Provenance?.File),
        ("imported_sha256", (_, p) => p.Entry.Brief.Provenance?.Sha256),
        ("imported", (_, p) => p.Entry.Brief.Provenance?.Imported is { } day ? Day(day) : null),
    ];

    public ImmutableArray<ReadOnlyMemory<byte>> Write(ImmutableArray<BriefPage> briefs) =>
    [
        System.Text.Encoding.UTF8.GetBytes(string.Join(',', Columns.Select(c => c.Name)) + "\r\n"),
        .. Records.Write(briefs, piece =>
        {
            using var csv = new MarkupWriter();
            foreach (var brief in piece)
            {
                for (var i = 0; i < Columns.Length; i++)
                {
                    if (i > 0)
                    {
                        csv.Write(',');
                    }

                    Cell(csv, Columns[i].Value(this, brief) ?? "");
                }

                csv.Write("\r\n"u8);
            }

            return csv.ToArray();
        }),
    ];

    private static void Cell(MarkupWriter csv, string text)
    {
        var isFormula = text.Length > 0 && Formula.Contains(text[0]);
        if (!isFormula && text.AsSpan().IndexOfAny(Quoted) < 0)
        {
            csv.Write(text);
            return;
        }

        csv.Write(isFormula ? "\"'"u8 : "\""u8);
        csv.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        csv.Write("\""u8);
    }

    private static string Several(IEnumerable<string> texts) => string.Join('|', texts);

    private static string Day(DateOnly day) => new PublicationDate.Known(day).Iso;

    private string Absolute(SiteUrl url) => settings.BaseUrl.Absolute(url);
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Citing.Styles;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing;

/// <summary>A piece as a bibliography sees it, whatever the format. A republished piece is cited as its original.</summary>
internal sealed record Reference
{
    private string? _titleInCapitals;

    /// <summary>Unique within the archive.</summary>
    public required CitationKey Key { get; init; }

    public required RecordKind Kind { get; init; }

    /// <summary>The kind as readers see it: <c>Policy brief</c>.</summary>
    public required string Genre { get; init; }

    public required string Title { get; init; }

    /// <summary>As most styles print an English title.</summary>
    public string TitleInCapitals => _titleInCapitals ??= Titles.InCapitals(Title, this);

    /// <summary>In the writer's order; empty where no author is known.</summary>
    public required ImmutableArray<CitedName> Authors { get; init; }

    /// <summary>Null where the date is not known: never invented.</summary>
    public PublicationDate.Known? Issued { get; init; }

    /// <summary>Who published it: the institute, or the publisher of the original.</summary>
    public required string Publisher { get; init; }

    /// <summary>What an article stands in: the archive by its title, or the source of the original.</summary>
    public required string Container { get; init; }

    /// <summary>Who publishes what an article stands in, where it has another name.</summary>
    public string? PublisherOfContainer => Publisher == Container ? null : Publisher;

    public string? Series { get; init; }

    public string? Number { get; init; }

    /// <summary>The address to cite.</summary>
    public required string Url { get; init; }

    /// <summary>The whole piece as a PDF file, or null.</summary>
    public string? Pdf { get; init; }

    public Doi? Doi { get; init; }

    public Isbn? Isbn { get; init; }

    public Issn? Issn { get; init; }

    /// <summary>A BCP 47 tag.</summary>
    public required string Language { get; init; }

    public string? Abstract { get; init; }

    /// <summary>Topics, then regions.</summary>
    public required ImmutableArray<string> Keywords { get; init; }

    public Licence? Licence { get; init; }

    /// <summary>Oldest first.</summary>
    public required ImmutableArray<Correction> Corrections { get; init; }

    /// <summary>Where it was republished, for a piece that first appeared elsewhere; else null.</summary>
    public string? RepublishedAt { get; init; }

    /// <summary>Whether it is cited as a publication of its own (a report) rather than as a part of a larger one.</summary>
    public bool IsReport => Kind is RecordKind.PolicyBrief or RecordKind.Report or RecordKind.WorkingPaper;

    /// <summary>Whether it is cited as a part of a periodical.</summary>
    public bool IsArticle => Kind is RecordKind.Commentary or RecordKind.Article;

    public static Reference Of(BriefPage page, Settings settings)
    {
        var entry = page.Entry;
        var brief = entry.Brief;
        var publisher = settings.Publisher.Name.Length > 0 ? settings.Publisher.Name : settings.Title;
        var source = brief.Source;
        return new Reference
        {
            Key = CitationKey.Of(brief.Slug),
            Kind = entry.Record,
            Genre = entry.Kind.KindName ?? entry.Kind.Name,
            Title = source?.Title ?? brief.Title,
            Authors = [.. entry.Authors.Select(author => CitedName.Of(author, publisher))],
            Issued = brief.Published.AsKnown,
            Publisher = source is null ? publisher : source.Name ?? source.Url?.Host ?? publisher,
            Container = source is null ? settings.Title : source.Name ?? source.Url?.Host ?? settings.Title,
            // The series is the archive's, and no part of the original.
            Series = source is null ? entry.Series?.Name : null,
            Number = source is null ? brief.Number : null,
            Url = page.Canonical,
            Pdf = page.Attachments.FirstOrDefault(file => file.FileName.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase)) is { } pdf ? settings.BaseUrl.Absolute(pdf.Url) : null,
            Doi = brief.Doi,
            Isbn = brief.Isbn,
            Issn = source is null ? settings.Publisher.Issn : null,
            Language = entry.Language,
            Abstract = brief.Summary,
            Keywords = [.. entry.Topics.Concat(entry.Regions).Select(term => term.Name).Distinct(StringComparer.Ordinal)],
            Licence = page.Licence,
            Corrections = [.. brief.Corrections.OrderBy(correction => correction.Date.Instant)],
            RepublishedAt = source?.Url is null ? null : settings.BaseUrl.Absolute(page.Url),
        };
    }
}

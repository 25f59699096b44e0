using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>
/// Where RePEc looks for an archive: in a folder of its name two files that describe it and its series, and for each series a
/// folder with the records. It reads folders as web servers list them, so each has a page with its links.
/// </summary>
public sealed record RepecPlan
{
    private readonly SiteUrl _folder;

    private RepecPlan(RepecArchive archive, ImmutableArray<RepecSeries> series)
    {
        (Archive, Series) = (archive, series);
        _folder = SiteUrl.Home / "RePEc" / archive.Code;
    }

    public RepecArchive Archive { get; }

    /// <summary>Those that ask for it and have a piece, by code.</summary>
    public ImmutableArray<RepecSeries> Series { get; }

    public SiteUrl Listing => _folder;

    public SiteUrl ArchiveFile => _folder.File(Archive.Code + "arch.rdf");

    public SiteUrl SeriesFile => _folder.File(Archive.Code + "seri.rdf");

    public SiteUrl ListingOf(RepecSeries series) => _folder / series.Code;

    public SiteUrl RecordsOf(RepecSeries series) => ListingOf(series).File(series.Code + ".rdf");

    public IEnumerable<SiteUrl> Files =>
        [Listing, ArchiveFile, SeriesFile, .. Series.SelectMany(series => (SiteUrl[])[ListingOf(series), RecordsOf(series)])];

    /// <summary>Null where the settings name no archive.</summary>
    public static RepecPlan? Of(Archive archive, Settings settings) => settings.Repec is not { } repec ? null : new RepecPlan(
        repec,
        [
            .. archive.Shelves[Taxonomy.Series].Where(shelf => shelf.Term.Repec is not null)
                .Select(shelf => new RepecSeries(shelf.Term.Repec!, shelf.Term, [.. shelf.Entries.Where(entry => !entry.IsUnpublished && entry.Series == shelf.Term)]))
                .Where(series => !series.Entries.IsEmpty).OrderBy(series => series.Code, StringComparer.Ordinal),
        ]);

    internal static IEnumerable<Finding> Judge(IEnumerable<Term> listed, Settings settings)
    {
        var known = new Dictionary<string, Term>(StringComparer.OrdinalIgnoreCase);
        foreach (var term in listed.Where(term => term.Repec is not null))
        {
            if (settings.Repec is null)
            {
                yield return Finding.Error("SITE024", term.Place, $"the series \u201c{term.Name}\u201d asks for RePEc, and the settings name no archive there", "add e.g. `repec: {archive: abc}` to settings.yml");
            }
            else if (!known.TryAdd(term.Repec!, term))
            {
                yield return Finding.Error("DATA007", term.Place, $"the series \u201c{term.Name}\u201d and \u201c{known[term.Repec!].Name}\u201d have one code at RePEc, `{term.Repec}`", "give each its own");
            }
        }
    }
}

/// <param name="Entries">Newest first.</param>
public sealed record RepecSeries(string Code, Term Term, ImmutableArray<Entry> Entries);

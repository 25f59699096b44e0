using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Citing.Formats;
using PolicyArchive.Citing.Heads;
using PolicyArchive.Citing.Styles;
using PolicyArchive.Naming;
using PolicyArchive.Pages;

namespace PolicyArchive.Citing;

/// <summary>How a site is cited: three files for each brief and each list, and what each page says of itself.</summary>
public sealed class SiteCitations
{
    private readonly SitePlan _plan;
    private readonly FrozenDictionary<Slug, Lazy<Record>> _records;

    private SiteCitations(SitePlan plan)
    {
        _plan = plan;
        _records = plan.BriefPages.ToFrozenDictionary(page => page.Key, page => new Lazy<Record>(() => new Record(Reference.Of(page.Value, plan.Settings))));
    }

    public static SiteCitations Of(SitePlan plan) => new(plan);

    /// <summary>The page with its record. What only leads elsewhere, or is nowhere, has none.</summary>
    public Page For(Page page) => page is RedirectPage or RetiredPage or NotFoundPage ? page : page with { Record = RecordOf(page) };

    private PageRecord RecordOf(Page page)
    {
        var record = new PageRecord
        {
            Meta = [.. PreviewTags.Of(page, _plan.Settings)],
            StructuredData = page is BriefPage { Entry.IsUnpublished: true } ? default : StructuredData.Of(page, _plan.Settings),
        };
        switch (page)
        {
            case BriefPage brief:
                // A page that is newer than the plan, as a preview has, is read anew.
                var known = _records.GetValueOrDefault(brief.Entry.Brief.Slug);
                var reference = known is not null && ReferenceEquals(_plan.BriefPages[brief.Entry.Brief.Slug].Entry, brief.Entry) ? known.Value.Reference : Reference.Of(brief, _plan.Settings);
                return record with
                {
                    Meta = [.. HighwireTags.Of(brief, reference, _plan.Settings.BaseUrl.Absolute), .. DublinCoreTags.Of(brief, reference), .. ZoteroTags.Of(brief, reference), .. record.Meta],
                    Files = new CitationLinks(page.Url),
                    Citations = CitationStyles.Of(reference),
                };
            case ListPage list:
                return record with { Files = new CitationLinks(list.List), Coins = [.. list.Entries.Select(entry => _records[entry.Brief.Slug].Value.Coins)] };
            default:
                return record;
        }
    }

    /// <summary>Every file, planned; each is rendered when asked, in any order and in parallel.</summary>
    public IEnumerable<PlannedFile> Files() => _plan.BriefPages.Values.OrderBy(page => page.Url).SelectMany(FilesOf).Concat(FilesOfLists());

    public IEnumerable<PlannedFile> FilesOf(BriefPage page) => Files(page.Url, () => [_records[page.Entry.Brief.Slug].Value], null);

    /// <param name="prints">Tells which of them are the same as before, or null.</param>
    public IEnumerable<PlannedFile> FilesOfLists(PagePrints? prints = null)
    {
        foreach (var list in _plan.Lists)
        {
            // A draft may be previewed, but is cited nowhere but on its own page.
            ImmutableArray<Entry> cited = [.. list.Entries.Where(entry => !entry.IsUnpublished)];
            var print = new Lazy<UInt128>(() => prints!.Of(cited));
            foreach (var file in Files(list.Url, () => cited.Select(entry => _records[entry.Brief.Slug].Value), prints is null ? null : () => print.Value))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<PlannedFile> Files(SiteUrl owner, Func<IEnumerable<Record>> records, Func<UInt128>? print)
    {
        var links = new CitationLinks(owner);
        yield return new PlannedFile(links.BibTeX, () => Joined(records().Select(record => record.BibTeX), [], "\n"u8, []), print);
        yield return new PlannedFile(links.Ris, () => Joined(records().Select(record => record.Ris), [], [], []), print);
        yield return new PlannedFile(links.CslJson, () => Joined(records().Select(record => record.CslJson), "["u8, ",\n"u8, "]\n"u8), print);
    }

    // Records share their bytes between the files that hold them.
    private static ImmutableArray<ReadOnlyMemory<byte>> Joined(IEnumerable<ReadOnlyMemory<byte>> records, ReadOnlySpan<byte> head, ReadOnlySpan<byte> between, ReadOnlySpan<byte> foot)
    {
        var (start, comma, end) = (head.ToArray(), between.ToArray(), foot.ToArray());
        var parts = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>();
        parts.Add(start);
        foreach (var record in records)
        {
            if (parts.Count > 1)
            {
                parts.Add(comma);
            }

            parts.Add(record);
        }

        parts.Add(end);
        parts.RemoveAll(part => part.IsEmpty);
        return parts.ToImmutable();
    }

    /// <summary>One piece in each format, rendered once for all files and pages that hold it.</summary>
    private sealed class Record(Reference reference)
    {
        public Reference Reference { get; } = reference;

        public string Coins { get; } = Heads.Coins.Of(reference);

        public ReadOnlyMemory<byte> BibTeX { get; } = BibTeXEntry.Write(reference);

        public ReadOnlyMemory<byte> Ris { get; } = RisRecord.Write(reference);

        public ReadOnlyMemory<byte> CslJson { get; } = CslItem.Write(reference);
    }
}

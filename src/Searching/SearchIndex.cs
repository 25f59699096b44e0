using System.Collections.Immutable;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;
using PolicyArchive.Searching.Analysis;
using PolicyArchive.Searching.Index;
using PolicyArchive.Wording;

namespace PolicyArchive.Searching;

/// <summary>
/// Everything that the search page asks for, as plain files below an address that changes with the archive, so that they
/// can be kept for ever. docs/search-format.md describes them.
/// </summary>
public sealed class SearchIndex
{
    // Briefs analysed at a time by one thread; small enough that all threads end together.
    private const int BriefsInBatch = 128;

    private readonly Archive _archive;

    // By number: those without a date, then the oldest to the newest, so that a new brief takes no number from another.
    private readonly ImmutableArray<Entry> _entries;
    private readonly Words _words;

    private SearchIndex(Archive archive, Words words, SiteUrl folder) => (_archive, _entries, _words, Folder) = (archive, [.. archive.Entries.Reverse()], words, folder);

    public SiteUrl Folder { get; }

    public static SearchIndex Of(SitePlan plan) =>
        new(plan.Archive, plan.Settings.Words, SiteUrl.Home / "search" / "index" / Fingerprint.Of(plan.Archive, plan.Settings.Words));

    /// <summary>The search page is told where its index is; other pages stay as they are.</summary>
    public Page For(Page page) => page is SearchPage search ? search with { Index = Folder } : page;

    /// <summary>The same files whatever the number of cores.</summary>
    public void Write(FileSink files)
    {
        Action<RenderedFile> sink = files.Add;
        var vocabulary = new Vocabulary();
        var batches = new Batch[(_entries.Length + BriefsInBatch - 1) / BriefsInBatch];
        Parallel.For(0, batches.Length, () => new Reading(new BatchWriter(vocabulary), new TextFiles(Folder, _words)), (i, _, reading) =>
        {
            batches[i] = Read(i * BriefsInBatch, reading, sink);
            return reading;
        }, _ => { });
        var ranking = new Ranking([.. batches.SelectMany(batch => batch.Shapes)]);
        var groups = StemGroup.Of(vocabulary, batches);
        var lists = new PostingList[groups.Length];
        Parallel.For(0, groups.Length, () => new PostingWriter(batches, ranking), (g, _, writer) =>
        {
            lists[g] = writer.Write(groups[g]);
            return writer;
        }, _ => { });
        var plan = new ShardPlan(groups, lists);
        new ShardFiles(Folder, groups, lists, plan).Write(sink);
        var tails = new TailFiles(Folder, groups);
        tails.Write(sink);
        var facets = new FacetFiles(Folder, _archive, _entries, _words).Write(sink);
        sink(RootFile.Write(Folder, _entries, plan, tails.Count, facets));
    }

    /// <summary>What one thread keeps from batch to batch.</summary>
    private sealed record Reading(BatchWriter Words, TextFiles Texts);

    private Batch Read(int first, Reading reading, Action<RenderedFile> sink)
    {
        var partStarts = new List<int>();
        for (var number = first; number < Math.Min(first + BriefsInBatch, _entries.Length); number++)
        {
            var entry = _entries[number];
            var text = BodyText.Of(entry.Brief.Body.Html);
            partStarts.Clear();
            reading.Words.Add(Language.Of(entry.Language), Encoding.UTF8.GetBytes(entry.Brief.Title), Head(entry), text, partStarts);
            reading.Texts.Write(entry, number, text, partStarts, sink);
        }

        return reading.Words.Close(first);
    }

    private static IEnumerable<byte[]> Head(Entry entry)
    {
        var brief = entry.Brief;
        string?[] fields =
        [
            brief.Summary, .. brief.KeyPoints, .. entry.Topics.Select(t => t.Name), .. entry.Regions.Select(r => r.Name),
            .. entry.Authors.Select(a => a.Name), entry.Series?.Name, brief.Number, entry.Kind.Name,
        ];
        return fields.OfType<string>().Select(Encoding.UTF8.GetBytes);
    }
}

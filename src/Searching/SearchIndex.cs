using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Keeping;
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
    private readonly Archive _archive;

    // By number: those without a date, then the oldest to the newest, so that a new brief takes no number from another.
    private readonly ImmutableArray<Entry> _entries;
    private readonly Words _words;
    private readonly Fingerprint _prints;

    private SearchIndex(Archive archive, Words words, Fingerprint prints) =>
        (_archive, _entries, _words, _prints, Folder) = (archive, [.. archive.Entries.Reverse()], words, prints, SiteUrl.Home / "search" / "index" / prints.Text);

    public SiteUrl Folder { get; }

    public static SearchIndex Of(SitePlan plan) => new(plan.Archive, plan.Settings.Words, Fingerprint.Of(plan.Archive, plan.Settings.Words));

    /// <summary>The search page is told where its index is; other pages stay as they are.</summary>
    public Page For(Page page) => page is SearchPage search ? search with { Index = Folder } : page;

    /// <summary>The same files whatever the number of cores, and whatever is kept.</summary>
    /// <param name="kept">What is known of briefs from earlier builds; receives what is new.</param>
    public void Write(FileSink files, KeptPack? kept = null)
    {
        var folder = new IndexFolder(Folder, files);
        var batches = new Batch[(_entries.Length + Batch.Briefs - 1) / Batch.Briefs];
        var lexicon = new Lexicon(batches.Length);
        Parallel.For(0, batches.Length, () => new Reader(new BatchWriter(), new TextFiles(folder, _words), new WrittenForms()), (i, _, reader) =>
        {
            batches[i] = Read(i * Batch.Briefs, reader, folder, kept);
            lexicon.Add(i, batches[i], reader.Met);
            return reader;
        }, _ => { });
        var ranking = new Ranking([.. batches.SelectMany(batch => batch.Shapes)]);
        var groups = lexicon.Groups();
        var lists = new PostingList[groups.Length];
        Parallel.For(0, groups.Length, () => new PostingWriter(batches, ranking), (g, _, writer) =>
        {
            lists[g] = writer.Write(groups[g]);
            return writer;
        }, _ => { });
        var plan = new ShardPlan(groups, lists);
        Parallel.Invoke(
            () => new ShardFiles(groups, lists, plan, () => new PositionWriter(batches, lexicon)).Write(folder),
            () =>
            {
                var tails = new TailFiles(groups);
                tails.Write(folder);
                var facets = new FacetFiles(_archive, _entries, _words).Write(folder);
                RootFile.Write(folder, _entries, plan, tails.Count, facets);
            });
    }

    /// <summary>What one thread keeps from batch to batch.</summary>
    private sealed record Reader(BatchWriter Words, TextFiles Texts, WrittenForms Met);

    private Batch Read(int first, Reader reader, IndexFolder folder, KeptPack? kept)
    {
        var entries = _entries.AsSpan(first, Math.Min(Batch.Briefs, _entries.Length - first));
        var texts = new byte[entries.Length][];
        var print = PrintOf(first, entries.Length);
        if (kept?.Find(print) is not { } bytes)
        {
            for (var i = 0; i < entries.Length; i++)
            {
                texts[i] = BodyText.Of(entries[i].Brief.Body.Html);
                reader.Words.Add(Language.Of(entries[i].Language), Encoding.UTF8.GetBytes(entries[i].Brief.Title), Head(entries[i]), texts[i]);
            }

            var made = reader.Words.Close();
            kept?.Add(print, made);
            bytes = made;
        }

        var batch = new Batch(first, bytes);
        for (var i = 0; i < entries.Length; i++)
        {
            var (brief, entry) = (i, entries[i]);
            folder.Add($"text/{(first + i).ToString(CultureInfo.InvariantCulture)}", PrintOf(first + i), take =>
                reader.Texts.Write(entry, first + brief, texts[brief] ?? BodyText.Of(entry.Brief.Body.Html), batch.PartStarts[brief], take));
        }

        return batch;
    }

    private UInt128 PrintOf(int number) => _prints[_entries.Length - 1 - number];

    private UInt128 PrintOf(int first, int count)
    {
        var print = new PrintHash().With(ProgramPrint.Value);
        for (var number = first; number < first + count; number++)
        {
            print.With(PrintOf(number));
        }

        return print.Value();
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

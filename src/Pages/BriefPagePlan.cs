using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>Plans the page of each brief: its neighbours, links, files and address to cite.</summary>
internal sealed class BriefPagePlan
{
    // A table of contents helps from here on; below, it only delays the text.
    private const int LongPieceWords = 900;
    private const int LongPieceHeadings = 4;

    private readonly Archive _archive;
    private readonly Settings _settings;
    private readonly LinkResolver _resolver;
    private readonly Addresses _addresses;
    private readonly RelatedBriefs _related;
    private readonly Dictionary<Slug, (Entry? Previous, Entry? Next)> _neighbours = [];
    private readonly Dictionary<Slug, Entry> _supersededBy = [];
    private readonly ILookup<Slug, Entry> _translations;

    /// <param name="addresses">With all pages and files claimed; only asked.</param>
    public BriefPagePlan(Archive archive, Settings settings, LinkResolver resolver, Addresses addresses)
    {
        (_archive, _settings, _resolver, _addresses) = (archive, settings, resolver, addresses);
        _related = new RelatedBriefs(archive.Entries);
        foreach (var shelf in archive.Shelves[Taxonomy.Series])
        {
            var order = SeriesOrder(shelf.Entries.Where(e => e.Series == shelf.Term));
            for (var i = 0; i < order.Length; i++)
            {
                _neighbours[order[i].Brief.Slug] = (i > 0 ? order[i - 1] : null, i + 1 < order.Length ? order[i + 1] : null);
            }
        }

        foreach (var entry in archive.Entries)
        {
            foreach (var older in entry.Brief.Supersedes.Select(Find).OfType<Entry>())
            {
                _supersededBy.TryAdd(older.Brief.Slug, entry);
            }
        }

        _translations = archive.Entries.Where(e => e.Brief.TranslationOf is not null).ToLookup(e => OriginalOf(e).Brief.Slug);
    }

    /// <summary>In parallel; findings are added in the archive's order.</summary>
    public ImmutableArray<BriefPage> Plan(List<Finding> findings)
    {
        var pages = new BriefPage[_archive.Entries.Length];
        var found = new List<Finding>[pages.Length];
        Parallel.For(0, pages.Length, i => pages[i] = Plan(_archive.Entries[i], found[i] = []));
        foreach (var some in found)
        {
            findings.AddRange(some);
        }

        return [.. pages];
    }

    /// <summary>The page of one brief: of the archive, or of what became of one whose slug stays.</summary>
    public BriefPage Plan(Entry entry, List<Finding> findings)
    {
        var brief = entry.Brief;
        var original = OriginalOf(entry);
        ImmutableArray<Entry> family = [original, .. _translations[original.Brief.Slug]];
        var neighbours = _neighbours.GetValueOrDefault(brief.Slug);
        var topic = entry.Topics.FirstOrDefault();
        return new BriefPage
        {
            Url = entry.Url,
            Title = brief.Title,
            Description = brief.Summary ?? brief.Body.Lead,
            Breadcrumbs = topic is null
                ? [new(_settings.Words.Home, SiteUrl.Home), new(_settings.Words.Briefs, SiteUrl.Home / "briefs")]
                : [new(_settings.Words.Home, SiteUrl.Home), new(_settings.Words.Topics, SiteUrl.Home / "topics"), new(topic.Name, topic.Url)],
            Feeds = topic is null ? null : new FeedLinks(topic.Name, topic.Url),
            Entry = entry,
            Links = _resolver.Resolve(brief.Body, brief.SourcePath, entry.Url, findings),
            Contents = brief.Body.Words >= LongPieceWords && brief.Body.Headings.Count(h => h.Level == 2) >= LongPieceHeadings
                ? [.. brief.Body.Headings.Where(h => h.Level <= 3)]
                : [],
            Disclaimer = brief.Disclaimer ?? _settings.Disclaimer,
            Licence = brief.Licence ?? (brief.Source is null ? _settings.Licence : null),
            Attachments = Attachments(entry, findings),
            Image = Image(entry, findings),
            Related = _related.To(entry, brief.Related.Select(Find).OfType<Entry>().Where(e => e != entry), family.Select(e => e.Brief.Slug).ToHashSet()),
            Translations = family.RemoveAll(e => e.Brief.Slug == brief.Slug),
            Original = original.Brief.Slug == brief.Slug ? null : original,
            Supersedes = [.. brief.Supersedes.Select(Find).OfType<Entry>()],
            SupersededBy = _supersededBy.GetValueOrDefault(brief.Slug),
            PreviousInSeries = neighbours.Previous,
            NextInSeries = neighbours.Next,
            Canonical = brief.Source?.Url?.Text ?? _settings.BaseUrl.Absolute(entry.Url),
        };
    }

    private ImmutableArray<AttachmentFile> Attachments(Entry entry, List<Finding> findings)
    {
        var result = ImmutableArray.CreateBuilder<AttachmentFile>(entry.Brief.Attachments.Length);
        foreach (var attachment in entry.Brief.Attachments)
        {
            if (_resolver.File(attachment.File.Text, entry.Brief.SourcePath) is not { } found)
            {
                findings.Add(Finding.Error("LINK006", attachment.File.Place, $"there is no file `{attachment.File.Text}` to attach", "put it beside the brief, or give its path below the input folder"));
                continue;
            }

            var name = LinkPath.Name(found.File.RelativePath);
            var url = entry.Url.File(name);
            if (result.Any(a => a.Url == url && a.Source != found.File) || (url != found.Url && _addresses.Holder(url) is not null))
            {
                findings.Add(Finding.Error("SITE103", attachment.File.Place, $"the address {url} of this attachment is already taken", "give one of the two files another name"));
                continue;
            }

            result.Add(new AttachmentFile(attachment.Title, url, name, found.File.Length, found.File));
        }

        return result.ToImmutable();
    }

    private PictureFile? Image(Entry entry, List<Finding> findings)
    {
        if (entry.Brief.Image is not { } image)
        {
            return null;
        }

        if (_resolver.File(image.File.Text, entry.Brief.SourcePath) is { } found)
        {
            if (PictureRules.Judge(found.File, image.File.Place) is { } fault)
            {
                findings.Add(fault);
            }

            return new PictureFile(found.Url, image.Alt, image.Credit, found.File.Width, found.File.Height);
        }

        findings.Add(Finding.Error("LINK005", image.File.Place, $"there is no picture `{image.File.Text}`", "put it beside the brief, or give its path below the input folder"));
        return null;
    }

    private Entry? Find(Mention mention) => Slug.TryParse(mention.Text, out var slug) ? _archive.BySlug.GetValueOrDefault(slug) : null;

    // A translation of a translation belongs with the first original; a circle of them stops where it began.
    private Entry OriginalOf(Entry entry)
    {
        var at = entry;
        for (var steps = 0; steps < 8 && at.Brief.TranslationOf is { } of && Find(of) is { } source && source != entry; steps++)
        {
            at = source;
        }

        return at;
    }

    private static ImmutableArray<Entry> SeriesOrder(IEnumerable<Entry> entries)
    {
        var oldestFirst = entries.Reverse().ToArray();
        return oldestFirst.All(e => int.TryParse(e.Brief.Number, out _))
            ? [.. oldestFirst.OrderBy(e => int.Parse(e.Brief.Number!, System.Globalization.CultureInfo.InvariantCulture))]
            : [.. oldestFirst];
    }
}

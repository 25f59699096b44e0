using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Citing;
using PolicyArchive.Feeds;
using PolicyArchive.Findings;
using PolicyArchive.Harvesting;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Searching;
using PolicyArchive.Sharing;
using PolicyArchive.Theming;

namespace PolicyArchive.Preview;

/// <summary>Every file of a site by its path below the output folder, each made when it is asked for. Safe to use from many threads.</summary>
internal sealed class SiteFiles
{
    private readonly SitePlan _plan;
    private readonly Theme _theme;
    private readonly ThemeRenderer _renderer;
    private readonly Shelf _shelf;
    private readonly ImmutableDictionary<string, Page> _newer;
    private readonly Dictionary<string, RenderedFile> _assets;

    private readonly Lazy<CardDesign?> _design;
    private readonly Lazy<SiteCards> _cards;
    private readonly Lazy<Dictionary<string, PlannedFile>> _cardFiles;

    // They name a style sheet of the theme.
    private readonly Lazy<Dictionary<string, PlannedFile>> _feeds;

    private SiteFiles(SitePlan plan, Theme unworded, Lazy<CardDesign?> design, Shelf shelf, ImmutableDictionary<string, Page> newer)
    {
        var theme = unworded.In(plan.Settings.Words);
        _design = design;
        _cards = new(() => SiteCards.Of(plan, design.Value, null, new Place("settings.yml")));
        _cardFiles = new(() => _cards.Value.Files().ToDictionary(f => f.Url.OutputPath, StringComparer.Ordinal));
        (_plan, _theme, _renderer, _shelf, _newer, _assets) = (plan, unworded, theme.For(plan), shelf, newer, theme.Assets.ToDictionary(a => a.Path, StringComparer.Ordinal));
        _feeds = new(() => SiteFeeds.Of(plan, theme.AddressOf("feed.css")).ToDictionary(f => f.Url.OutputPath, StringComparer.Ordinal));
    }

    /// <summary>Where the site lies on its host, without a closing slash.</summary>
    public string Folder => _plan.Settings.BaseUrl.Folder;

    public HostRules Rules => _shelf.Rules.Value;

    /// <summary>The addresses of the theme's style sheets, as pages name them.</summary>
    public ImmutableArray<string> Styles =>
        [.. _assets.Keys.Where(path => path.EndsWith(".css", StringComparison.OrdinalIgnoreCase)).Order(StringComparer.Ordinal).Select(path => $"{Folder}/{path}")];

    /// <summary>What tells this state of the copied files from others.</summary>
    public string CopiesStamp { get; private init; } = "";

    /// <param name="previous">Its search index is kept until one is made of this site.</param>
    public static SiteFiles Of(SitePlan plan, Theme theme, Lazy<CardDesign?> design, string copiesStamp, SiteFiles? previous) =>
        new(plan, theme, design, new Shelf(plan, previous?._shelf), ImmutableDictionary<string, Page>.Empty) { CopiesStamp = copiesStamp };

    /// <summary>The same site with some of its pages replaced, or with another theme.</summary>
    public SiteFiles With(IEnumerable<Page> pages, Theme? theme = null, Lazy<CardDesign?>? design = null) =>
        new(_plan, theme ?? _theme, design ?? _design, _shelf, _newer.SetItems(pages.Select(p => KeyValuePair.Create(p.Url.OutputPath, p)))) { CopiesStamp = CopiesStamp };

    public bool Has(string path) =>
        _shelf.Pages.ContainsKey(path) || _shelf.Copies.ContainsKey(path) || _feeds.Value.ContainsKey(path) || _shelf.CitationFiles.Value.ContainsKey(path) || _shelf.HarvestFiles.Value.ContainsKey(path) || _shelf.HostFiles.Value.ContainsKey(path) || _assets.ContainsKey(path) || _cardFiles.Value.ContainsKey(path);

    /// <exception cref="ThemeFailure">A template cannot be rendered for this page.</exception>
    public async ValueTask<ServedFile?> FindAsync(string path)
    {
        if (_newer.TryGetValue(path, out var page) || _shelf.Pages.TryGetValue(path, out page))
        {
            return new ServedFile.Rendered(_renderer.Render(_shelf.Harvest.Value.For(_shelf.Citations.Value.For(_cards.Value.For(page is SearchPage ? _shelf.Index.Value.Search.For(page) : page)))));
        }

        if (_shelf.Copies.TryGetValue(path, out var copy))
        {
            return new ServedFile.Copied(copy.Source.FullPath);
        }

        if (_feeds.Value.TryGetValue(path, out var feed))
        {
            return new ServedFile.Rendered(feed.Render());
        }

        if (_shelf.CitationFiles.Value.TryGetValue(path, out var citations))
        {
            return new ServedFile.Rendered(citations.Render());
        }

        if (_shelf.HarvestFiles.Value.TryGetValue(path, out var harvested))
        {
            return new ServedFile.Rendered(harvested.Render());
        }

        if (_shelf.HostFiles.Value.TryGetValue(path, out var file) || _assets.TryGetValue(path, out file))
        {
            return new ServedFile.Rendered(file);
        }

        if (_cardFiles.Value.TryGetValue(path, out var card))
        {
            return new ServedFile.Rendered(card.Render());
        }

        return path.StartsWith("search/index/", StringComparison.Ordinal) && await _shelf.IndexFileAsync(path) is { } found ? new ServedFile.Rendered(found) : null;
    }

    /// <summary>What a plan alone decides; shared by the editions made of it.</summary>
    private sealed class Shelf(SitePlan plan, Shelf? previous)
    {
        private MadeIndex? _older = previous?.Latest;

        public Dictionary<string, Page> Pages { get; } = plan.Pages.ToDictionary(p => p.Url.OutputPath, StringComparer.Ordinal);

        public Dictionary<string, CopiedFile> Copies { get; } = plan.Files.ToDictionary(f => f.Url.OutputPath, StringComparer.Ordinal);

        public Lazy<SiteCitations> Citations { get; } = new(() => SiteCitations.Of(plan));

        public Lazy<Dictionary<string, PlannedFile>> CitationFiles { get; } = new(() => SiteCitations.Of(plan).Files().ToDictionary(f => f.Url.OutputPath, StringComparer.Ordinal));

        public Lazy<SiteHarvest> Harvest { get; } = new(() => SiteHarvest.Of(plan));

        public Lazy<Dictionary<string, PlannedFile>> HarvestFiles { get; } = new(() => SiteHarvest.Of(plan).Files().ToDictionary(f => f.Url.OutputPath, StringComparer.Ordinal));

        public Lazy<Dictionary<string, RenderedFile>> HostFiles { get; } = new(() => Publishing.HostFiles.Of(plan).Append(OpenSearch.Of(plan)).ToDictionary(f => f.Path, StringComparer.Ordinal));

        public Lazy<HostRules> Rules { get; } = new(() => HostRules.Of(Publishing.HostFiles.Of(plan)));

        public Lazy<MadeIndex> Index { get; } = new(() => new MadeIndex(SearchIndex.Of(plan)));

        // The newest index of which files were asked for.
        private MadeIndex? Latest => Index is { IsValueCreated: true, Value.IsAskedFor: true } ? Index.Value : _older;

        public async Task<RenderedFile?> IndexFileAsync(string path)
        {
            if (_older is { } older && older.Holds(path))
            {
                return await older.FindAsync(path);
            }

            if (!Index.Value.Holds(path))
            {
                return null;
            }

            var found = await Index.Value.FindAsync(path);
            _older = null;
            return found;
        }
    }

    /// <summary>A search index that is made when the first of its files is asked for.</summary>
    private sealed class MadeIndex(SearchIndex search)
    {
        private readonly Lazy<Task<Dictionary<string, RenderedFile>>> _files = new(() => Task.Run(() =>
        {
            var files = new System.Collections.Concurrent.ConcurrentBag<RenderedFile>();
            search.Write(new FileSink(files.Add));
            return files.ToDictionary(f => f.Path, StringComparer.Ordinal);
        }));

        public SearchIndex Search { get; } = search;

        public bool IsAskedFor => _files.IsValueCreated;

        public bool Holds(string path) => path.StartsWith(Search.Folder.Path[1..], StringComparison.Ordinal);

        public async Task<RenderedFile?> FindAsync(string path) => (await _files.Value).TryGetValue(path, out var file) ? file : null;
    }
}

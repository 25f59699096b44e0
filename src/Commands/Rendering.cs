using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PolicyArchive.Citing;
using PolicyArchive.Feeds;
using PolicyArchive.Harvesting;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Searching;
using PolicyArchive.Sharing;
using PolicyArchive.Theming;

namespace PolicyArchive.Commands;

/// <summary>From a plan to the files of the site, room by room. What has a print is made only where no earlier build has left it.</summary>
internal sealed class Rendering(SitePlan plan, Theme theme, SiteCards cards, KeptWork? kept)
{
    private readonly ThemeRenderer _renderer = theme.For(plan);
    private readonly SearchIndex _search = SearchIndex.Of(plan);
    private readonly SiteCitations _citations = SiteCitations.Of(plan);
    private readonly SiteHarvest _harvest = SiteHarvest.Of(plan);
    private readonly PagePrints _prints = new(plan, PrintOf(theme, plan));

    /// <exception cref="ThemeFailure">A template parses but cannot be rendered.</exception>
    public void Render(FileSink sink, bool withCards)
    {
        // The index of a small site is the work of one core for as long as all its pages are that of another.
        Each<Action>(
        [
            () => _search.Write(sink, kept?.Words),
            () => Each(plan.Pages, page => Render(cards.For(_search.For(page)), sink)),
            () => Each(SiteFeeds.Of(plan, theme.AddressOf("feed.css"), _prints), sink.Add),
            () => Each(_citations.FilesOfLists(_prints), sink.Add),
            () => Each(_harvest.Files(), sink.Add),
            () => Each(withCards ? cards.Files() : [], sink.Add),
        ], work => work());
        kept?.Words.Save();

        // A writer's own icon stands in the place of the theme's.
        var taken = plan.Files.Select(file => file.Url.OutputPath).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var file in HostFiles.Of(plan).Append(OpenSearch.Of(plan)).Concat(theme.Assets.Where(asset => !taken.Contains(asset.Path))))
        {
            sink.Add(file);
        }
    }

    /// <summary>In parallel and in no order; the first of several faults is thrown.</summary>
    public static void Each<T>(IEnumerable<T> items, Action<T> work)
    {
        try
        {
            Parallel.ForEach(items, work);
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }

    private void Render(Page page, FileSink sink)
    {
        if (_prints.Of(page) is { } print)
        {
            sink.Add(new WorkUnit(page.Url.Path, print), Make);
        }
        else
        {
            Make(sink.Add);
        }

        void Make(Action<RenderedFile> take)
        {
            take(_renderer.Render(_harvest.For(_citations.For(page))));
            foreach (var file in page is BriefPage brief ? _citations.FilesOf(brief) : [])
            {
                take(file.Render());
            }
        }
    }

    private static UInt128 PrintOf(Theme theme, SitePlan plan)
    {
        var print = new PrintHash().With(ProgramPrint.Value).With(plan.Settings.Print).With(theme.Print);
        foreach (var menu in (ImmutableArray<NavLink>[])[plan.Navigation, plan.FooterLinks])
        {
            print.With(menu.Length);
            foreach (var link in menu)
            {
                print.With(link.Name).With(link.Url.Path).With(link.Count);
            }
        }

        return print.Value();
    }
}

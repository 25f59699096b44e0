using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using PolicyArchive.Briefs;
using PolicyArchive.Citing;
using PolicyArchive.Feeds;
using PolicyArchive.Findings;
using PolicyArchive.Harvesting;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;
using PolicyArchive.Searching;
using PolicyArchive.Theming;

namespace PolicyArchive.Commands;

/// <summary>The stages of a build in their order: read, gather, plan, render. Publishing is the caller's.</summary>
public sealed class SiteBuild
{
    private readonly Theme? _theme;
    private readonly Place _themePlace;

    private SiteBuild(SitePlan plan, Theme? theme, Place themePlace, ImmutableArray<Finding> findings) =>
        (Plan, _theme, _themePlace, Findings) = (plan, theme, themePlace, findings);

    public SitePlan Plan { get; }

    /// <summary>What is wrong before anything is rendered.</summary>
    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Whether there is a theme to render with.</summary>
    public bool CanRender => _theme is not null;

    /// <summary>About how many files <see cref="Render"/> makes.</summary>
    public int FileCount => Plan.Pages.Length + Plan.Lists.Length * 3;

    public static SiteBuild Prepare(RunOptions options) => Prepare(options, new StageClock(_ => { }, _ => { }));

    internal static SiteBuild Prepare(RunOptions options, StageClock clock)
    {
        // Templates and briefs know nothing of each other until something is rendered.
        var display = options.Theme.Replace('\\', '/');
        var (words, wordFindings) = WordsFolder.In(options.Theme, display);
        var loading = Task.Run(() => Theme.Load(options.Theme, display, words));
        var (manuscripts, readFindings) = clock.Time("read", () => InputFolder.At(options.Input).Read(new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = options.Drafts, Words = words }));
        var (archive, gatherFindings) = clock.Time("gather", () => Gathering.Gather(manuscripts));
        var plan = clock.Time("plan", () => Planning.Plan(archive, manuscripts));
        var (theme, themeFindings) = loading.GetAwaiter().GetResult();
        return new SiteBuild(plan, theme, new Place(display), [.. wordFindings, .. themeFindings, .. readFindings, .. gatherFindings, .. plan.Findings]);
    }

    /// <summary>Renders every file of the site but the copied ones, in parallel and in no order.</summary>
    /// <param name="sink">Called from many threads.</param>
    /// <returns>What only rendering can find: a template asks for what is not there. Then not all files were made.</returns>
    /// <exception cref="InvalidOperationException">There is no theme.</exception>
    public ImmutableArray<Finding> Render(Action<RenderedFile> sink)
    {
        var theme = _theme?.In(Plan.Settings.Words) ?? throw new InvalidOperationException("there is no theme to render with");
        var renderer = theme.For(Plan);
        var search = SearchIndex.Of(Plan);
        var citations = SiteCitations.Of(Plan);
        var harvest = SiteHarvest.Of(Plan);
        try
        {
            Each(Plan.Pages, page => sink(renderer.Render(harvest.For(citations.For(search.For(page))))));
            Each(SiteFeeds.Of(Plan, theme.AddressOf("feed.css")), feed => sink(feed.Render()));
            Each(citations.Files(), file => sink(file.Render()));
            Each(harvest.Files(), file => sink(file.Render()));
        }
        catch (ThemeFailure failure)
        {
            return [Finding.Error("THEME010", _themePlace, failure.Message.ReplaceLineEndings(" "), "see theme/README.md")];
        }

        Each([search], index => index.Write(sink));
        foreach (var file in HostFiles.Of(Plan).Append(OpenSearch.Of(Plan)).Concat(theme.Assets))
        {
            sink(file);
        }

        return [];
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> work)
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
}

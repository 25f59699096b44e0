using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Feeds;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;
using PolicyArchive.Reading;
using PolicyArchive.Theming;

namespace PolicyArchive.Commands;

/// <summary>The stages of a build in their order: read, gather, plan, render. Publishing is the caller's.</summary>
public sealed class SiteBuild
{
    private SiteBuild(SitePlan? plan, Theme? theme, ImmutableArray<Finding> findings) => (Plan, Theme, Findings) = (plan, theme, findings);

    /// <summary>Null when something read is too broken to plan a site of.</summary>
    public SitePlan? Plan { get; }

    public ImmutableArray<Finding> Findings { get; }

    private Theme? Theme { get; }

    public bool CanRender => Plan is not null && Theme is not null;

    public static SiteBuild Prepare(RunOptions options, Func<string, Func<object>, object>? timed = null)
    {
        T Time<T>(string stage, Func<T> work) => timed is null ? work() : (T)timed(stage, () => work()!);
        var (theme, themeFindings) = Theme.Load(options.Theme, options.Theme.Replace('\\', '/'));
        var (manuscripts, readFindings) = Time("read", () => InputFolder.At(options.Input).Read(new ReadingOptions { BaseUrl = options.BaseUrl, Today = options.Now, ShowDrafts = options.Drafts }));
        var (archive, gatherFindings) = Time("gather", () => Gathering.Gather(manuscripts));
        var plan = Time("plan", () => Planning.Plan(archive, manuscripts));
        return new SiteBuild(plan, theme, [.. themeFindings, .. readFindings, .. gatherFindings, .. plan.Findings]);
    }

    /// <summary>Renders every file of the site but the copied ones, in parallel and in no order.</summary>
    /// <param name="sink">Called from many threads.</param>
    /// <exception cref="ThemeFailure">A template asks for what is not there.</exception>
    public void Render(Action<RenderedFile> sink)
    {
        var plan = Plan!;
        var renderer = Theme!.For(plan);
        Each(plan.Pages, page => sink(renderer.Render(page)));
        Each(SiteFeeds.Of(plan), feed => sink(feed.Render()));
        foreach (var file in HostFiles.Of(plan).Concat(Theme.Assets))
        {
            sink(file);
        }
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> work)
    {
        try
        {
            Parallel.ForEach(items, work);
        }
        catch (AggregateException several)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
    }
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Harvesting;

/// <summary>What a site offers to those who take it in as a whole: catalogues, records for harvesters, typed links; and what it says of itself to services.</summary>
public sealed class SiteHarvest
{
    private readonly SitePlan _plan;
    private readonly Signposts _signposts;

    private SiteHarvest(SitePlan plan) => (_plan, _signposts) = (plan, new Signposts(plan.Settings));

    public static SiteHarvest Of(SitePlan plan) => new(plan);

    /// <summary>The page with its typed links; only a brief has any, and the front page that to the links of all.</summary>
    public Page For(Page page) => page switch
    {
        BriefPage brief => page with { Record = page.Record with { Links = _signposts.Of(brief) } },
        HomePage => page with { Record = page.Record with { Links = [new TypedLink("linkset", _plan.Settings.BaseUrl.Absolute(LinkSet), "application/linkset+json")] } },
        _ => page,
    };

    private static SiteUrl LinkSet { get; } = SiteUrl.Home.File("linkset.json");

    /// <summary>Every file, planned; each is rendered when asked, in any order and in parallel.</summary>
    public IEnumerable<PlannedFile> Files()
    {
        var settings = _plan.Settings;

        // Newest first, undated ones at the end. What is not published is harvested no more than it is sent to subscribers.
        ImmutableArray<BriefPage> briefs = [.. _plan.Archive.Entries.Where(entry => !entry.IsUnpublished).Select(entry => _plan.BriefPages[entry.Brief.Slug])];
        yield return new PlannedFile(CatalogueFiles.Json, () => new CatalogueJson(settings).Write(briefs));
        yield return new PlannedFile(CatalogueFiles.Csv, () => new CatalogueCsv(settings).Write(briefs));
        yield return new PlannedFile(StaticRepository.Url, () => new StaticRepository(settings).Write(briefs));
        yield return new PlannedFile(LinkSet, () => _signposts.Set(briefs));
        if (RepecPlan.Of(_plan.Archive, settings) is { } repec)
        {
            foreach (var file in new RepecFiles(repec, _plan).All())
            {
                yield return file;
            }
        }

        if (settings.Security is { } security)
        {
            yield return new PlannedFile(WellKnown.SecurityText, () => [SecurityText.Write(security, settings.BaseUrl)]);
        }

        if (settings.HasLlmsText)
        {
            yield return new PlannedFile(LlmsText.Url, () => [LlmsText.Write(_plan)]);
        }
    }
}

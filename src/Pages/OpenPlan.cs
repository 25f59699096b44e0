using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>A plan in which the page of a changed text can be planned again while the rest of the site stays as it was.</summary>
public sealed class OpenPlan
{
    private readonly Func<Entry, List<Finding>, BriefPage> _brief;
    private readonly Func<Prose, List<Finding>, ProsePage> _prose;

    internal OpenPlan(SitePlan plan, Func<Entry, List<Finding>, BriefPage> brief, Func<Prose, List<Finding>, ProsePage> prose) =>
        (Plan, _brief, _prose) = (plan, brief, prose);

    public SitePlan Plan { get; }

    /// <summary>Null when the brief has another address than before, so that the plan itself changes.</summary>
    public (Page Page, ImmutableArray<Finding> Findings)? Again(Entry entry) =>
        Plan.BriefPages.TryGetValue(entry.Brief.Slug, out var before) && before.Url == entry.Url && before.Entry.Brief.SourcePath == entry.Brief.SourcePath
            ? Page(findings => _brief(entry, findings))
            : null;

    /// <inheritdoc cref="Again(Entry)"/>
    public (Page Page, ImmutableArray<Finding> Findings)? Again(Prose prose) =>
        Plan.Pages.Any(page => page is ProsePage && page.Url == prose.Url) ? Page(findings => _prose(prose, findings)) : null;

    private static (Page Page, ImmutableArray<Finding> Findings) Page(Func<List<Finding>, Page> plan)
    {
        var findings = new List<Finding>();
        return (plan(findings), [.. findings]);
    }
}

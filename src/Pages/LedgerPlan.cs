using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>
/// Every recorded address still answers. What stood below an address that was moved or retired goes with it: the feeds of
/// a topic to the feeds of the topic, the annex of a brief to its annex. What has vanished otherwise is an error.
/// </summary>
internal sealed class LedgerPlan
{
    private readonly Addresses _addresses;
    private readonly Dictionary<string, Redirect> _moved;
    private readonly Dictionary<string, Gone> _gone;
    // Without their closing slashes, as hosts compare them.
    private readonly HashSet<string> _old;
    private readonly ImmutableArray<Redirect>.Builder _redirects = ImmutableArray.CreateBuilder<Redirect>();
    private readonly ImmutableArray<Gone>.Builder _retired = ImmutableArray.CreateBuilder<Gone>();

    private LedgerPlan(Addresses addresses, IEnumerable<Redirect> redirects, IEnumerable<Gone> gone)
    {
        _old = [.. redirects.Select(r => Bare(r.From)), .. gone.Select(g => Bare(g.From))];
        _addresses = addresses;
        _moved = redirects.Where(r => r.From.IsPage).ToDictionary(r => r.From.Path, StringComparer.Ordinal);
        _gone = gone.Where(g => g.From.IsPage).ToDictionary(g => g.From.Path, StringComparer.Ordinal);
    }

    /// <returns>The redirects and retired addresses that follow from those of writers.</returns>
    public static (ImmutableArray<Redirect> Redirects, ImmutableArray<Gone> Gone) Of(
        Manuscripts manuscripts, Successors successors, Addresses addresses, IEnumerable<Redirect> redirects, IEnumerable<Gone> gone, List<Finding> findings)
    {
        var plan = new LedgerPlan(addresses, redirects, gone);
        var vanished = plan.Vanished(manuscripts, findings);
        var pages = vanished.Select(v => v.Url).Where(u => u.IsPage).ToHashSet();
        foreach (var (url, place) in vanished)
        {
            // What stood beside a page is cured with it.
            if ((url.IsPage || !pages.Contains(SiteUrl.Home.File(url.Path[1..(url.Path.LastIndexOf('/') + 1)]))) && !MayBeUnread(url, manuscripts))
            {
                var (what, cure) = addresses.Claimant(url) is { } same
                    ? ($": {same.Url} differs from it in the case or form of its letters", "name that so again, or correct this line if it was never so")
                    : successors.Of(url);
                findings.Add(Finding.Error("LINK020", place, $"`{url}` was published and is no longer there{what}", cure));
            }
        }

        return (plan._redirects.ToImmutable(), plan._retired.ToImmutable());
    }

    // A brief that could not be read has an error of its own, and its topics, year and old addresses may come back with it.
    private static bool MayBeUnread(SiteUrl url, Manuscripts manuscripts) =>
        !manuscripts.Unread.IsEmpty && (url.Path.Split('/') is not ["", "briefs", var slug, ..] || manuscripts.UnreadSlugs.Any(s => s.Text == slug));

    private List<(SiteUrl Url, Place Place)> Vanished(Manuscripts manuscripts, List<Finding> findings)
    {
        var vanished = new List<(SiteUrl, Place)>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var line in manuscripts.Ledger)
        {
            if (!OldAddress.TryParse(line.Text, manuscripts.Settings.BaseUrl, out var url, out var fault) || (line.Text[0] != '/' && !line.Text.Contains(':', StringComparison.Ordinal)))
            {
                findings.Add(Finding.Error("LINK021", line.Place, $"`{line.Text}` is no address of this site, since it {fault ?? "does not begin with `/`"}", "write its path from the site's root, such as `/briefs/name/`, or remove the line"));
            }
            else if (!seen.TryAdd(Bare(url), line.Place))
            {
                findings.Add(Finding.Warning("LINK024", line.Place, $"`{url}` is recorded in line {seen[Bare(url)].Line} already", "remove one of the two"));
            }
            else if (!_old.Contains(Bare(url)) && !_addresses.Answers(url) && !_addresses.Answers(OldAddress.AsPage(url)) && !GoesWithItsPage(OldAddress.AsPage(url), line.Place))
            {
                vanished.Add((OldAddress.AsPage(url), line.Place));
            }
        }

        return vanished;
    }

    private static string Bare(SiteUrl url) => url.Path.TrimEnd('/');

    private bool GoesWithItsPage(SiteUrl url, Place place)
    {
        for (var slash = url.Path.LastIndexOf('/', url.Path.Length - 2); slash > 0; slash = url.Path.LastIndexOf('/', slash - 1))
        {
            var (above, rest) = (url.Path[..(slash + 1)], url.Path[(slash + 1)..]);
            if (_gone.TryGetValue(above, out var gone))
            {
                _retired.Add(new Gone(url, gone.Page));
                return true;
            }

            if (_moved.TryGetValue(above, out var moved) && _addresses.Claimant(url) is null && moved.To.File(rest) is var target && !_old.Contains(Bare(target)) && _addresses.Answers(target))
            {
                _redirects.Add(new Redirect(url, target, place));
                return true;
            }
        }

        return false;
    }
}

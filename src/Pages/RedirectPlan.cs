using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>Old addresses and what stands there now. An old address that is still in use, or claimed twice, is refused.</summary>
internal sealed class RedirectPlan
{
    private readonly Addresses _addresses;
    private readonly BaseUrl _site;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, Redirect> _taken = new(StringComparer.Ordinal);
    private readonly ImmutableArray<Planned>.Builder _planned = ImmutableArray.CreateBuilder<Planned>();

    private RedirectPlan(Addresses addresses, BaseUrl site, List<Finding> findings) => (_addresses, _site, _findings) = (addresses, site, findings);

    /// <param name="HasPage">Whether a page can stand at the old address; a host must know others, such as <c>/old.php</c>.</param>
    internal sealed record Planned(Redirect Redirect, bool HasPage);

    public static ImmutableArray<Planned> Of(Archive archive, Manuscripts manuscripts, Addresses addresses, List<Finding> findings)
    {
        var plan = new RedirectPlan(addresses, manuscripts.Settings.BaseUrl, findings);
        var claims = archive.Entries.SelectMany(e => e.Brief.RedirectFrom.Select(m => (From: m, To: e.Url)))
            .Concat(manuscripts.Prose.Where(p => !p.Draft || manuscripts.Settings.ShowDrafts).SelectMany(p => p.RedirectFrom.Select(m => (From: m, To: p.Url))))
            .Concat(archive.Shelves.OrderBy(s => s.Key).SelectMany(s => s.Value).SelectMany(s => s.Term.RedirectFrom.Select(m => (From: m, To: s.Term.Url))))
            .Concat(archive.Authors.SelectMany(a => a.Person.RedirectFrom.Select(m => (From: m, To: a.Person.Page))));
        foreach (var (mention, to) in claims.OrderBy(c => c.From.Place))
        {
            plan.Add(mention, to);
        }

        plan.WarnOfEmptyShelves(archive, manuscripts);
        return plan._planned.ToImmutable();
    }

    private void Add(Mention mention, SiteUrl to)
    {
        if (!SiteUrl.TryParse(Local(mention.Text), out var parsed) || parsed.Value.Path.Any(char.IsWhiteSpace))
        {
            _findings.Add(Finding.Error("LINK010", mention.Place, $"`{mention.Text}` cannot be redirected from", "give the path of an old address on this site, such as `/old/name/`, without query or fragment"));
            return;
        }

        var from = AsPage(parsed.Value);
        if (from == to)
        {
            return;
        }

        var key = TextFold.FileKey(from.OutputPath);
        if (_taken.TryGetValue(key, out var first))
        {
            if (first.To == to && first.From.Path != from.Path)
            {
                // The page of the first serves both where case does not matter; hosts are told of each.
                _planned.Add(new Planned(new Redirect(from, to, parsed.Value, mention.Place), HasPage: false));
            }
            else if (first.To != to)
            {
                _findings.Add(Finding.Error("LINK011", mention.Place, $"`{from}` is already redirected by {first.Place}", "an old address can lead to one place only"));
            }
        }
        else if (_addresses.Holder(from) is { } holder)
        {
            var what = string.IsNullOrEmpty(holder.Place.File) ? "" : $", {holder.Place.File}";
            _findings.Add(Finding.Error("LINK012", mention.Place, $"`{from}` is the address of a page that exists, or stands in the way of one{what}", "remove the redirect, or move the other page"));
        }
        else
        {
            var redirect = new Redirect(from, to, parsed.Value, mention.Place);
            _taken.Add(key, redirect);
            _addresses.Forward(from, to);
            var hasPage = from.IsPage || IsHtml(from);
            _planned.Add(new Planned(redirect, hasPage));
            if (hasPage)
            {
                _addresses.Claim(from, mention.Place);
            }
        }
    }

    // An old address without an ending was a page.
    private static SiteUrl AsPage(SiteUrl url) =>
        url.IsPage || url.Path[(url.Path.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? url : SiteUrl.Home.File(url.Path[1..] + "/");

    private static bool IsHtml(SiteUrl url) =>
        url.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || url.Path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    private string Local(string text)
    {
        var local = _site.LocalPart(text) ?? text;
        return local.StartsWith('/') || local.Contains(':', StringComparison.Ordinal) ? local : "/" + local;
    }

    // Without briefs there is no page to lead to.
    private void WarnOfEmptyShelves(Archive archive, Manuscripts manuscripts)
    {
        var shown = archive.Shelves.SelectMany(s => s.Value).Select(s => s.Term.Url).Concat(archive.Authors.Select(a => a.Person.Page)).ToHashSet();
        var idle = manuscripts.Terms.Where(t => !shown.Contains(t.Url)).SelectMany(t => t.RedirectFrom.Select(m => (From: m, t.Name)))
            .Concat(manuscripts.People.Where(p => !shown.Contains(p.Page)).SelectMany(p => p.RedirectFrom.Select(m => (From: m, p.Name))));
        foreach (var (from, name) in idle)
        {
            _findings.Add(Finding.Warning("LINK013", from.Place, $"`{from.Text}` is not redirected, since \u201c{name}\u201d has no briefs and so no page", "remove it, or name it under another entry"));
        }
    }
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>Old addresses and what stands there now. An old address that is still in use, or claimed twice, is refused.</summary>
internal sealed class RedirectPlan
{
    private readonly Addresses _addresses;
    private readonly BaseUrl _site;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, Redirect> _taken = new(StringComparer.Ordinal);

    private RedirectPlan(Addresses addresses, BaseUrl site, List<Finding> findings) => (_addresses, _site, _findings) = (addresses, site, findings);

    public static ImmutableArray<Redirect> Of(Archive archive, Manuscripts manuscripts, Addresses addresses, List<Finding> findings)
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

        foreach (var (from, to) in manuscripts.Settings.Redirects)
        {
            plan.AddOfList(from, to);
        }

        plan.WarnOfEmptyShelves(archive, manuscripts);
        return [.. plan._taken.Values];
    }

    private void Add(Mention mention, SiteUrl to)
    {
        if (!OldAddress.TryParse(mention.Text, _site, out var parsed, out var fault))
        {
            _findings.Add(Finding.Error("LINK010", mention.Place, $"`{mention.Text}` cannot be redirected from, since it {fault}", "give the path of an old address on this site, such as `/old/name/`; what a path cannot say, a rule in netlify.toml may"));
            return;
        }

        var from = OldAddress.AsPage(parsed);
        var key = Addresses.Key(from);
        if (key == Addresses.Key(to))
        {
            var but = from == to ? "" : $", {to}, but for the case or form of its letters";
            _findings.Add(Finding.Error("LINK018", mention.Place, $"`{from}` leads to itself: it is the page's own address{but}", "remove it"));
        }
        else if (_taken.TryGetValue(Addresses.HostKey(from), out var first))
        {
            if (first.To != to)
            {
                _findings.Add(Finding.Error("LINK011", mention.Place, $"`{from}` is already redirected by {first.Place}", "an old address can lead to one place only"));
            }
        }
        else if ((OldAddress.HoldsPage(from) ? _addresses.Holder(from) : _addresses.Claimant(from)) is { } holder)
        {
            var what = Addresses.Key(holder.Url) == key ? "is the address of a page or file that exists" : $"stands in the way of {holder.Url}";
            var whose = string.IsNullOrEmpty(holder.Place.File) ? "" : $", {holder.Place.File}";
            _findings.Add(Finding.Error("LINK012", mention.Place, $"`{from}` {what}{whose}", "remove the redirect, or move the other page"));
        }
        else
        {
            _taken.Add(Addresses.HostKey(from), new Redirect(from, to, mention.Place));
            _addresses.Forward(from, to, mention.Place);
        }
    }

    private void AddOfList(Mention from, Mention to)
    {
        var path = to.Text.StartsWith('/') ? to.Text : "/" + to.Text;
        if (_addresses.Find(path) is { } destination)
        {
            Add(from, destination.Url);
        }
        else
        {
            _findings.Add(Finding.Error("LINK025", to.Place, $"`{to.Text}` is no address of this site", "name one of its pages, lists or feeds, such as `/briefs/` or `/feed.xml`"));
        }
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

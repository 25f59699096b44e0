using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>Old addresses and what stands there now. An old address that is still in use, or claimed twice, is refused.</summary>
internal static class RedirectPlan
{
    /// <param name="HasPage">Whether a page can stand at the old address; a host must know others, such as <c>/old.php</c>.</param>
    internal sealed record Planned(Redirect Redirect, bool HasPage);

    public static ImmutableArray<Planned> Of(Archive archive, Manuscripts manuscripts, Addresses addresses, List<Finding> findings)
    {
        var claims = archive.Entries.SelectMany(e => e.Brief.RedirectFrom.Select(m => (From: m, To: e.Url)))
            .Concat(manuscripts.Prose.SelectMany(p => p.RedirectFrom.Select(m => (From: m, To: p.Url))))
            .Concat(archive.Shelves.OrderBy(s => s.Key).SelectMany(s => s.Value).SelectMany(s => s.Term.RedirectFrom.Select(m => (From: m, To: s.Term.Url))))
            .Concat(archive.Authors.SelectMany(a => a.Person.RedirectFrom.Select(m => (From: m, To: a.Person.Page))));
        var result = ImmutableArray.CreateBuilder<Planned>();
        var taken = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var (mention, to) in claims.OrderBy(c => c.From.Place))
        {
            var text = Local(mention.Text, manuscripts.Settings.BaseUrl);
            if (!SiteUrl.TryParse(text, out var parsed) || parsed.Value.Path.Any(char.IsWhiteSpace))
            {
                findings.Add(Finding.Error("LINK010", mention.Place, $"`{mention.Text}` cannot be redirected from", "give the path of an old address on this site, such as `/old/name/`, without query or fragment"));
                continue;
            }

            var from = parsed.Value;
            var name = from.Path[(from.Path.LastIndexOf('/') + 1)..];
            var isHtml = name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);
            if (!from.IsPage && !name.Contains('.', StringComparison.Ordinal))
            {
                from = SiteUrl.Home.File(from.Path[1..] + "/");
            }

            if (from == to)
            {
                continue;
            }

            if (taken.TryGetValue(from.Path, out var first))
            {
                findings.Add(Finding.Error("LINK011", mention.Place, $"`{from}` is already redirected by {first}", "an old address can lead to one place only"));
            }
            else if (addresses.IsTaken(from, out var holder))
            {
                findings.Add(Finding.Error("LINK012", mention.Place, $"`{from}` is the address of a page that exists{(holder.File is null or "" ? "" : $", {holder.File}")}", "remove the redirect, or move the other page"));
            }
            else
            {
                taken.Add(from.Path, mention.Place);
                addresses.Forward(from, to);
                result.Add(new Planned(new Redirect(from, to, mention.Place), from.IsPage || isHtml));
            }
        }

        return result.ToImmutable();
    }

    private static string Local(string text, BaseUrl site)
    {
        var local = text.StartsWith(site.Text + "/", StringComparison.OrdinalIgnoreCase) ? text[site.Text.Length..] : text;
        return local.StartsWith('/') || local.Contains(':', StringComparison.Ordinal) ? local : "/" + local;
    }
}

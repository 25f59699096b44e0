using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;

namespace PolicyArchive.Pages;

/// <summary>Retired addresses and the pages that say why. One that is still in use, redirected or retired twice is refused.</summary>
internal static class RetiredPlan
{
    public static ImmutableArray<(Gone Gone, RetiredPage Page)> Of(Manuscripts manuscripts, ImmutableArray<Redirect> redirects, Addresses addresses, List<Finding> findings)
    {
        var moved = redirects.ToDictionary(r => Addresses.HostKey(r.From), StringComparer.Ordinal);
        var taken = new Dictionary<string, Mention>(StringComparer.Ordinal);
        var result = ImmutableArray.CreateBuilder<(Gone, RetiredPage)>();
        foreach (var (mention, reason) in manuscripts.Retired)
        {
            if (!OldAddress.TryParse(mention.Text, manuscripts.Settings.BaseUrl, out var parsed, out var fault))
            {
                findings.Add(Finding.Error("LINK010", mention.Place, $"`{mention.Text}` cannot be retired, since it {fault}", "give the path of an address of this site, such as `/briefs/name/`"));
                continue;
            }

            var url = OldAddress.AsPage(parsed);

            // A folder of the file's name: hosts lead from /x.pdf to the page in /x.pdf/.
            var page = OldAddress.HoldsPage(url) ? url : OldAddress.AsFolder(url);
            if (taken.TryGetValue(Addresses.Key(page), out var first))
            {
                findings.Add(Finding.Error("LINK023", mention.Place, $"`{url}` is already retired by {first.Place}", "keep one reason"));
            }
            else if (moved.TryGetValue(Addresses.HostKey(url), out var redirect))
            {
                findings.Add(Finding.Error("LINK023", mention.Place, $"`{url}` is retired here and redirected by {redirect.Place}", "keep the redirect where readers find the piece there; else keep the reason"));
            }
            else if (addresses.Holder(page) is { } holder)
            {
                var whose = string.IsNullOrEmpty(holder.Place.File) ? $"as {holder.Url}" : $"as {holder.Url}, {holder.Place.File}";
                findings.Add(Finding.Error("LINK022", mention.Place, $"`{url}` is retired but still there, {whose}", "remove this line, or remove what stands there"));
            }
            else
            {
                addresses.Claim(page, mention.Place);
                taken.Add(Addresses.Key(page), mention);
                result.Add((new Gone(url, page), new RetiredPage { Url = page, Title = manuscripts.Settings.Words.Retired, Breadcrumbs = [new(manuscripts.Settings.Words.Home, SiteUrl.Home)], Reason = reason }));
            }
        }

        return result.ToImmutable();
    }
}

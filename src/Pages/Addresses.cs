using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>
/// Every address of the site, claimed once. Two addresses that a case-insensitive or normalising file system would
/// hold as one are refused, naming both claimants; so are a file and a folder of one name.
/// </summary>
internal sealed class Addresses(List<Finding> findings)
{
    private readonly Dictionary<string, (SiteUrl Url, Place Place)> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (SiteUrl Url, Place Place)> _folders = new(StringComparer.Ordinal);
    // Redirected by the host alone, without a page: a folder of that name may stand there too.
    private readonly Dictionary<string, (SiteUrl Url, Place Place)> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Destination> _destinations = new(StringComparer.Ordinal);

    /// <summary>False, with a finding, when the address is already taken.</summary>
    /// <param name="place">The writer's file; none for a page of the site's own.</param>
    public bool Claim(SiteUrl url, Place place, IReadOnlySet<string>? anchors = null)
    {
        var key = Key(url);
        if (Holder(key) is { } taken)
        {
            findings.Add(Refusal(url, place, taken.Url, taken.Place));
            return false;
        }

        Hold(key, url, place);
        _destinations.TryAdd(url.Path, new Destination(url, anchors));
        return true;
    }

    private void Hold(string key, SiteUrl url, Place place)
    {
        _claims.Add(key, (url, place));
        for (var slash = key.LastIndexOf('/'); slash > 0 && _folders.TryAdd(key[..slash], (url, place)); slash = key.LastIndexOf('/', slash - 1))
        {
        }
    }

    /// <summary>Keeps an old address for its redirect, and lets links to it lead straight to the new one.</summary>
    public void Forward(SiteUrl from, SiteUrl to, Place place)
    {
        if (OldAddress.HoldsPage(from))
        {
            Hold(Key(from), from, place);
        }
        else
        {
            _rules.Add(Key(from), (from, place));
        }

        if (Find(to.Path) is { } destination)
        {
            _destinations.TryAdd(from.Path, destination);
        }
    }

    /// <summary>A file that is put at an address which was found to be free.</summary>
    public void Admit(SiteUrl url) => _destinations.TryAdd(url.Path, new Destination(url, null));

    /// <summary>What stands at an address, or in its way; null when it is free.</summary>
    public (SiteUrl Url, Place Place)? Holder(SiteUrl url) => Holder(Key(url));

    /// <summary>What stands or is redirected at an address, in any case of its letters; null when nothing is.</summary>
    public (SiteUrl Url, Place Place)? Claimant(SiteUrl url) =>
        Key(url) is var key && (_claims.TryGetValue(key, out var claim) || _rules.TryGetValue(key, out claim)) ? claim : null;

    /// <summary>Whether something answers at just this address: a page, a file, a redirect.</summary>
    public bool Answers(SiteUrl url) => _destinations.ContainsKey(url.Path) || Claimant(url)?.Url.OutputPath == url.OutputPath;

    /// <summary>Addresses of one key would be one file where file systems ignore case or the form of letters.</summary>
    public static string Key(SiteUrl url) => TextFold.FileKey(url.OutputPath);

    /// <summary>Addresses of one key are one for hosts that take <c>/x</c> and <c>/x/</c> for the same.</summary>
    public static string HostKey(SiteUrl url) => TextFold.FileKey(url.Path.TrimEnd('/'));

    /// <summary>The destination at a path, with or without its closing slash or index.html.</summary>
    public Destination? Find(string path)
    {
        if (path.EndsWith("/index.html", StringComparison.Ordinal))
        {
            path = path[..^"index.html".Length];
        }

        return _destinations.GetValueOrDefault(path) ?? (path.EndsWith('/') ? null : _destinations.GetValueOrDefault(path + "/"));
    }

    private (SiteUrl Url, Place Place)? Holder(string key)
    {
        if (_claims.TryGetValue(key, out var claim) || _folders.TryGetValue(key, out claim) || _rules.TryGetValue(key, out claim))
        {
            return claim;
        }

        for (var slash = key.LastIndexOf('/'); slash > 0; slash = key.LastIndexOf('/', slash - 1))
        {
            // Where a folder is known, all above it are free of files.
            if (_folders.ContainsKey(key[..slash]))
            {
                return null;
            }

            if (_claims.TryGetValue(key[..slash], out claim))
            {
                return claim;
            }
        }

        return null;
    }

    // Stands where a writer can mend it: pages of the site's own have no place.
    private static Finding Refusal(SiteUrl url, Place place, SiteUrl other, Place otherPlace)
    {
        var (mine, its) = IsOwn(place) ? (otherPlace, place) : (place, otherPlace);
        var (at, by) = IsOwn(place) ? (other, url) : (url, other);
        var holder = !IsOwn(its) ? its.File : by.IsPage ? "a page of the site" : "a file that the site makes itself";
        var cure = !IsOwn(its) || by.IsPage ? "give one of them another slug, name or folder"
            : by.Path == "/404.html" ? "leave it out; what that page says is in the theme's not-found.liquid"
            : "leave it out, or give it another name";
        return Key(at) == Key(by)
            ? Finding.Error("SITE101", mine, $"the address {at} is that of {holder}", cure)
            : Finding.Error("SITE102", mine, $"the addresses {at} and {by} cannot both be, since one is a file where the other needs a folder; the second is that of {holder}", "give one of them another name");
    }

    private static bool IsOwn(Place place) => string.IsNullOrEmpty(place.File);
}

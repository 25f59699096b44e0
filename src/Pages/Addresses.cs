using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>What stands at an address, for whoever links to it.</summary>
/// <param name="Anchors">The ids a fragment may name; null when they are not known before rendering.</param>
internal sealed record Destination(SiteUrl Url, ImmutableHashSet<string>? Anchors);

/// <summary>
/// Every address of the site, claimed once. Two addresses that a case-insensitive or normalising file system would
/// hold as one are refused, naming both claimants.
/// </summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, (SiteUrl Url, Place Place)> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Destination> _destinations = new(StringComparer.Ordinal);
    private readonly List<Finding> _findings;

    public Addresses(List<Finding> findings) => _findings = findings;

    /// <summary>False, with a finding, when the address is already taken.</summary>
    public bool Claim(SiteUrl url, Place place, ImmutableHashSet<string>? anchors = null)
    {
        var key = TextFold.Key(url.OutputPath);
        if (_claims.TryGetValue(key, out var taken))
        {
            _findings.Add(Finding.Error("SITE101", place, $"the address {url} is already taken{By(taken.Place)}", "give one of them another slug, name or folder"));
            return false;
        }

        _claims.Add(key, (url, place));
        _destinations.TryAdd(url.Path, new Destination(url, anchors));
        return true;
    }

    /// <summary>Lets links to an old address lead straight to the new one.</summary>
    public void Forward(SiteUrl from, SiteUrl to)
    {
        if (Find(to.Path) is { } destination)
        {
            _destinations.TryAdd(from.Path, destination);
        }
    }

    public bool IsTaken(SiteUrl url, out Place place)
    {
        var taken = _claims.TryGetValue(TextFold.Key(url.OutputPath), out var claim);
        place = claim.Place;
        return taken;
    }

    /// <summary>The destination at a path, with or without its closing slash or index.html.</summary>
    public Destination? Find(string path)
    {
        if (path.EndsWith("/index.html", StringComparison.Ordinal))
        {
            path = path[..^"index.html".Length];
        }

        return _destinations.GetValueOrDefault(path) ?? (path.EndsWith('/') ? null : _destinations.GetValueOrDefault(path + "/"));
    }

    private static string By(Place place) => place.File is null or "" ? " by a page of the site" : $" by {place.File}";
}

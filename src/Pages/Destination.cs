using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>What stands at an address, for whoever links to it.</summary>
/// <param name="anchors">The ids a fragment may name; null when they are not known before rendering.</param>
internal sealed class Destination(SiteUrl url, IReadOnlySet<string>? anchors)
{
    private readonly Lazy<NameIndex> _names = new(() => new NameIndex(anchors ?? new HashSet<string>()));

    public SiteUrl Url { get; } = url;

    public bool HasAnchor(string id) => anchors is null || anchors.Contains(id);

    public string? NearestAnchor(string id) => _names.Value.Nearest(id);
}

using System.Collections.Frozen;

namespace PolicyArchive.Reading;

/// <summary>Keys that other generators know under names far from ours: what to write in their place.</summary>
internal static class ForeignKeys
{
    // The folded key, the folded key of ours that must be known where it stands, and the cure.
    private static readonly FrozenDictionary<string, (string Ours, string Cure)> Cures = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["categories"] = ("topics", "write its names as `topics`"),
        ["category"] = ("topics", "write its names as `topics`"),
        ["keywords"] = ("topics", "write its names as `topics`"),
        ["permalink"] = ("redirectfrom", "name an old address in `redirect_from`, or choose the last part of the new one with `slug`"),
        ["url"] = ("redirectfrom", "name an old address in `redirect_from`, or choose the last part of the new one with `slug`"),
        ["alias"] = ("redirectfrom", "write it as `redirect_from`"),
        ["redirect"] = ("redirectfrom", "write it as `redirect_from`"),
        ["lastmod"] = ("updated", "write it as `updated`"),
        ["lastmodified"] = ("updated", "write it as `updated`"),
        ["lastmodifiedat"] = ("updated", "write it as `updated`"),
        ["modified"] = ("updated", "write it as `updated`"),
        ["datemodified"] = ("updated", "write it as `updated`"),
        ["publishdate"] = ("published", "write it as `published`"),
        ["pubdate"] = ("published", "write it as `published`"),
        ["expirydate"] = ("published", "remove it; pieces do not expire"),
        ["abstract"] = ("summary", "write it as `summary`"),
        ["subtitle"] = ("summary", "write it as `summary`, or into the title"),
        ["cover"] = ("image", "write it as `image: {file: x.jpg, alt: What it shows}`"),
        ["thumbnail"] = ("image", "write it as `image: {file: x.jpg, alt: What it shows}`"),
        ["locale"] = ("language", "write it as `language`"),
        ["keytakeaways"] = ("keypoints", "write them as `key_points`"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="known">The folded keys that are known where the entry stands.</param>
    public static string? Cure(YamlEntry entry, IReadOnlySet<string> known) =>
        Cures.TryGetValue(entry.Folded, out var found) && known.Contains(found.Ours) ? found.Cure : null;
}

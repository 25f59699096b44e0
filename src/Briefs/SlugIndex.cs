using System.Collections.Frozen;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>What a slug that a writer names stands for.</summary>
public abstract record SlugTarget
{
    private SlugTarget()
    {
    }

    public sealed record Published(Entry Entry) : SlugTarget;

    /// <summary>A draft, or an embargoed brief.</summary>
    public sealed record Unpublished : SlugTarget;

    /// <summary>A brief so faulty that nothing could be made of it; what is wrong there is already said.</summary>
    public sealed record Unread : SlugTarget;
}

/// <summary>The slugs of all briefs, published or not.</summary>
public sealed class SlugIndex
{
    private readonly FrozenDictionary<Slug, Entry> _published;
    private readonly FrozenSet<string> _unpublished;
    private readonly FrozenSet<string> _unread;
    private readonly NameIndex _names;

    public SlugIndex(Archive archive, Manuscripts manuscripts)
    {
        _published = archive.BySlug;
        _unpublished = archive.Unpublished.Select(b => b.Slug.Text).ToFrozenSet(StringComparer.Ordinal);
        _unread = manuscripts.UnreadSlugs.Select(s => s.Text).ToFrozenSet(StringComparer.Ordinal);
        _names = new NameIndex(archive.BySlug.Keys.Select(slug => slug.Text));
    }

    public SlugTarget? Find(string text) =>
        Slug.TryParse(text, out var slug) && _published.TryGetValue(slug, out var entry) ? new SlugTarget.Published(entry)
        : _unpublished.Contains(text) ? new SlugTarget.Unpublished()
        : _unread.Contains(text) ? new SlugTarget.Unread()
        : null;

    /// <summary>The published slug that a mistyped one may have meant.</summary>
    public string? Nearest(string text) => _names.Nearest(text);
}

using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Drafting;

/// <summary>
/// The names that the archive has, topics or authors, and those that this run adds: no two names may share an address, and
/// a closed list takes none.
/// </summary>
internal sealed class Names
{
    private readonly Dictionary<string, string> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Slug, string> _bySlug = [];
    private readonly bool _isClosed;

    private Names(IEnumerable<(string Name, string Shown)> known, bool isClosed)
    {
        foreach (var (name, shown) in known)
        {
            _byKey.TryAdd(TextFold.Key(name), shown);
            if (Slug.FromTitle(name) is { } slug)
            {
                _bySlug.TryAdd(slug, shown);
            }
        }

        _isClosed = isClosed;
    }

    public static Names OfTopics(Manuscripts manuscripts) => new(
        manuscripts.Terms.Where(t => t.Taxonomy == Taxonomy.Topics).SelectMany(t => t.Aliases.Select(a => a.Text).Concat([t.Name, t.Id]).Select(name => (name, t.Name)))
            .Concat(manuscripts.Briefs.SelectMany(b => b.Topics).Select(t => (t.Text, t.Text))),
        manuscripts.Closed.Contains(Taxonomy.Topics));

    public static Names OfAuthors(Manuscripts manuscripts) => new(
        manuscripts.People.SelectMany(p => ((string, string)[])[(p.Name, p.Name), (p.Id, p.Name)]).Concat(manuscripts.Briefs.SelectMany(b => b.Authors).Select(a => (a.Name, a.Name))),
        isClosed: false);

    /// <summary>The name to write; null, with the reason, when the archive can have none such.</summary>
    public (string? Name, string? Why) Take(string name)
    {
        if (_byKey.TryGetValue(TextFold.Key(name), out _))
        {
            return (name, null);
        }

        if (_isClosed)
        {
            return (null, "is not in the list, which is closed");
        }

        if (Slug.FromTitle(name) is not { } slug || name.StartsWith("=>", StringComparison.Ordinal))
        {
            return (null, "has no letter or digit to make an address of");
        }

        if (_bySlug.TryGetValue(slug, out var other))
        {
            return (null, $"would share its address with \u201c{other}\u201d");
        }

        _byKey[TextFold.Key(name)] = name;
        _bySlug[slug] = name;
        return (name, null);
    }
}

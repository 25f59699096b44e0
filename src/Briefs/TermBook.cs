using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>
/// The names of one taxonomy. Names that are equal under NFC, case folding and spacing are one term; so are a listed
/// term's id, name and aliases. Two different names never share an address.
/// </summary>
internal sealed class TermBook
{
    private readonly Taxonomy _taxonomy;
    private readonly bool _closed;
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, Term> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Slug, Term> _bySlug = [];
    private readonly List<string> _listedNames = [];

    public TermBook(Taxonomy taxonomy, IEnumerable<Term> listed, bool closed, List<Finding> findings)
    {
        (_taxonomy, _closed, _findings) = (taxonomy, closed, findings);
        foreach (var term in listed)
        {
            _bySlug[term.Slug] = term;
            _listedNames.Add(term.Name);
            foreach (var name in (string[])[term.Id, term.Slug.Text, term.Name, .. term.Aliases.Select(a => a.Text)])
            {
                var key = TextFold.Key(name);
                if (!_byName.TryAdd(key, term) && _byName[key].Slug != term.Slug)
                {
                    findings.Add(Finding.Error("DATA101", term.Place, $"\u201c{name}\u201d names two {Term.Folder(taxonomy)}, `{_byName[key].Slug}` and `{term.Slug}`", $"keep the name in one of them; the other is at {_byName[key].Place}"));
                }
            }
        }
    }

    public IReadOnlyCollection<Term> Terms => _bySlug.Values;

    /// <summary>The term a brief means; null, with a finding, when the name cannot be one.</summary>
    public Term? Resolve(Mention mention)
    {
        var key = TextFold.Key(mention.Text);
        if (_byName.TryGetValue(key, out var known))
        {
            return known;
        }

        var what = Term.Folder(_taxonomy);
        var listing = _taxonomy == Taxonomy.Kinds ? "`kinds` of settings.yml" : $"{what}.yml under an id of its own";
        if (_closed)
        {
            var near = Nearest.To(mention.Text, _listedNames);
            _findings.Add(Finding.Error("DATA102", mention.Place, $"\u201c{mention.Text}\u201d is not listed in {what}.yml, which is closed", near is null ? $"list it in {what}.yml" : $"did you mean \u201c{near}\u201d?"));
            return null;
        }

        if (Slug.FromTitle(mention.Text) is not { } slug)
        {
            _findings.Add(Finding.Error("DATA103", mention.Place, $"\u201c{mention.Text}\u201d has no letter or digit, so it can have no address", _taxonomy == Taxonomy.Kinds ? "give the kind a name with one" : $"list it in {what}.yml under an id"));
            return null;
        }

        if (_bySlug.TryGetValue(slug, out var taken))
        {
            _findings.Add(Finding.Error("DATA104", mention.Place, $"\u201c{mention.Text}\u201d and \u201c{taken.Name}\u201d would share the address {taken.Url}", $"spell them alike, or list one in {listing}; the other is at {taken.Place}"));
            return null;
        }

        var term = new Term { Taxonomy = _taxonomy, Slug = slug, Name = TextFold.CollapseSpaces(TextFold.Compose(mention.Text)), Place = mention.Place };
        _byName[key] = term;
        _bySlug[slug] = term;
        return term;
    }

    public IEnumerable<Finding> NearNames() => Briefs.NearNames.Among(_bySlug.Values.Select(t => (t.Name, t.Place)), $"spell them alike, or add an alias in {Term.Folder(_taxonomy)}.yml");
}

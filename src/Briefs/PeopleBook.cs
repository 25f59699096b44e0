using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>The authors: those of people.yml by id or name, others by the name a brief gives.</summary>
internal sealed class PeopleBook
{
    private readonly List<Finding> _findings;
    private readonly Dictionary<string, Person> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<Slug, Person> _bySlug = [];
    private readonly Dictionary<string, AuthorMention> _details = new(StringComparer.Ordinal);

    public PeopleBook(IEnumerable<Person> listed, List<Finding> findings)
    {
        _findings = findings;
        foreach (var person in listed)
        {
            _bySlug[person.Slug] = person;
            _byName.TryAdd(TextFold.Key(person.Id), person);
            _byName.TryAdd(TextFold.Key(person.Slug.Text), person);
            if (!_byName.TryAdd(TextFold.Key(person.Name), person) && _byName[TextFold.Key(person.Name)].Slug != person.Slug)
            {
                // Two people may share a name; briefs then have to use the id.
                findings.Add(Finding.Warning("DATA111", person.Place, $"two people are called \u201c{person.Name}\u201d", "name them by id in briefs; a bare name means the first"));
            }
        }
    }

    public IReadOnlyCollection<Person> People => _bySlug.Values;

    public IEnumerable<Finding> NearNames() => Briefs.NearNames.Among(_bySlug.Values.Select(p => (p.Name, p.Place)), "spell them alike");

    /// <summary>Notes what a brief says of an author beside the name, so that briefs that give the name alone show it too.</summary>
    public void Note(AuthorMention mention)
    {
        var key = TextFold.Key(mention.Name);
        var before = _details.GetValueOrDefault(key, mention);
        _details[key] = before with
        {
            Affiliation = before.Affiliation ?? mention.Affiliation,
            Orcid = before.Orcid ?? mention.Orcid,
            Url = before.Url ?? mention.Url,
            IsOrganization = before.IsOrganization || mention.IsOrganization,
        };
    }

    public Person? Resolve(AuthorMention mention)
    {
        var key = TextFold.Key(mention.Name);
        if (_byName.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_details.TryGetValue(key, out var details))
        {
            mention = mention with { Affiliation = details.Affiliation, Orcid = details.Orcid, Url = details.Url, IsOrganization = details.IsOrganization };
        }

        if (Slug.FromTitle(mention.Name) is not { } slug)
        {
            _findings.Add(Finding.Error("DATA113", mention.Place, $"the author \u201c{mention.Name}\u201d has no letter or digit", "give a name, or an id of people.yml"));
            return null;
        }

        if (_bySlug.TryGetValue(slug, out var taken))
        {
            _findings.Add(Finding.Error("DATA114", mention.Place, $"the authors \u201c{mention.Name}\u201d and \u201c{taken.Name}\u201d would share the address {taken.Page}", $"spell them alike, or list one in people.yml under an id of its own; the other is at {taken.Place}"));
            return null;
        }

        var person = new Person
        {
            Slug = slug,
            Name = TextFold.CollapseSpaces(TextFold.Compose(mention.Name)),
            Place = mention.Place,
            Affiliation = mention.Affiliation,
            Orcid = mention.Orcid,
            Url = mention.Url,
            IsOrganization = mention.IsOrganization,
        };
        _byName[key] = person;
        _bySlug[slug] = person;
        return person;
    }
}

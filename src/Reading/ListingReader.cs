using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>people.yml, and topics.yml, regions.yml and series.yml: ids with what is known of each.</summary>
internal static class ListingReader
{
    public static ImmutableArray<Person> People(YamlMap? map, List<Finding> findings)
    {
        var result = ImmutableArray.CreateBuilder<Person>();
        foreach (var (id, entry) in Ids(map?.Entries ?? [], findings))
        {
            if (entry.Value is YamlScalar { IsNull: false, IsComputed: false } name)
            {
                result.Add(new Person { Slug = id, Id = entry.Key, Name = TextFold.CollapseSpaces(name.Text), Place = entry.KeyPlace });
                continue;
            }

            var keys = Of(entry, findings);
            result.Add(new Person
            {
                Slug = id,
                Id = entry.Key,
                Name = Name(keys, entry, findings),
                Place = entry.KeyPlace,
                Affiliation = keys.Text("affiliation")?.Text,
                Orcid = RecordReader.ReadOrcid(keys),
                Url = keys.Url("url"),
                Bio = keys.Text("bio")?.Text,
                IsOrganization = keys.Flag("organization", "organisation"),
                RedirectFrom = keys.Texts("redirect_from"),
            });
            keys.WarnOfUnknown("a person");
        }

        return result.ToImmutable();
    }

    public static ImmutableArray<Term> Terms(YamlMap? map, Taxonomy taxonomy, List<Finding> findings, out bool isClosed)
    {
        var closed = map?.Entries.FirstOrDefault(e => e.Folded == "closed" && e.Value is YamlScalar);
        isClosed = closed is not null && new Keys(KeyCodes.Listing, findings, new YamlMap([closed], closed.KeyPlace)).Flag("closed");
        var result = ImmutableArray.CreateBuilder<Term>();
        foreach (var (id, entry) in Ids(map?.Entries.Where(e => e != closed) ?? [], findings))
        {
            if (entry.Value is YamlScalar { IsNull: false, IsComputed: false } name)
            {
                result.Add(new Term { Taxonomy = taxonomy, Slug = id, Id = entry.Key, Name = TextFold.CollapseSpaces(name.Text), Place = entry.KeyPlace });
                continue;
            }

            var keys = Of(entry, findings);
            result.Add(new Term
            {
                Taxonomy = taxonomy,
                Slug = id,
                Id = entry.Key,
                Name = Name(keys, entry, findings),
                Place = entry.KeyPlace,
                Description = keys.Text("description", "summary")?.Text,
                Parent = keys.Text("parent"),
                Aliases = keys.Texts("aliases", "alias"),
                RedirectFrom = keys.Texts("redirect_from"),
                Repec = taxonomy == Taxonomy.Series ? ReadRepec(keys) : null,
            });
            keys.WarnOfUnknown($"an entry of {Term.Folder(taxonomy)}.yml");
        }

        CheckParents(result, findings);
        return result.ToImmutable();
    }

    private static void CheckParents(IReadOnlyList<Term> terms, List<Finding> findings)
    {
        var byName = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            byName.TryAdd(TextFold.Key(term.Id), term);
            byName.TryAdd(TextFold.Key(term.Slug.Text), term);
            byName.TryAdd(TextFold.Key(term.Name), term);
        }

        foreach (var term in terms.Where(t => t.Parent is not null))
        {
            var parent = term.Parent!.Value;
            if (!byName.ContainsKey(TextFold.Key(parent.Text)))
            {
                var near = Nearest.To(parent.Text, terms.Select(t => t.Id));
                findings.Add(Finding.Error("DATA003", parent.Place, $"the parent `{parent.Text}` is not listed", near is null ? "list it too, or remove the `parent`" : $"did you mean `{near}`?"));
            }
        }

        CheckCircles(terms, byName, findings);
    }

    // Each term is passed once: a way up that meets a term of an earlier way ends there.
    private static void CheckCircles(IEnumerable<Term> terms, Dictionary<string, Term> byName, List<Finding> findings)
    {
        var passedBy = new Dictionary<Slug, Slug>();
        foreach (var term in terms)
        {
            var at = term;
            while (at is not null && passedBy.TryAdd(at.Slug, term.Slug))
            {
                at = at.Parent is { } up ? byName.GetValueOrDefault(TextFold.Key(up.Text)) : null;
            }

            if (at?.Parent is { } parent && passedBy[at.Slug] == term.Slug)
            {
                findings.Add(Finding.Error("DATA004", parent.Place, $"`{at.Id}` is above itself: its parents lead in a circle", "remove one `parent` of the circle"));
            }
        }
    }

    // An id may be any text; the address is made of it as that of a title is.
    private static IEnumerable<(Slug Id, YamlEntry Entry)> Ids(IEnumerable<YamlEntry> entries, List<Finding> findings)
    {
        var taken = new Dictionary<Slug, YamlEntry>();
        foreach (var entry in entries)
        {
            if ((Slug.TryParse(entry.Key, out var given) ? given : Slug.FromTitle(entry.Key)) is not { } id)
            {
                findings.Add(Finding.Error("DATA001", entry.KeyPlace, $"`{entry.Key}` cannot be an id, since it has no letter or digit", "use lower-case letters, digits and hyphens"));
            }
            else if (!taken.TryAdd(id, entry))
            {
                findings.Add(Finding.Error("DATA005", entry.KeyPlace, $"the ids `{entry.Key}` and `{taken[id].Key}` would share an address", $"give one of them another id; the other is at line {taken[id].KeyPlace.Line}"));
            }
            else
            {
                yield return (id, entry);
            }
        }
    }

    private static string? ReadRepec(Keys keys)
    {
        if (keys.Text("repec") is not { } code)
        {
            return null;
        }

        if (code.Text.Length == 6 && code.Text.All(char.IsAsciiLetterOrDigit))
        {
            return code.Text;
        }

        keys.Findings.Add(Finding.Error("DATA007", code.Place, $"\u201c{code.Text}\u201d is no code of a series at RePEc", "write six letters or digits, e.g. `repec: wpaper`"));
        return null;
    }

    private static Keys Of(YamlEntry entry, List<Finding> findings) => new(KeyCodes.Listing, findings, entry.Value as YamlMap);

    private static string Name(Keys keys, YamlEntry entry, List<Finding> findings)
    {
        if (keys.Text("name", "title") is { } name)
        {
            return TextFold.CollapseSpaces(name.Text);
        }

        if (entry.Value is YamlList)
        {
            findings.Add(Finding.Error("DATA002", entry.Value.Place, $"`{entry.Key}` should be keys and values, or a name, and this is a list", $"write e.g. `{entry.Key}: {{name: A name}}`"));
        }
        else if (!keys.IsFaulted("name"))
        {
            findings.Add(Finding.Error("DATA002", entry.KeyPlace, $"`{entry.Key}` has no `name`", "add `name: ` with what readers see"));
        }

        return entry.Key;
    }
}

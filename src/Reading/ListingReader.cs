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
        foreach (var (id, entry) in Ids(map, findings))
        {
            if (entry.Value is YamlScalar { IsNull: false } name)
            {
                result.Add(new Person { Slug = id, Name = name.Text.Trim(), Place = entry.KeyPlace });
                continue;
            }

            var keys = Of(entry, findings);
            result.Add(new Person
            {
                Slug = id,
                Name = Name(keys, entry, findings),
                Place = entry.KeyPlace,
                Affiliation = keys.Text("affiliation")?.Text,
                Orcid = keys.Checked<Orcid>("BRIEF021", "an ORCID iD (its check digit is wrong, or its length)", (string t, out Orcid? v) => Orcid.TryParse(t, out v), "write it as `0000-0002-1825-0097`", "orcid"),
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
        isClosed = map?.Entries.Any(e => e.Folded == "closed" && e.Value is YamlScalar { Text: "true" or "yes" }) ?? false;
        var result = ImmutableArray.CreateBuilder<Term>();
        foreach (var (id, entry) in Ids(map, findings).Where(e => e.Entry.Folded != "closed"))
        {
            if (entry.Value is YamlScalar { IsNull: false } name)
            {
                result.Add(new Term { Taxonomy = taxonomy, Slug = id, Name = name.Text.Trim(), Place = entry.KeyPlace });
                continue;
            }

            var keys = Of(entry, findings);
            result.Add(new Term
            {
                Taxonomy = taxonomy,
                Slug = id,
                Name = Name(keys, entry, findings),
                Place = entry.KeyPlace,
                Description = keys.Text("description", "summary")?.Text,
                Parent = keys.Text("parent"),
                Aliases = keys.Texts("aliases", "alias"),
                RedirectFrom = keys.Texts("redirect_from"),
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
            byName.TryAdd(TextFold.Key(term.Slug.Text), term);
            byName.TryAdd(TextFold.Key(term.Name), term);
        }

        foreach (var term in terms.Where(t => t.Parent is not null))
        {
            var parent = term.Parent!.Value;
            if (!byName.ContainsKey(TextFold.Key(parent.Text)))
            {
                var near = Nearest.To(parent.Text, terms.Select(t => t.Slug.Text));
                findings.Add(Finding.Error("DATA003", parent.Place, $"the parent `{parent.Text}` is not listed", near is null ? "list it too" : $"did you mean `{near}`?"));
                continue;
            }

            var at = term;
            for (var steps = 0; at is { Parent: { } up } && byName.TryGetValue(TextFold.Key(up.Text), out at); steps++)
            {
                if (at.Slug == term.Slug || steps > 30)
                {
                    findings.Add(Finding.Error("DATA004", parent.Place, $"`{term.Slug}` is above itself", "remove one `parent` of the circle"));
                    break;
                }
            }
        }
    }

    private static IEnumerable<(Slug Id, YamlEntry Entry)> Ids(YamlMap? map, List<Finding> findings)
    {
        foreach (var entry in map?.Entries ?? [])
        {
            if (Slug.TryParse(entry.Key, out var id))
            {
                yield return (id, entry);
            }
            else
            {
                var like = Slug.FromTitle(entry.Key) is { } made ? $", e.g. `{made}`" : "";
                findings.Add(Finding.Error("DATA001", entry.KeyPlace, $"`{entry.Key}` cannot be an id", $"use lower-case letters, digits and single hyphens{like}"));
            }
        }
    }

    private static Keys Of(YamlEntry entry, List<Finding> findings)
    {
        if (entry.Value is not (YamlMap or YamlScalar))
        {
            findings.Add(Finding.Error("DATA002", entry.Value.Place, $"`{entry.Key}` should be keys and values, or a name", "write e.g. `name: A name`"));
        }

        return new Keys(findings, entry.Value as YamlMap);
    }

    private static string Name(Keys keys, YamlEntry entry, List<Finding> findings)
    {
        if (keys.Text("name", "title") is { } name)
        {
            return TextFold.CollapseSpaces(name.Text);
        }

        findings.Add(Finding.Error("DATA002", entry.KeyPlace, $"`{entry.Key}` has no `name`", "add `name: ` with what readers see"));
        return entry.Key;
    }
}

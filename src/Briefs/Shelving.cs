using System.Collections.Immutable;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>Groups entries by term, author and year. All lists stay newest first.</summary>
internal static class Shelving
{
    public static ImmutableArray<Shelf> Shelve(IEnumerable<Term> terms, ImmutableArray<Entry> entries, Taxonomy taxonomy)
    {
        var byName = new Dictionary<string, Term>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            byName[TextFold.Key(term.Name)] = term;
            byName[TextFold.Key(term.Slug.Text)] = term;
            byName[TextFold.Key(term.Id)] = term;
        }

        var parents = byName.Values.Distinct().ToDictionary(
            t => t.Slug,
            t => t.Parent is { } p && byName.TryGetValue(TextFold.Key(p.Text), out var parent) && parent.Slug != t.Slug ? parent : null);
        var held = new Dictionary<Slug, List<Entry>>();
        var together = new Dictionary<(Slug, Slug), int>();
        foreach (var entry in entries)
        {
            var direct = Of(entry, taxonomy);
            foreach (var slug in direct.SelectMany(t => Upwards(t, parents)).Select(t => t.Slug).Distinct())
            {
                (held.TryGetValue(slug, out var list) ? list : held[slug] = []).Add(entry);
            }

            for (var i = 0; i < direct.Length; i++)
            {
                for (var j = 0; j < direct.Length; j++)
                {
                    if (i != j)
                    {
                        var pair = (direct[i].Slug, direct[j].Slug);
                        together[pair] = together.GetValueOrDefault(pair) + 1;
                    }
                }
            }
        }

        var termOf = byName.Values.DistinctBy(t => t.Slug).ToDictionary(t => t.Slug);
        var children = termOf.Values.Where(t => held.ContainsKey(t.Slug) && parents[t.Slug] is not null).ToLookup(t => parents[t.Slug]!.Slug);
        var partners = together.ToLookup(p => p.Key.Item1, p => (Slug: p.Key.Item2, p.Value));
        var built = new Dictionary<Slug, Shelf>();
        return [.. ByName(termOf.Values.Where(t => held.ContainsKey(t.Slug))).Select(Build)];

        Shelf Build(Term term)
        {
            if (built.TryGetValue(term.Slug, out var done))
            {
                return done;
            }

            var family = Upwards(term, parents).Select(t => t.Slug).ToHashSet();
            return built[term.Slug] = new Shelf
            {
                Term = term,
                Parent = parents[term.Slug],
                Children = [.. ByName(children[term.Slug]).Select(Build)],
                Entries = [.. held[term.Slug]],
                Related =
                [
                    .. partners[term.Slug]
                        .Where(p => !family.Contains(p.Slug) && !Upwards(termOf[p.Slug], parents).Any(t => t.Slug == term.Slug))
                        .OrderByDescending(p => p.Value).ThenBy(p => p.Slug)
                        .Take(6).Select(p => termOf[p.Slug]),
                ],
            };
        }
    }

    public static ImmutableArray<AuthorShelf> ByAuthor(ImmutableArray<Entry> entries)
    {
        var held = new Dictionary<Slug, (Person Person, List<Entry> Entries)>();
        foreach (var entry in entries)
        {
            foreach (var person in entry.Authors)
            {
                (held.TryGetValue(person.Slug, out var shelf) ? shelf : held[person.Slug] = (person, [])).Entries.Add(entry);
            }
        }

        return [.. held.Values.OrderBy(s => TextFold.Key(s.Person.Name), StringComparer.Ordinal).ThenBy(s => s.Person.Slug).Select(s => new AuthorShelf(s.Person, [.. s.Entries]))];
    }

    public static ImmutableArray<YearShelf> ByYear(ImmutableArray<Entry> entries) =>
        [.. entries.Where(e => e.Day is not null).GroupBy(e => e.Day!.Value.Year).OrderByDescending(g => g.Key).Select(g => new YearShelf(g.Key, [.. g]))];

    private static ImmutableArray<Term> Of(Entry entry, Taxonomy taxonomy) => taxonomy switch
    {
        Taxonomy.Topics => entry.Topics,
        Taxonomy.Regions => entry.Regions,
        Taxonomy.Series => entry.Series is { } series ? [series] : [],
        Taxonomy.Kinds => [entry.Kind],
        _ => throw new ArgumentOutOfRangeException(nameof(taxonomy)),
    };

    // Reading refuses cycles among listed terms; the bound keeps a slip there from looping here.
    private static IEnumerable<Term> Upwards(Term term, Dictionary<Slug, Term?> parents)
    {
        Term? at = term;
        for (var steps = 0; at is not null && steps < 32; steps++)
        {
            yield return at;
            at = parents.GetValueOrDefault(at.Slug);
        }
    }

    private static IEnumerable<Term> ByName(IEnumerable<Term> terms) =>
        terms.OrderBy(t => TextFold.Key(TextFold.FoldLatin(t.Name)), StringComparer.Ordinal).ThenBy(t => t.Slug);
}

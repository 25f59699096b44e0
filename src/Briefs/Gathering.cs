using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>Brings the manuscripts together: orders, groups, relates, and refuses what collides.</summary>
public static class Gathering
{
    /// <summary>
    /// The archive of what is published on <see cref="Settings.Today"/> (all of it, when drafts are shown), and what
    /// is wrong between files that are right each for itself.
    /// </summary>
    public static (Archive Archive, ImmutableArray<Finding> Findings) Gather(Manuscripts manuscripts)
    {
        var findings = new List<Finding>();
        var settings = manuscripts.Settings;
        var books = Enum.GetValues<Taxonomy>().ToDictionary(
            taxonomy => taxonomy,
            taxonomy => new TermBook(taxonomy, manuscripts.Terms.Where(t => t.Taxonomy == taxonomy), manuscripts.Closed.Contains(taxonomy), findings));
        var people = new PeopleBook(manuscripts.People, findings);

        var published = ImmutableArray.CreateBuilder<Entry>();
        var unpublished = ImmutableArray.CreateBuilder<Brief>();
        var bySlug = new Dictionary<Slug, Entry>();
        foreach (var brief in manuscripts.Briefs.OrderBy(b => b.SourcePath, StringComparer.Ordinal))
        {
            var isUnpublished = brief.Draft || brief.Published.AsKnown?.Day > settings.Today;
            if (isUnpublished && !settings.ShowDrafts)
            {
                unpublished.Add(brief);
                continue;
            }

            if (bySlug.TryGetValue(brief.Slug, out var other))
            {
                findings.Add(Finding.Error("BRIEF101", brief.Place, $"the slug `{brief.Slug}` is already that of {other.Brief.Place.File}", "give one of them a `slug` of its own"));
                continue;
            }

            var entry = Resolve(brief, isUnpublished, settings, books, people);
            bySlug.Add(brief.Slug, entry);
            published.Add(entry);
        }

        foreach (var taxonomy in (Taxonomy[])[Taxonomy.Topics, Taxonomy.Regions, Taxonomy.Series])
        {
            books[taxonomy].WarnOfNearNames();
        }

        published.Sort(NewestFirst);
        var entries = published.ToImmutable();
        var archive = new Archive
        {
            Entries = entries,
            BySlug = bySlug.ToFrozenDictionary(),
            Shelves = books.ToFrozenDictionary(b => b.Key, b => Shelving.Shelve(b.Value.Terms, entries, b.Key)),
            Authors = Shelving.ByAuthor(entries),
            Years = Shelving.ByYear(entries),
            Unpublished = unpublished.ToImmutable(),
        };
        findings.AddRange(References.Check(archive, manuscripts));
        return (archive, [.. findings]);
    }

    private static Entry Resolve(Brief brief, bool isUnpublished, Settings settings, Dictionary<Taxonomy, TermBook> books, PeopleBook people) => new()
    {
        Brief = brief,
        Url = brief.Destination ?? SiteUrl.Home / "briefs" / brief.Slug,
        Language = brief.Language ?? settings.Language,
        Authors = Distinct(brief.Authors, people.Resolve),
        Topics = Distinct(brief.Topics, books[Taxonomy.Topics].Resolve),
        Regions = Distinct(brief.Regions, books[Taxonomy.Regions].Resolve),
        Kind = books[Taxonomy.Kinds].Resolve(brief.Kind) ?? new Term { Taxonomy = Taxonomy.Kinds, Slug = brief.Slug, Name = brief.Kind.Text, Place = brief.Kind.Place },
        Series = brief.Series is { } series ? books[Taxonomy.Series].Resolve(series) : null,
        IsUnpublished = isUnpublished,
    };

    private static ImmutableArray<T> Distinct<TMention, T>(ImmutableArray<TMention> mentions, Func<TMention, T?> resolve)
        where T : class
    {
        var result = ImmutableArray.CreateBuilder<T>(mentions.Length);
        foreach (var mention in mentions)
        {
            if (resolve(mention) is { } found && !result.Contains(found))
            {
                result.Add(found);
            }
        }

        return result.ToImmutable();
    }

    private static int NewestFirst(Entry a, Entry b)
    {
        var (left, right) = (a.Brief.Published.AsKnown, b.Brief.Published.AsKnown);
        if (left is null || right is null)
        {
            return left is null && right is null ? ByTitle(a, b) : left is null ? 1 : -1;
        }

        return right.Day != left.Day ? right.Day.CompareTo(left.Day)
            : right.Instant != left.Instant ? right.Instant.CompareTo(left.Instant)
            : ByTitle(a, b);
    }

    private static int ByTitle(Entry a, Entry b) =>
        string.CompareOrdinal(a.Brief.Title, b.Brief.Title) is var byTitle and not 0 ? byTitle : a.Brief.Slug.CompareTo(b.Brief.Slug);
}

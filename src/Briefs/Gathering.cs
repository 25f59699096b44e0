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
        var kinds = new KindBook(settings, findings);
        var books = ((Taxonomy[])[Taxonomy.Topics, Taxonomy.Regions, Taxonomy.Series]).ToDictionary(
            taxonomy => taxonomy,
            taxonomy => new TermBook(taxonomy, manuscripts.Terms.Where(t => t.Taxonomy == taxonomy), manuscripts.Closed.Contains(taxonomy), findings));
        var people = new PeopleBook(manuscripts.People, findings);

        var (visible, unpublished) = Sort(manuscripts, findings);
        foreach (var author in visible.SelectMany(brief => brief.Authors))
        {
            people.Note(author);
        }

        var entries = visible.Select(brief => Resolve(brief, settings, books, kinds, people)).ToImmutableArray().Sort(NewestFirst);
        findings.AddRange(books.Values.SelectMany(book => book.NearNames()).Concat(people.NearNames()));
        var archive = new Archive
        {
            Entries = entries,
            BySlug = entries.ToFrozenDictionary(e => e.Brief.Slug),
            Shelves = books.Select(b => (Taxonomy: b.Key, b.Value.Terms)).Append((Taxonomy: Taxonomy.Kinds, kinds.Terms))
                .ToFrozenDictionary(b => b.Taxonomy, b => Shelving.Shelve(b.Terms, entries, b.Taxonomy)),
            Authors = Shelving.ByAuthor(entries),
            Years = Shelving.ByYear(entries),
            Unpublished = unpublished,
        };
        findings.AddRange(References.Check(archive, manuscripts));
        return (archive, [.. findings]);
    }

    // The order of files decides which of two names is the first, and nothing else.
    private static (ImmutableArray<Brief> Visible, ImmutableArray<Brief> Unpublished) Sort(Manuscripts manuscripts, List<Finding> findings)
    {
        var visible = ImmutableArray.CreateBuilder<Brief>();
        var unpublished = ImmutableArray.CreateBuilder<Brief>();
        var bySlug = new Dictionary<Slug, Brief>();
        foreach (var brief in manuscripts.Briefs.OrderBy(b => b.SourcePath, StringComparer.Ordinal))
        {
            if (IsUnpublished(brief, manuscripts.Settings) && !manuscripts.Settings.ShowDrafts)
            {
                unpublished.Add(brief);
            }
            else if (bySlug.TryAdd(brief.Slug, brief))
            {
                visible.Add(brief);
            }
            else
            {
                findings.Add(Finding.Error("BRIEF101", brief.Place, $"the slug `{brief.Slug}` is already that of {bySlug[brief.Slug].Place.File}", "give one of them a `slug` of its own"));
            }
        }

        return (visible.ToImmutable(), unpublished.ToImmutable());
    }

    private static bool IsUnpublished(Brief brief, Settings settings) => brief.Draft || brief.Published.AsKnown?.Day > settings.Today;

    private static Entry Resolve(Brief brief, Settings settings, Dictionary<Taxonomy, TermBook> books, KindBook kinds, PeopleBook people)
    {
        var (kind, record) = kinds.Resolve(brief.Kind);
        return new Entry
        {
            Brief = brief,
            Url = brief.Destination ?? SiteUrl.Home / "briefs" / brief.Slug,
            Language = brief.Language ?? settings.Language,
            Authors = Distinct(brief.Authors, people.Resolve),
            Topics = Distinct(brief.Topics, books[Taxonomy.Topics].Resolve),
            Regions = Distinct(brief.Regions, books[Taxonomy.Regions].Resolve),
            Kind = kind,
            Record = record,
            Series = brief.Series is { } series ? books[Taxonomy.Series].Resolve(series) : null,
            IsUnpublished = IsUnpublished(brief, settings),
        };
    }

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

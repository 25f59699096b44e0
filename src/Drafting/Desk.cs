using System.Collections.Immutable;
using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Drafting;

/// <summary>What an editor asks for in a new brief; everything else the archive knows.</summary>
/// <param name="Authors">As given; where there are none, <paramref name="Editor"/>.</param>
/// <param name="Editor">Who sits at the desk, or null.</param>
public sealed record Request(
    string Title, Slug Slug, DateOnly Day, ImmutableArray<string> Authors, string? Editor, ImmutableArray<string> Topics, string? Kind, string? Series, string? Language);

/// <summary>Makes a new brief out of what is asked for and what the archive has.</summary>
public static class Desk
{
    private const int MostNames = 60;

    public static NewBrief Prepare(Request request, Manuscripts manuscripts, Archive archive)
    {
        var series = request.Series is { } name ? Find(archive, manuscripts, Taxonomy.Series, name) : null;
        return new NewBrief
        {
            Title = request.Title,
            Slug = request.Slug,
            Published = request.Day,
            Authors = [.. (request.Authors.IsEmpty && request.Editor is { } editor ? [editor] : request.Authors).Select(author => IdOf(author, manuscripts))],
            Topics = [.. request.Topics.Select(topic => Find(archive, manuscripts, Taxonomy.Topics, topic) is { } term ? NameOf(term, manuscripts) : topic)],
            Kind = request.Kind,
            Series = series is null ? request.Series : NameOf(series, manuscripts),
            Number = request.Series is null ? null : NextNumber(manuscripts, series, request.Series),
            Language = request.Language,
            KnownTopics = Known(archive, manuscripts, Taxonomy.Topics),
            KnownRegions = Known(archive, manuscripts, Taxonomy.Regions),
            Path = Habits.PathOf(request.Slug, request.Day, manuscripts.Briefs),
        };
    }

    // By its id where it is listed: that is what editors of such an archive write.
    private static string NameOf(Term term, Manuscripts manuscripts) =>
        manuscripts.Terms.Any(listed => listed.Taxonomy == term.Taxonomy && listed.Slug == term.Slug) ? term.Id : term.Name;

    private static string IdOf(string author, Manuscripts manuscripts) =>
        manuscripts.People.FirstOrDefault(person => IsSame(person.Name, author) || IsSame(person.Id, author))?.Id ?? author;

    private static Term? Find(Archive archive, Manuscripts manuscripts, Taxonomy taxonomy, string name) =>
        manuscripts.Terms.Where(term => term.Taxonomy == taxonomy).Concat(archive.Shelves[taxonomy].Select(shelf => shelf.Term))
            .FirstOrDefault(term => IsSame(term.Name, name) || IsSame(term.Id, name));

    private static bool IsSame(string one, string other) => Slug.FromTitle(one) is { } slug && slug == Slug.FromTitle(other);

    // Drafts count too: two editors who begin on one day want two numbers.
    private static string NextNumber(Manuscripts manuscripts, Term? series, string given)
    {
        var last = manuscripts.Briefs
            .Where(brief => brief.Series is { } of && (IsSame(of.Text, given) || (series is not null && (IsSame(of.Text, series.Name) || IsSame(of.Text, series.Id)))))
            .Select(brief => int.TryParse(brief.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .DefaultIfEmpty(0)
            .Max();
        return (last + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static ImmutableArray<string> Known(Archive archive, Manuscripts manuscripts, Taxonomy taxonomy) =>
    [
        .. archive.Shelves[taxonomy].OrderByDescending(shelf => shelf.Entries.Length).ThenBy(shelf => shelf.Term.Name, StringComparer.Ordinal).Select(shelf => NameOf(shelf.Term, manuscripts))
            .Concat(manuscripts.Terms.Where(term => term.Taxonomy == taxonomy).Select(term => NameOf(term, manuscripts)))
            .Distinct(StringComparer.Ordinal)
            .Take(MostNames),
    ];
}

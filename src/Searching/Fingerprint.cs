using System.Globalization;
using PolicyArchive.Briefs;
using PolicyArchive.Keeping;
using PolicyArchive.Wording;

namespace PolicyArchive.Searching;

/// <summary>
/// Hashes of all that an index is made from. They are taken before it is made, so that its files can be written as they come
/// and need not be held, and that what is kept of an earlier one can stand for what has not changed.
/// </summary>
internal sealed class Fingerprint
{
    // Raised whenever the same archive would give other files.
    private const long Format = 2;

    private const int Length = 12;

    private readonly UInt128[] _entries;

    private Fingerprint(UInt128[] entries, UInt128 whole) =>
        (_entries, Text) = (entries, whole.ToString("x32", CultureInfo.InvariantCulture)[..Length]);

    /// <summary>The name of the index.</summary>
    public string Text { get; }

    /// <summary>Of all that the index says of a brief, by its place in the archive.</summary>
    public UInt128 this[int entry] => _entries[entry];

    public static Fingerprint Of(Archive archive, Words words)
    {
        var prints = new UInt128[archive.Entries.Length];
        Parallel.For(0, prints.Length, i => prints[i] = Of(archive.Entries[i], words));
        var whole = new PrintHash().With(Format);
        foreach (var print in prints)
        {
            whole.With(print);
        }

        foreach (var (taxonomy, shelves) in archive.Shelves.OrderBy(taxonomy => taxonomy.Key))
        {
            whole.With((long)taxonomy).With((long)shelves.Length);
            foreach (var shelf in shelves)
            {
                whole.With(shelf.Term.Slug.Text).With(shelf.Term.Name).With(shelf.Parent?.Slug.Text);
            }
        }

        return new Fingerprint(prints, whole.Value());
    }

    private static UInt128 Of(Entry entry, Words words)
    {
        var brief = entry.Brief;
        var print = new PrintHash().With(brief.Title).With(entry.Url.Path).With(entry.Day is { } day ? words.Day(day) : null).With((long)(entry.Day?.DayNumber ?? -1))
            .With(entry.Language).With(words.NameOf(entry.Language)).With(words["list_separator"])
            .With(entry.Kind.Slug.Text).With(entry.Kind.Name).With(entry.Series?.Slug.Text).With(entry.Series?.Name).With(brief.Number).With(brief.Summary).With((long)brief.KeyPoints.Length);
        foreach (var point in brief.KeyPoints)
        {
            print.With(point);
        }

        foreach (var terms in (IReadOnlyList<Term>[])[entry.Topics, entry.Regions])
        {
            print.With((long)terms.Count);
            foreach (var term in terms)
            {
                print.With(term.Slug.Text).With(term.Name);
            }
        }

        print.With((long)entry.Authors.Length);
        foreach (var author in entry.Authors)
        {
            print.With(author.Slug.Text).With(author.Name);
        }

        return print.With(brief.Body.Html.Utf8).Value();
    }
}

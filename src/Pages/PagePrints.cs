using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Keeping;

namespace PolicyArchive.Pages;

/// <summary>
/// Hashes of all that a page, or what is said of its brief elsewhere, is made from: two builds with the same print make the
/// same bytes. Better too much in them than too little: what is too much costs time, what is missing a wrong page.
/// </summary>
/// <param name="site">That of what all pages are made from: the program, the settings, the theme, the menus.</param>
public sealed class PagePrints(SitePlan plan, UInt128 site)
{
    private readonly ConcurrentDictionary<Entry, UInt128> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<BriefPage, UInt128> _pages = new(ReferenceEqualityComparer.Instance);

    /// <summary>Of a brief, with what is said of it on its own page.</summary>
    public UInt128 Of(Entry entry) => _pages.GetOrAdd(plan.BriefPages[entry.Brief.Slug], OfBrief);

    /// <summary>Of some briefs in their order, and of what else is said with them.</summary>
    public UInt128 Of(IEnumerable<Entry> entries, params ReadOnlySpan<string?> rest)
    {
        var print = new PrintHash().With(site);
        foreach (var entry in entries)
        {
            print.With(Of(entry));
        }

        foreach (var text in rest)
        {
            print.With(text);
        }

        return print.Value();
    }

    /// <summary>Of a page, its card included; null for one of a kind of which there are few.</summary>
    public UInt128? Of(Page page) => page switch
    {
        BriefPage brief => Head(page).With(Of(brief.Entry)).Value(),
        TermPage { Columns: null, Timeline: null } list => Terms(Named(Named(OfList(list), list.Shelf.Term), list.Shelf.Parent), list.Shelf).Value(),
        AuthorPage { Columns: null } list => Named(OfList(list), list.Person).Value(),
        YearPage { Columns: null } list => OfList(list).With(list.Year).Value(),
        BriefListPage { Columns: null } list => OfList(list).Value(),
        _ => null,
    };

    // What is derived from the brief and the settings alone needs no place of its own: the licence, the address to cite.
    private UInt128 OfBrief(BriefPage page)
    {
        var print = new PrintHash().With(site).With(OfEntry(page.Entry)).With(page.Description).With(page.Url.Path);
        foreach (var link in page.Links)
        {
            Add(print, link);
        }

        print.With(page.Contents.Length).With(page.Attachments.Length);
        foreach (var file in page.Attachments)
        {
            print.With(file.Title).With(file.Url.Path).With(file.FileName).With(file.Bytes);
        }

        print.With(page.Image?.Url.Path).With(page.Image?.Alt).With(page.Image?.Credit).With(page.Image?.Width ?? 0).With(page.Image?.Height ?? 0);
        foreach (var others in (ImmutableArray<Entry>[])[page.Related, page.Translations, page.Supersedes])
        {
            print.With(others.Length);
            foreach (var other in others)
            {
                print.With(OfEntry(other));
            }
        }

        foreach (var other in (Entry?[])[page.Original, page.SupersededBy, page.PreviousInSeries, page.NextInSeries])
        {
            print.With(other is null ? default : OfEntry(other));
        }

        return print.Value();
    }

    private PrintHash Head(Page page)
    {
        var print = new PrintHash().With(site).With(page.GetType().Name).With(page.Url.Path).With(page.Title).With(page.Description).With(page.Feeds?.Title).With(page.Feeds?.List.Path);
        foreach (var crumb in page.Breadcrumbs)
        {
            print.With(crumb.Name).With(crumb.Url.Path);
        }

        return page.Card is { } card ? print.With(card.Url.Path).With(card.Version).With(card.Alt).With(card.Width).With(card.Height) : print.With(-1);
    }

    private PrintHash OfList(ListPage list)
    {
        var print = Head(list).With(list.Total).With(list.Number).With(list.PageCount).With(list.List.Path);
        foreach (var entry in list.Entries)
        {
            print.With(Of(entry));
        }

        return print;
    }

    private static PrintHash Terms(PrintHash print, Shelf shelf)
    {
        print.With(shelf.Children.Length);
        foreach (var child in shelf.Children)
        {
            Terms(Named(print, child.Term).With(child.Entries.Length), child);
        }

        print.With(shelf.Related.Length);
        foreach (var term in shelf.Related)
        {
            Named(print, term);
        }

        return print;
    }

    private UInt128 OfEntry(Entry entry) => _entries.GetOrAdd(entry, static e =>
    {
        var print = new PrintHash().With(e.Brief.Print).With(e.Url.Path).With(e.Language).With((long)e.Record).With(e.IsUnpublished).With(e.Authors.Length);
        foreach (var author in e.Authors)
        {
            Named(print, author);
        }

        foreach (var terms in (ImmutableArray<Term>[])[e.Topics, e.Regions])
        {
            print.With(terms.Length);
            foreach (var term in terms)
            {
                Named(print, term);
            }
        }

        return Named(Named(print, e.Kind), e.Series).Value();
    });

    private static PrintHash Named(PrintHash print, Person person) =>
        print.With(person.Slug.Text).With(person.Name).With(person.Id).With(person.Affiliation).With(person.Orcid?.Text).With(person.Url?.Text).With(person.Bio).With(person.IsOrganization);

    private static PrintHash Named(PrintHash print, Term? term) => term is null
        ? print.With(-1)
        : print.With((long)term.Taxonomy).With(term.Slug.Text).With(term.Name).With(term.Id).With(term.KindName).With(term.Description).With(term.Parent?.Text).With(term.Repec);

    private static void Add(PrintHash print, LinkTarget target) => _ = target switch
    {
        LinkTarget.Internal(var url, var tail) => print.With(1).With(url.Path).With(tail),
        LinkTarget.Anchor(var fragment) => print.With(2).With(fragment),
        LinkTarget.External(var address) => print.With(3).With(address),
        LinkTarget.Picture(var url, var width, var height) => print.With(4).With(url.Path).With(width).With(height),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };
}

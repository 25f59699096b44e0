using System.Collections.Frozen;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Briefs;

/// <summary>The kinds of an archive: its own, those that every archive knows, and any other text as it is written.</summary>
internal sealed class KindBook
{
    private readonly TermBook _terms;
    private readonly FrozenDictionary<Slug, PieceKind> _listed;

    public KindBook(Settings settings, List<Finding> findings)
    {
        _listed = settings.Kinds.Concat(PieceKind.Known).Select(kind => (Slug: Slug.FromTitle(kind.Name)!.Value, Kind: kind))
            .DistinctBy(k => k.Slug).ToFrozenDictionary(k => k.Slug, k => k.Kind);
        _terms = new TermBook(
            Taxonomy.Kinds,
            _listed.Select(k => Listed(k.Key, k.Value, settings)),
            closed: false,
            findings);
    }

    // Every archive's kinds are called in the site's language, and found by that name too; their addresses stay.
    private static Term Listed(Slug slug, PieceKind kind, Settings settings)
    {
        var term = new Term { Taxonomy = Taxonomy.Kinds, Slug = slug, Name = kind.Name, Place = kind.Place };
        if (!PieceKind.Known.Contains(kind))
        {
            return term;
        }

        // A kind that the settings call by the same word is another.
        var name = settings.Words.KindOf(slug.Text);
        var own = Slug.FromTitle(name);
        return settings.Kinds.Any(k => Slug.FromTitle(k.Name) == own)
            ? term
            : term with { KindName = kind.Name, Name = name, Aliases = [new Mention(kind.Name, default), new Mention(own?.Text ?? name, default)] };
    }

    public IReadOnlyCollection<Term> Terms => _terms.Terms;

    /// <summary>A listed kind is found however its words are joined: <c>working paper</c>, <c>working-paper</c>.</summary>
    public (Term Term, RecordKind Record) Resolve(Mention? mention)
    {
        var text = mention?.Text ?? PieceKind.Default.Name;
        var listed = Slug.FromTitle(text) is { } slug ? _listed.GetValueOrDefault(slug) : null;
        var term = _terms.Resolve(new Mention(listed?.Name ?? text, mention?.Place ?? default));
        return term is null ? Resolve(null) : (term, _listed.GetValueOrDefault(term.Slug)?.Record ?? RecordKind.PolicyBrief);
    }
}

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
            _listed.Select(k => new Term { Taxonomy = Taxonomy.Kinds, Slug = k.Key, Name = k.Value.Name, Place = k.Value.Place }),
            closed: false,
            findings);
    }

    public IReadOnlyCollection<Term> Terms => _terms.Terms;

    /// <summary>A listed kind is found however its words are joined: <c>working paper</c>, <c>working-paper</c>.</summary>
    public (Term Term, RecordKind Record) Resolve(Mention? mention)
    {
        var text = mention?.Text ?? PieceKind.Default.Name;
        var listed = Slug.FromTitle(text) is { } slug ? _listed.GetValueOrDefault(slug) : null;
        var term = _terms.Resolve(new Mention(listed?.Name ?? text, mention?.Place ?? default));
        return term is null ? Resolve(null) : (term, listed?.Record ?? RecordKind.PolicyBrief);
    }
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Drafting;

/// <summary>What the archive holds already: its slugs, and which brief came from which source.</summary>
internal sealed class Provenances
{
    private readonly ILookup<string, Brief> _byName;
    private readonly Dictionary<string, (string Name, string Path)> _bySha = new(StringComparer.Ordinal);
    private readonly Dictionary<Slug, string> _slugs = [];

    public Provenances(Manuscripts manuscripts)
    {
        _byName = manuscripts.Briefs.Where(b => b.Provenance is not null).OrderBy(b => b.SourcePath, StringComparer.Ordinal).ToLookup(b => b.Provenance!.File, StringComparer.Ordinal);
        foreach (var brief in manuscripts.Briefs)
        {
            _slugs.TryAdd(brief.Slug, brief.SourcePath);
            if (brief.Provenance is { } provenance && !provenance.File.Contains('#', StringComparison.Ordinal))
            {
                _bySha.TryAdd(provenance.Sha256, (provenance.File, brief.SourcePath));
            }
        }

        foreach (var slug in manuscripts.UnreadSlugs)
        {
            _slugs.TryAdd(slug, "a brief that cannot be read");
        }
    }

    /// <summary>The brief that an earlier run made of this source. A file of the same name with another text and title is another source, but for one of a site, where its path is its name.</summary>
    public Brief? Of(Piece piece, Slug slug)
    {
        ImmutableArray<Brief> named = [.. _byName[piece.Name]];
        return named.FirstOrDefault(b => b.Provenance!.Sha256 == piece.Sha256) ?? named.FirstOrDefault(b => b.Slug == slug)
            ?? (piece.Name.Contains('#', StringComparison.Ordinal) || piece.IsOfSite ? named.FirstOrDefault() : null);
    }

    /// <summary>The same bytes under another name, with the path of its brief.</summary>
    public (string Name, string Path)? Twin(Piece piece) =>
        !piece.Name.Contains('#', StringComparison.Ordinal) && _bySha.TryGetValue(piece.Sha256, out var twin) && twin.Name != piece.Name ? twin : null;

    /// <summary>A slug that no one has, and who has the one that was wanted.</summary>
    public (Slug Slug, string? Holder) Free(Slug wanted)
    {
        if (!_slugs.TryGetValue(wanted, out var holder))
        {
            return (wanted, null);
        }

        for (var number = 2; ; number++)
        {
            if (Slug.TryParse($"{wanted.Text}-{number}", out var other) && !_slugs.ContainsKey(other))
            {
                return (other, holder);
            }
        }
    }

    public void Add(Piece piece, Slug slug, string path)
    {
        _slugs[slug] = path;
        if (!piece.Name.Contains('#', StringComparison.Ordinal))
        {
            _bySha.TryAdd(piece.Sha256, (piece.Name, path));
        }
    }
}

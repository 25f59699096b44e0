using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Naming;

namespace PolicyArchive.Citing;

/// <summary>
/// What a bibliography calls a piece: its slug, which never changes. Classic BibTeX takes ASCII alone, so a slug of another
/// script gives the beginning of its hash.
/// </summary>
internal readonly record struct CitationKey
{
    private readonly string? _text;

    private CitationKey(string text) => _text = text;

    public string Text => _text ?? "";

    public static CitationKey Of(Slug slug) =>
        slug.Text.All(char.IsAscii)
            ? new CitationKey(slug.Text)
            : new CitationKey("brief-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug.Text)).AsSpan(0, 6)));

    public override string ToString() => Text;
}

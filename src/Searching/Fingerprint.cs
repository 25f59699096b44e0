using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Wording;

namespace PolicyArchive.Searching;

/// <summary>
/// A name for an index by all that it is made from. Taken before the index is made, so that its files can be written as
/// they come and need not be held.
/// </summary>
internal static class Fingerprint
{
    // Raised whenever the same archive would give other files.
    private const string Format = "2";

    private const int Length = 12;

    public static string Of(Archive archive, Words words)
    {
        var entries = archive.Entries;
        var digests = new byte[entries.Length * SHA256.HashSizeInBytes];
        Parallel.For(0, entries.Length, i => Digest(entries[i], words, digests.AsSpan(i * SHA256.HashSizeInBytes, SHA256.HashSizeInBytes)));
        using var whole = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        whole.AppendData(Encoding.UTF8.GetBytes(Format));
        whole.AppendData(digests);
        foreach (var shelf in archive.Shelves.OrderBy(taxonomy => taxonomy.Key).SelectMany(taxonomy => taxonomy.Value))
        {
            Append(whole, [shelf.Term.Slug, shelf.Term.Name, shelf.Parent?.Slug]);
        }

        return Convert.ToHexStringLower(whole.GetHashAndReset())[..Length];
    }

    private static void Digest(Entry entry, Words words, Span<byte> to)
    {
        var brief = entry.Brief;
        string?[] texts =
        [
            brief.Title, entry.Url.Path, entry.Day is { } day ? words.Day(day) : "", entry.Language, words.NameOf(entry.Language), words["list_separator"],
            entry.Kind.Slug, entry.Kind.Name, entry.Series?.Slug, entry.Series?.Name, brief.Number, brief.Summary, .. brief.KeyPoints,
            "topics", .. entry.Topics.SelectMany(Names), "regions", .. entry.Regions.SelectMany(Names), "authors", .. entry.Authors.SelectMany(a => (string[])[a.Slug, a.Name]),
        ];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, texts);
        hash.AppendData(brief.Body.Html.Utf8);
        hash.GetHashAndReset(to);
    }

    private static void Append(IncrementalHash hash, IEnumerable<string?> texts)
    {
        foreach (var text in texts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(text ?? ""));
            // No byte of UTF-8.
            hash.AppendData([0xFF]);
        }
    }

    private static string[] Names(Term term) => [term.Slug, term.Name];
}

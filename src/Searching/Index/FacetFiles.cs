using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using PolicyArchive.Briefs;
using PolicyArchive.Keeping;
using PolicyArchive.Naming;
using PolicyArchive.Wording;

namespace PolicyArchive.Searching.Index;

/// <param name="Key">As it stands in addresses.</param>
/// <param name="Bytes">The size of its file.</param>
internal sealed record FacetFile(string Key, int Terms, int Bytes);

/// <summary>By which names a result can be narrowed: one file each, with the briefs of every name.</summary>
internal sealed class FacetFiles
{
    private sealed record Name(string Value, string Text, string? Parent, IEnumerable<Entry> Entries);

    private readonly Archive _archive;
    private readonly Words _words;
    private readonly Dictionary<Entry, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <param name="entries">By their numbers.</param>
    public FacetFiles(Archive archive, ImmutableArray<Entry> entries, Words words)
    {
        (_archive, _words) = (archive, words);
        for (var number = 0; number < entries.Length; number++)
        {
            _numbers.Add(entries[number], number);
        }
    }

    public FacetFile[] Write(IndexFolder folder)
    {
        var facets = new (string Key, Name[] Names, int Fewest)[]
        {
            ("topic", Terms(Taxonomy.Topics), 1),
            ("region", Terms(Taxonomy.Regions), 1),
            ("author", [.. _archive.Authors.Select(a => new Name(a.Person.Slug, a.Person.Name, null, a.Entries))], 1),
            ("series", Terms(Taxonomy.Series), 1),
            ("kind", Terms(Taxonomy.Kinds), 2),
            ("language", [.. _archive.Entries.GroupBy(e => e.Language, StringComparer.OrdinalIgnoreCase).Select(l => new Name(l.Key, _words.NameOf(l.Key), null, l))], 2),
        };
        return [.. facets.Where(facet => facet.Names.Length >= facet.Fewest).Select(facet =>
        {
            // The root says how long it is, so it is packed even if it is there already.
            var content = Content(facet.Names);
            var file = folder.Pack($"f/{facet.Key}.bin", content.Span);
            folder.Add($"f/{facet.Key}.bin", new PrintHash().With(content.Span).Value(), take => take(file));
            return new FacetFile(facet.Key, facet.Names.Length, (int)file.Length);
        })];
    }

    private Name[] Terms(Taxonomy taxonomy) => [.. _archive.Shelves[taxonomy].Select(s => new Name(s.Term.Slug, s.Term.Name, s.Parent?.Slug, s.Entries))];

    private ReadOnlyMemory<byte> Content(Name[] names)
    {
        var order = names.Select((name, i) => (name.Value, i)).ToFrozenDictionary(n => n.Value, n => n.i, StringComparer.Ordinal);
        var head = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(head, RootFile.Json))
        {
            json.WriteStartArray();
            foreach (var name in names)
            {
                json.WriteStartArray();
                json.WriteStringValue(name.Value);
                json.WriteStringValue(name.Text);
                json.WriteNumberValue(name.Parent is { } parent ? order.GetValueOrDefault(parent, -1) : -1);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        var bytes = new ByteList(head.WrittenCount * 4);
        bytes.Number(head.WrittenCount);
        bytes.Add(head.WrittenSpan);
        foreach (var name in names)
        {
            var last = -1;
            var numbers = name.Entries.Select(entry => _numbers[entry]).Distinct().Order().ToArray();
            bytes.Number(numbers.Length);
            foreach (var number in numbers)
            {
                bytes.Number(number - last - 1);
                last = number;
            }
        }

        return bytes.WrittenMemory;
    }
}

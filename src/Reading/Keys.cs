using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>
/// The keys of one mapping, asked for by name and type, with those of other mappings under it. A value of another type is
/// a finding at its place; a key that nobody asked for is a warning with the nearest known one.
/// </summary>
internal sealed class Keys
{
    private const string LookUp = "remove it, or look its name up in the README";

    // Nobody mistypes so many keys; a table of data does not belong into front matter.
    private const int MostCompared = 100;

    // The mapping itself first, then what is given to it from outside, the nearest first.
    private readonly List<Dictionary<string, YamlEntry>> _layers = [];
    private readonly HashSet<string> _faulted = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    public Keys(KeyCodes codes, List<Finding> findings, params ReadOnlySpan<YamlMap?> nearestFirst)
    {
        (Codes, Findings) = (codes, findings);
        foreach (var map in nearestFirst)
        {
            var layer = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
            foreach (var entry in map?.Entries ?? [])
            {
                if (!layer.TryAdd(entry.Folded, entry))
                {
                    findings.Add(YamlReader.Twice(entry, layer[entry.Folded].KeyPlace));
                }
            }

            _layers.Add(layer);
        }
    }

    public KeyCodes Codes { get; }

    /// <summary>Every name that was asked for so far.</summary>
    public IEnumerable<string> Known => _known;

    public List<Finding> Findings { get; }

    /// <summary>The value under one of these names that is there and not null: the nearest, then that of the first name.</summary>
    public YamlEntry? Find(params ReadOnlySpan<string> names)
    {
        _known.AddRange(names);
        foreach (var layer in _layers)
        {
            YamlEntry? found = null;
            foreach (var name in names)
            {
                if (layer.TryGetValue(YamlEntry.Fold(name), out var entry))
                {
                    WarnOfBoth(found, entry);
                    found ??= entry;
                }
            }

            if (found is not null)
            {
                // A null value takes away what a folder gives.
                return found.Value is YamlScalar { IsNull: true } || IsComputed(found) ? null : found;
            }
        }

        return null;
    }

    /// <summary>Keys that may stand here without effect.</summary>
    public void Ignore(params ReadOnlySpan<string> names) => _known.AddRange(names);

    /// <summary>The key itself, whatever its value, or null when it is given nowhere.</summary>
    public YamlEntry? Given(string name) =>
        _layers.Select(layer => layer.GetValueOrDefault(YamlEntry.Fold(name))).FirstOrDefault(entry => entry is not null);

    public bool Has(string name) => Given(name) is not null;

    /// <summary>Whether a value was refused, so that its absence needs no second finding.</summary>
    public bool IsFaulted(string name) => _faulted.Contains(YamlEntry.Fold(name));

    public Mention? Text(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } entry)
        {
            return null;
        }

        if (entry.Value is YamlScalar scalar)
        {
            var text = scalar.Text.Trim();
            return text.Length == 0 ? null : new Mention(text, scalar.Place);
        }

        Wrong(entry.Value, entry.Key, "one value", entry.Value is YamlList ? "write one value, without brackets or hyphens" : "write the value behind the colon");
        return null;
    }

    /// <summary>A list of texts; one text is a list of one.</summary>
    public ImmutableArray<Mention> Texts(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } entry)
        {
            return [];
        }

        var result = ImmutableArray.CreateBuilder<Mention>();
        foreach (var node in entry.Value is YamlList list ? list.Items : [entry.Value])
        {
            if (node is not YamlScalar scalar)
            {
                Wrong(node, entry.Key, "texts", node is YamlMap { Entries: [{ Value: YamlScalar said } only] } ? $"if a text with a colon is meant, put it into quotation marks: `\"{only.Key}: {said.Text}\"`" : $"write e.g. `{entry.Key}: [one, another]`");
            }
            else if (!scalar.IsNull && scalar.Text.Trim() is { Length: > 0 } text)
            {
                result.Add(new Mention(text, scalar.Place));
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The items of a list; one value is a list of one.</summary>
    public ImmutableArray<YamlNode> Items(params ReadOnlySpan<string> names) =>
        Find(names) is not { } entry ? [] : entry.Value is YamlList list ? list.Items : [entry.Value];

    /// <param name="example">What to write, such as <c>source: {name: A journal}</c>.</param>
    public YamlMap? Map(string name, string example)
    {
        if (Find(name) is not { } entry)
        {
            return null;
        }

        if (entry.Value is YamlMap map)
        {
            return map;
        }

        Wrong(entry.Value, entry.Key, "keys and values", $"write e.g. `{example}`");
        return null;
    }

    /// <param name="withInherited">Whether keys given from outside are judged too.</param>
    public void WarnOfUnknown(string what, bool withInherited = true)
    {
        HashSet<string>? known = null;
        var unknown = 0;
        foreach (var entry in _layers.Take(withInherited ? _layers.Count : 1).SelectMany(layer => layer.Values))
        {
            known ??= _known.Select(YamlEntry.Fold).ToHashSet(StringComparer.Ordinal);
            if (!known.Contains(entry.Folded))
            {
                Findings.Add(Finding.Warning(Codes.Unknown, entry.KeyPlace, $"`{entry.Key}` is not a key of {what} and has no effect", ForeignKeys.Cure(entry, known) ?? (unknown++ < MostCompared ? Near(entry) : LookUp)));
            }
        }
    }

    private string Near(YamlEntry entry) =>
        Nearest.To(entry.Key, _known) is { } near ? $"did you mean `{near}`?" : LookUp;

    /// <summary>Says that the value of a key was refused.</summary>
    public void Fault(string name) => _faulted.Add(YamlEntry.Fold(name));

    public void Wrong(YamlNode node, string key, string wanted, string hint)
    {
        Fault(key);
        Findings.Add(Finding.Error(Codes.WrongType, node.Place, $"`{key}` should be {wanted}, and this is {node.Sort}", hint));
    }

    private void WarnOfBoth(YamlEntry? read, YamlEntry other)
    {
        if (read is not null && _faulted.Add($"{read.Folded} {other.Folded}"))
        {
            Findings.Add(Finding.Warning(Codes.Both, other.KeyPlace, $"`{other.Key}` is another name of `{read.Key}`, which stands at line {read.KeyPlace.Line} and is read instead", "keep one of them"));
        }
    }

    private bool IsComputed(YamlEntry entry)
    {
        var computed = (entry.Value is YamlList list ? list.Items : [entry.Value]).OfType<YamlScalar>().FirstOrDefault(s => s.IsComputed);
        if (computed is not null && _faulted.Add(entry.Folded))
        {
            Findings.Add(Finding.Error(Codes.Computed, computed.Place, $"`{entry.Key}` is a computed value, and no code is run", "write the value itself"));
        }

        return computed is not null;
    }
}

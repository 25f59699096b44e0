using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Reading;

/// <summary>
/// The keys of one mapping, asked for by name and type. A value of another type is a finding at its place; a key that
/// nobody asked for is a warning with the nearest known one.
/// </summary>
internal sealed class Keys
{
    private readonly Dictionary<string, YamlEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];
    private readonly List<Finding> _findings;

    public Keys(List<Finding> findings, params ReadOnlySpan<YamlMap?> nearestFirst)
    {
        _findings = findings;
        foreach (var map in nearestFirst)
        {
            foreach (var entry in map?.Entries ?? [])
            {
                if (entry.Value is YamlScalar { Text: var text, Place: var place } && text.StartsWith("=>", StringComparison.Ordinal))
                {
                    findings.Add(Finding.Error("BRIEF011", place, $"`{entry.Key}` is a computed value, and no code is run", "write the value itself"));
                    continue;
                }

                _entries.TryAdd(entry.Folded, entry);
            }
        }
    }

    /// <summary>The value under the first of these names that is there and not null.</summary>
    public YamlEntry? Find(params ReadOnlySpan<string> names)
    {
        YamlEntry? found = null;
        foreach (var name in names)
        {
            _known.Add(name);
            if (_entries.TryGetValue(YamlEntry.Fold(name), out var entry) && entry.Value is not YamlScalar { IsNull: true })
            {
                found ??= entry;
            }
        }

        return found;
    }

    public bool Has(string name) => _entries.ContainsKey(YamlEntry.Fold(name));

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

        Wrong(entry.Value, entry.Key, "a text", entry.Value is YamlList ? "write one value, not a list" : "write one value");
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
                Wrong(node, entry.Key, "a text or a list of texts", "");
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

    public YamlMap? Map(params ReadOnlySpan<string> names)
    {
        if (Find(names) is not { } entry)
        {
            return null;
        }

        if (entry.Value is YamlMap map)
        {
            return map;
        }

        Wrong(entry.Value, entry.Key, "keys and values", "");
        return null;
    }

    public bool Flag(params ReadOnlySpan<string> names)
    {
        if (Text(names) is not { } mention)
        {
            return false;
        }

        switch (mention.Text.ToLowerInvariant())
        {
            case "true" or "yes" or "on":
                return true;
            case "false" or "no" or "off":
                return false;
            default:
                _findings.Add(Finding.Error("BRIEF010", mention.Place, $"\u201c{mention.Text}\u201d is neither true nor false", "write `true` or `false`"));
                return false;
        }
    }

    public int? Number(string name, int least, int most)
    {
        if (Text(name) is not { } mention)
        {
            return null;
        }

        if (int.TryParse(mention.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        _findings.Add(Finding.Error("BRIEF010", mention.Place, $"`{name}` is \u201c{mention.Text}\u201d", $"write a whole number from {least} to {most}"));
        return null;
    }

    public PublicationDate.Known? Date(params ReadOnlySpan<string> names) => Text(names) is { } mention ? Date(mention) : null;

    public PublicationDate.Known? Date(Mention mention)
    {
        var date = PublicationDate.Parse(mention.Text);
        if (date is null)
        {
            var shaped = mention.Text.Length >= 10 && mention.Text[4] == '-' && mention.Text[7] == '-' && mention.Text[..4].All(char.IsAsciiDigit);
            _findings.Add(Finding.Error("BRIEF012", mention.Place, shaped ? $"the day \u201c{mention.Text}\u201d does not exist" : $"\u201c{mention.Text}\u201d is not a date", "write the day as year-month-day, e.g. `2024-03-12`"));
        }

        return date;
    }

    /// <summary>A value with rules of its own; refused with a hint when it breaks them.</summary>
    public T? Checked<T>(string code, string what, TryParse<T> parse, string hint, params ReadOnlySpan<string> names)
        where T : struct
    {
        if (Text(names) is not { } mention)
        {
            return null;
        }

        if (parse(mention.Text, out var value))
        {
            return value;
        }

        _findings.Add(Finding.Error(code, mention.Place, $"\u201c{mention.Text}\u201d is not {what}", hint));
        return null;
    }

    public delegate bool TryParse<T>(string text, out T? value)
        where T : struct;

    public WebUrl? Url(params ReadOnlySpan<string> names) =>
        Checked<WebUrl>("BRIEF013", "a web address", (string t, out WebUrl? u) => WebUrl.TryParse(t, out u), "write it whole, e.g. `https://example.org/`", names);

    public void WarnOfUnknown(string what)
    {
        var known = _known.Select(YamlEntry.Fold).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in _entries.Values.Where(e => !known.Contains(e.Folded)))
        {
            var near = Nearest.To(entry.Key, _known);
            _findings.Add(Finding.Warning("BRIEF014", entry.KeyPlace, $"`{entry.Key}` is not a key of {what}", near is null ? "remove it, or look its name up in the README" : $"did you mean `{near}`?"));
        }
    }

    public void Wrong(YamlNode node, string key, string wanted, string hint) =>
        _findings.Add(Finding.Error("BRIEF010", node.Place, $"`{key}` should be {wanted}", hint));
}

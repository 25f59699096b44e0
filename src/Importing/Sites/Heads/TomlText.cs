using PolicyArchive.Findings;
using PolicyArchive.Reading;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace PolicyArchive.Importing.Sites.Heads;

/// <summary>TOML as the same tree of values and places that YAML is read to.</summary>
internal static class TomlText
{
    /// <summary>Null, with a finding at its place, when the text is no TOML.</summary>
    public static YamlMap? Read(string toml, Func<int, Place> placeAt, List<Finding> findings)
    {
        if (toml.Length > YamlReader.FrontMatterLength)
        {
            findings.Add(Finding.Error("FILE005", placeAt(0), "the front matter is larger than can be read", "move data into files of their own"));
            return null;
        }

        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(toml);
        }
        catch (TomlException)
        {
            findings.Add(Finding.Error("FILE005", placeAt(0), "the front matter is nested deeper than can be read", "make it flatter"));
            return null;
        }

        if (document.Diagnostics.FirstOrDefault(d => d.Kind == DiagnosticMessageKind.Error) is { } fault)
        {
            findings.Add(Finding.Error("FILE006", placeAt(Math.Clamp(fault.Span.Start.Offset, 0, toml.Length)), "this is not valid TOML", "write `key = \"value\"`, each on a line of its own"));
            return null;
        }

        var root = new Table(placeAt(0));
        foreach (var pair in document.KeyValues)
        {
            Add(root, pair, placeAt);
        }

        foreach (var section in document.Tables)
        {
            var table = root;
            foreach (var (name, place, isLast) in Steps(section.Name!, placeAt))
            {
                table = isLast && section is TableArraySyntax ? table.NewIn(name, place) : table.In(name, place);
            }

            foreach (var pair in section.Items)
            {
                Add(table, pair, placeAt);
            }
        }

        return root.Map();
    }

    private static void Add(Table table, KeyValueSyntax pair, Func<int, Place> placeAt)
    {
        foreach (var (name, place, isLast) in Steps(pair.Key!, placeAt))
        {
            if (isLast)
            {
                table.Values[name] = (place, Value(pair.Value!, placeAt));
            }
            else
            {
                table = table.In(name, place);
            }
        }
    }

    private static IEnumerable<(string Name, Place Place, bool IsLast)> Steps(KeySyntax key, Func<int, Place> placeAt)
    {
        var names = key.DotKeys.Select(d => d.Key!).Prepend(key.Key!).ToArray();
        return names.Select((name, i) => (name is StringValueSyntax quoted ? quoted.Value! : name.ToString()!.Trim(), placeAt(name.Span.Start.Offset), i == names.Length - 1));
    }

    private static object Value(ValueSyntax value, Func<int, Place> placeAt)
    {
        var place = placeAt(value.Span.Start.Offset);
        switch (value)
        {
            case StringValueSyntax text:
                return new YamlScalar(text.Value ?? "", IsPlain: false, place);
            case ArraySyntax array:
                return new YamlList([.. array.Items.Select(item => Node(Value(item.Value!, placeAt)))], place);
            case InlineTableSyntax inline:
                var table = new Table(place);
                foreach (var item in inline.Items)
                {
                    Add(table, item.KeyValue!, placeAt);
                }

                return table;
            default:
                return new YamlScalar(value.ToString()!.Trim(), IsPlain: true, place);
        }
    }

    private static YamlNode Node(object value) => value switch
    {
        Table table => table.Map(),
        List<Table> tables => new YamlList([.. tables.Select(t => t.Map())], tables[0].Place),
        _ => (YamlNode)value,
    };

    // Tables may be added to from several places of a text, so they are whole only at its end.
    private sealed class Table(Place place)
    {
        public Place Place => place;

        public OrderedDictionary<string, (Place Place, object Value)> Values { get; } = [];

        public Table In(string name, Place at)
        {
            if (Values.TryGetValue(name, out var known))
            {
                return known.Value switch { Table table => table, List<Table> tables => tables[^1], _ => new Table(at) };
            }

            var added = new Table(at);
            Values[name] = (at, added);
            return added;
        }

        public Table NewIn(string name, Place at)
        {
            var added = new Table(at);
            if (Values.TryGetValue(name, out var known) && known.Value is List<Table> tables)
            {
                tables.Add(added);
            }
            else
            {
                Values[name] = (at, new List<Table> { added });
            }

            return added;
        }

        public YamlMap Map() => new([.. Values.Select(v => new YamlEntry(v.Key, v.Value.Place, Node(v.Value.Value)))], place);
    }
}

using System.Collections.Immutable;
using PolicyArchive.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyArchive.Reading;

/// <summary>
/// Reads YAML 1.2 from events, within limits of depth, size and number, so that no text can exhaust the machine.
/// Anchors, aliases, tags and merge keys are refused: front matter says what it means.
/// </summary>
internal sealed class YamlReader
{
    private const int MaxDepth = 20;
    private const int MaxNodes = 50_000;
    private const int MaxLength = 2 * 1024 * 1024;

    private readonly Func<int, Place> _placeAt;
    private readonly List<Finding> _findings;
    private readonly Parser _parser;
    private int _nodes;

    private YamlReader(string yaml, Func<int, Place> placeAt, List<Finding> findings)
    {
        (_placeAt, _findings) = (placeAt, findings);
        _parser = new Parser(new StringReader(yaml));
    }

    /// <summary>The mapping a text holds; null, with findings, when it holds anything else.</summary>
    /// <param name="placeAt">The place of an offset in <paramref name="yaml"/>.</param>
    public static YamlMap? Read(string yaml, Func<int, Place> placeAt, List<Finding> findings)
    {
        if (yaml.Length > MaxLength)
        {
            findings.Add(Finding.Error("FILE005", placeAt(0), $"{yaml.Length} characters of YAML are more than can be read", "keep it under two million"));
            return null;
        }

        var reader = new YamlReader(yaml, placeAt, findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (Refusal refusal)
        {
            findings.Add(refusal.Finding);
        }
        catch (YamlException fault)
        {
            findings.Add(Finding.Error("FILE006", placeAt((int)fault.Start.Index), $"this is not valid YAML: {Plain(fault)}", "a value with a colon, a quote or a hash in it wants quotation marks round it"));
        }

        return null;
    }

    // The parser is the only thing here that throws for a writer's mistake; this ends reading at the first refusal.
    private sealed class Refusal(Finding finding) : Exception
    {
        public Finding Finding { get; } = finding;
    }

    private YamlMap ReadDocument()
    {
        Next();
        var start = Next();
        if (start is StreamEnd)
        {
            return YamlMap.Empty(_placeAt(0));
        }

        var first = Next();
        var root = first is DocumentEnd ? YamlMap.Empty(_placeAt(0)) : ReadNode(first, 1);
        if (first is not DocumentEnd && Next() is not DocumentEnd)
        {
            throw Refuse("FILE006", _parser.Current!, "more follows the end of the YAML", "");
        }

        if (Next() is not StreamEnd)
        {
            throw Refuse("FILE006", _parser.Current!, "a second YAML document begins here", "keep one");
        }

        return root switch
        {
            YamlMap map => map,
            YamlScalar { IsNull: true } empty => YamlMap.Empty(empty.Place),
            _ => throw new Refusal(Finding.Error("FILE007", root.Place, "expected keys and values, such as `title: A title`", "")),
        };
    }

    private YamlNode ReadNode(ParsingEvent at, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Refuse("FILE005", at, $"this is nested more than {MaxDepth} deep", "make it flatter");
        }

        if (++_nodes > MaxNodes)
        {
            throw Refuse("FILE005", at, $"there are more than {MaxNodes} values", "split the file");
        }

        if (at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse("FILE008", at, "anchors and aliases (`&`, `*`) are not read", "write the value out, in quotation marks if it begins with such a sign");
        }

        if (at is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false })
        {
            throw Refuse("FILE008", at, "tags (`!`) are not read", "write the value alone, in quotation marks if it begins with such a sign");
        }

        return at switch
        {
            Scalar scalar => new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, Where(scalar)),
            SequenceStart => ReadList(at, depth),
            MappingStart => ReadMap(at, depth),
            _ => throw Refuse("FILE006", at, "this is not valid YAML", ""),
        };
    }

    private YamlList ReadList(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (var at = Next(); at is not SequenceEnd; at = Next())
        {
            items.Add(ReadNode(at, depth + 1));
        }

        return new YamlList(items.ToImmutable(), Where(start));
    }

    private YamlMap ReadMap(ParsingEvent start, int depth)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        for (var at = Next(); at is not MappingEnd; at = Next())
        {
            if (at is not Scalar key)
            {
                throw Refuse("FILE007", at, "a key must be a plain text", "");
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                throw Refuse("FILE008", at, "merge keys (`<<`) are not read", "write the keys out");
            }

            var entry = new YamlEntry(key.Value, Where(key), ReadNode(Next(), depth + 1));
            if (seen.TryGetValue(entry.Folded, out var first))
            {
                _findings.Add(Finding.Error("FILE009", entry.KeyPlace, $"the key `{key.Value}` already stands at line {first.Line}", "keep one of them"));
                continue;
            }

            seen.Add(entry.Folded, entry.KeyPlace);
            entries.Add(entry);
        }

        return new YamlMap(entries.ToImmutable(), Where(start));
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!_parser.MoveNext())
            {
                throw new Refusal(Finding.Error("FILE006", _placeAt(0), "this is not valid YAML: it ends early", ""));
            }
        }
        while (_parser.Current is Comment);

        return _parser.Current!;
    }

    private Place Where(ParsingEvent at) => _placeAt((int)at.Start.Index);

    private Refusal Refuse(string code, ParsingEvent at, string message, string hint) => new(Finding.Error(code, Where(at), message, hint));

    private static string Plain(YamlException fault)
    {
        var message = fault.Message;
        var colon = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return (colon < 0 ? message : message[(colon + 3)..]).TrimEnd('.').ReplaceLineEndings(" ");
    }
}

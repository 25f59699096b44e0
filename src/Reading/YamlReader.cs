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
    /// <summary>Characters of front matter; listings of people and topics may hold more.</summary>
    public const int FrontMatterLength = 256 * 1024;

    public const int ListingLength = 2 * 1024 * 1024;

    private const int MaxDepth = 20;

    // One value for each 13 characters: enough for any list that a person keeps.
    private const int CharactersPerNode = 13;

    private readonly string _yaml;
    private readonly Func<int, Place> _placeAt;
    private readonly List<Finding> _findings;
    private readonly Parser _parser;
    private readonly bool _isMasked;
    private readonly int _maxNodes;
    private readonly Stack<Place> _openBrackets = [];
    private int _nodes;

    private YamlReader(string yaml, int maxLength, Func<int, Place> placeAt, List<Finding> findings)
    {
        (_yaml, _placeAt, _findings, _maxNodes) = (yaml, placeAt, findings, maxLength / CharactersPerNode);
        _isMasked = yaml.AsSpan().ContainsAny('\u0085', '\u2028', '\u2029');
        _parser = new Parser(new StringReader(_isMasked ? Mask(yaml) : yaml));
    }

    /// <summary>The mapping a text holds; null, with findings, when it holds anything else.</summary>
    /// <param name="maxLength">Characters after which a text is refused.</param>
    /// <param name="placeAt">The place of an offset in <paramref name="yaml"/>.</param>
    public static YamlMap? Read(string yaml, int maxLength, Func<int, Place> placeAt, List<Finding> findings)
    {
        if (yaml.Length > maxLength)
        {
            findings.Add(Finding.Error("FILE005", placeAt(0), $"{yaml.Length} characters of keys and values are more than can be read", $"keep them under {maxLength}"));
            return null;
        }

        var reader = new YamlReader(yaml, maxLength, placeAt, findings);
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
            findings.Add(YamlSlip.Behind(fault.Message, yaml, (int)fault.Start.Index) is { } slip
                ? Finding.Error("FILE006", placeAt(slip.Offset), slip.What, slip.Cure)
                : reader.Unslipped(fault));
        }

        return null;
    }

    private Finding Unslipped(YamlException fault)
    {
        var (what, cure) = YamlFault.InPlainWords(fault.Message);
        return Finding.Error("FILE006", PlaceOf(fault), what, cure);
    }

    // The parser sees a bracket that is not closed only where the text ends, and a tab somewhere after what it read last.
    private Place PlaceOf(YamlException fault)
    {
        var at = (int)(fault.Start.Index > 0 ? fault.Start.Index : _parser.Current?.End.Index ?? 0);
        return fault.Message.Contains("parsing a flow", StringComparison.Ordinal) && _openBrackets.TryPeek(out var open) ? open
            : fault.Message.Contains(" tab ", StringComparison.Ordinal) && _yaml.IndexOf('\t', at) is var tab and >= 0 ? _placeAt(tab)
            : _placeAt((int)fault.Start.Index);
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

        // A line of hyphens may close the text as it opens it.
        var end = Next();
        var second = end;
        if (end is DocumentStart && Next() is Scalar { Value: "", Style: ScalarStyle.Plain } && Next() is DocumentEnd)
        {
            end = Next();
        }

        if (end is not StreamEnd)
        {
            throw Refuse("FILE006", second, "a second YAML document begins here", "keep one");
        }

        return root switch
        {
            YamlMap map => map,
            YamlScalar { IsNull: true } empty => YamlMap.Empty(empty.Place),
            YamlScalar { IsPlain: true } when YamlSlip.InFirstLine(_yaml, (int)first.Start.Index) is { } slip => throw new Refusal(Finding.Error("FILE006", _placeAt(slip.Offset), slip.What, slip.Cure)),
            _ => throw new Refusal(Finding.Error("FILE007", root.Place, $"expected keys and values, and this is {root.Sort}", "write each as `key: value`, such as `title: A title`")),
        };
    }

    private YamlNode ReadNode(ParsingEvent at, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Refuse("FILE005", at, $"this is nested more than {MaxDepth} deep", "make it flatter");
        }

        if (++_nodes > _maxNodes)
        {
            throw Refuse("FILE005", at, $"there are more than {_maxNodes} values", "split the file");
        }

        if (at is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
        {
            throw Refuse("FILE008", at, "anchors and aliases (`&`, `*`) are not read", "write the value out, in quotation marks if it begins with such a sign");
        }

        if (at is NodeEvent { Tag.IsEmpty: false, Tag.IsNonSpecific: false } || (at.Start.Index < _yaml.Length && _yaml[(int)at.Start.Index] == '!'))
        {
            throw Refuse("FILE008", at, "tags (`!`) are not read", "write the value alone, in quotation marks if it begins with such a sign");
        }

        return at switch
        {
            Scalar { Style: ScalarStyle.Plain } plain => ReadPlain(plain),
            Scalar scalar => new YamlScalar(TextOf(scalar), false, Where(scalar)),
            SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow, Start.Index: > 0 } => ReadInBrackets(at, depth),
            SequenceStart => ReadList(at, depth),
            MappingStart => ReadMap(at, depth),
            _ => throw Refuse("FILE006", at, "this is not valid YAML", ""),
        };
    }

    // What is valid YAML, and yet says something else than was meant.
    private YamlScalar ReadPlain(Scalar plain)
    {
        if (plain.Value.StartsWith('-') && plain.Start.Line != plain.End.Line)
        {
            throw Refuse("FILE006", plain, "a space is missing behind the hyphen", "begin each item of the list with a hyphen and a space");
        }

        var at = (int)plain.End.Index;
        while (at < _yaml.Length && _yaml[at] is ' ' or '\t')
        {
            at++;
        }

        if (at + 1 < _yaml.Length && _yaml[at] == '#' && at > 0 && _yaml[at - 1] is ' ' or '\t' && _yaml[at + 1] is not (' ' or '\t' or '#' or '\r' or '\n'))
        {
            _findings.Add(Finding.Warning("FILE015", _placeAt(at), "what follows the hash is a comment, and no part of the value", "put quotation marks round a value with a hash; begin a comment with a hash and a space"));
        }

        return new YamlScalar(TextOf(plain), true, Where(plain));
    }

    private YamlNode ReadInBrackets(ParsingEvent at, int depth)
    {
        _openBrackets.Push(Where(at));
        YamlNode node = at is SequenceStart ? ReadList(at, depth) : ReadMap(at, depth);
        _openBrackets.Pop();
        return node;
    }

    private YamlList ReadList(ParsingEvent start, int depth)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        for (var at = Next(); at is not SequenceEnd; at = Next())
        {
            if (at is Scalar { Style: ScalarStyle.Plain } item && YamlSlip.OfRecord(item.Value) is { } slip)
            {
                throw new Refusal(Finding.Error("FILE006", _placeAt((int)item.Start.Index + slip.Offset), slip.What, slip.Cure));
            }

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
                throw Refuse("FILE007", at, "a key must be a text", "write `key: value`, or put quotation marks round a text that begins with a bracket or brace");
            }

            if (key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                throw Refuse("FILE008", at, "merge keys (`<<`) are not read", "write the keys out");
            }

            if (key is { Anchor.IsEmpty: false } or { Tag: { IsEmpty: false, IsNonSpecific: false } })
            {
                throw Refuse("FILE008", at, "anchors (`&`) and tags (`!`) are not read", "write the key alone");
            }

            if (key is { Value: "", Style: ScalarStyle.Plain })
            {
                throw Refuse("FILE007", Next(), "a value without a key", "write `key: value`");
            }

            var place = Where(key);
            var value = Next();
            if (value is Scalar { Style: ScalarStyle.Plain } below && below.Start.Line > key.End.Line && YamlSlip.InFirstLine(below.Value, 0) is { } slip)
            {
                throw new Refusal(Finding.Error("FILE006", _placeAt((int)below.Start.Index + slip.Offset), slip.What, slip.Cure));
            }

            var entry = new YamlEntry(TextOf(key), place, ReadNode(value, depth + 1));
            if (!seen.TryAdd(entry.Key, place))
            {
                _findings.Add(Twice(entry, seen[entry.Key]));
                continue;
            }

            entries.Add(entry);
        }

        // Of a pair within a list, as in `[a: b]`, the parser does not say where it stands.
        return new YamlMap(entries.ToImmutable(), start.Start.Index == 0 && entries.Count > 0 ? entries[0].KeyPlace : Where(start));
    }

    /// <summary>Two keys of one mapping that are one; ids of listings are one only when they are the same text.</summary>
    public static Finding Twice(YamlEntry entry, Place first) =>
        Finding.Error("FILE009", entry.KeyPlace, $"the key `{entry.Key}` of line {entry.KeyPlace.Line} already stands at line {first.Line}", "keep one of them");

    private string TextOf(Scalar scalar)
    {
        var text = _isMasked ? Unmask(scalar.Value) : scalar.Value;
        if (SourceFile.IndexOfRefused(text) is var bad and >= 0)
        {
            throw Refuse("FILE004", scalar, $"the character U+{(int)text[bad]:X4} cannot stand in a text", SourceFile.CureOf(text[bad]));
        }

        return text;
    }

    private ParsingEvent Next()
    {
        do
        {
            if (!Advance())
            {
                throw new Refusal(Finding.Error("FILE006", _placeAt(0), "this is not valid YAML: it ends early", "look for a bracket or quotation mark that is not closed"));
            }
        }
        while (_parser.Current is Comment);

        return _parser.Current!;
    }

    // For some malformed values the parser breaks with an exception of another kind, which says nothing of the place.
    private bool Advance()
    {
        var before = (int)(_parser.Current?.End.Index ?? 0);
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or IndexOutOfRangeException or ArithmeticException or FormatException)
        {
            if (_openBrackets.TryPeek(out var open))
            {
                throw new Refusal(Finding.Error("FILE006", open, "the bracket that opens here is not closed", "close it, or put quotation marks round a text that begins with a bracket"));
            }

            throw new Refusal(Finding.Error("FILE006", _placeAt(before), "what follows here is not valid YAML", "put quotation marks round a value that holds a colon, a bracket, a comma or a quotation mark"));
        }
    }

    private Place Where(ParsingEvent at) => _placeAt((int)at.Start.Index);

    private Refusal Refuse(string code, ParsingEvent at, string message, string hint) => new(Finding.Error(code, Where(at), message, hint));

    // YAML 1.2 (5.4) ends lines at LF and CR alone; the parser still follows 1.1 and ends them at NEL, LS and PS too. They
    // pass it as noncharacters, which no source file holds.
    private static string Mask(string yaml) => yaml.Replace('\u0085', '\uFDD0').Replace('\u2028', '\uFDD1').Replace('\u2029', '\uFDD2');

    private static string Unmask(string text) => text.Replace('\uFDD0', '\u0085').Replace('\uFDD1', '\u2028').Replace('\uFDD2', '\u2029');
}

using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyArchive.Importing.Blocks;

namespace PolicyArchive.Importing.Word;

/// <summary>Word has no lists, only numbered paragraphs: those that follow each other are made lists again.</summary>
internal sealed class DocumentLists
{
    private readonly Dictionary<int, Numbering> _lists = [];
    private readonly Dictionary<(int, int), int> _counters = [];

    private sealed record Numbering(AbstractNum Kind, IReadOnlyDictionary<int, int> Starts);

    public DocumentLists(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var kinds = (numbering?.Elements<AbstractNum>() ?? []).Where(a => a.AbstractNumberId?.Value is not null).DistinctBy(a => a.AbstractNumberId!.Value).ToDictionary(a => a.AbstractNumberId!.Value);
        foreach (var list in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (list.NumberID?.Value is { } id && list.AbstractNumId?.Val?.Value is { } kind && kinds.TryGetValue(kind, out var known))
            {
                var starts = list.Elements<LevelOverride>().Where(o => o.LevelIndex?.Value is not null && o.StartOverrideNumberingValue?.Val?.Value is not null).DistinctBy(o => o.LevelIndex!.Value).ToDictionary(o => o.LevelIndex!.Value, o => o.StartOverrideNumberingValue!.Val!.Value);
                _lists.TryAdd(id, new Numbering(known, starts));
            }
        }
    }

    /// <summary>A numbered paragraph, until it is put into its list.</summary>
    /// <param name="Number">Its number, or null for a bullet.</param>
    public sealed record Item(int Level, int? Number, ImmutableArray<Part> Parts);

    /// <summary>Null where the list's sign is none.</summary>
    public Item? ItemOf((int List, int Level) at, ImmutableArray<Part> parts)
    {
        var kind = _lists.GetValueOrDefault(at.List);
        var level = kind?.Kind.Elements<Level>().FirstOrDefault(l => l.LevelIndex?.Value == at.Level);
        var format = level?.NumberingFormat?.Val?.Value;
        if (format == NumberFormatValues.None)
        {
            return null;
        }

        if (format is null || format == NumberFormatValues.Bullet)
        {
            return new Item(at.Level, null, parts);
        }

        // A deeper list begins anew under each item.
        foreach (var deeper in _counters.Keys.Where(k => k.Item1 == at.List && k.Item2 > at.Level).ToArray())
        {
            _counters.Remove(deeper);
        }

        var start = kind!.Starts.TryGetValue(at.Level, out var overridden) ? overridden : level?.StartNumberingValue?.Val?.Value ?? 1;
        var number = _counters.TryGetValue(at, out var last) ? last + 1 : start;
        _counters[at] = number;
        return new Item(at.Level, number, parts);
    }

    /// <summary>Items that follow each other, as the lists they are.</summary>
    public static IEnumerable<Part.List> Lists(IReadOnlyList<Item> items)
    {
        for (var i = 0; i < items.Count;)
        {
            var (list, end) = Read(items, i);
            yield return list;
            i = end;
        }
    }

    private static (Part.List List, int End) Read(IReadOnlyList<Item> items, int start)
    {
        var first = items[start];
        var result = ImmutableArray.CreateBuilder<ImmutableArray<Part>>();
        var i = start;
        while (i < items.Count && items[i].Level >= first.Level && (items[i].Level > first.Level || items[i].Number.HasValue == first.Number.HasValue))
        {
            if (items[i].Level > first.Level)
            {
                var (inner, end) = Read(items, i);
                result[^1] = [.. result[^1], inner];
                i = end;
            }
            else
            {
                result.Add(items[i].Parts);
                i++;
            }
        }

        return (new Part.List(first.Number, result.ToImmutable()), i);
    }
}

using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PolicyArchive.Importing.Word;

/// <summary>What a paragraph's style says it is. Word's own styles have English names in every language.</summary>
internal sealed class DocumentStyles
{
    private const int LongestChain = 20;

    private readonly Dictionary<string, Style> _byId = new(StringComparer.Ordinal);

    public DocumentStyles(MainDocumentPart main)
    {
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                _byId.TryAdd(id, style);
            }
        }
    }

    /// <summary>The names of a paragraph's style and those it is based on, the nearest first, in small letters.</summary>
    public IReadOnlyList<string> NamesOf(Paragraph paragraph)
    {
        var names = new List<string>();
        foreach (var style in Chain(paragraph))
        {
            names.Add((style.StyleName?.Val?.Value ?? "").ToLowerInvariant());
        }

        if (names.Count == 0 && paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id)
        {
            names.Add(id.ToLowerInvariant());
        }

        return names;
    }

    /// <summary>The level of a heading from 1, or null.</summary>
    public int? HeadingLevel(Paragraph paragraph)
    {
        foreach (var name in NamesOf(paragraph))
        {
            var digits = name.Replace(" ", "", StringComparison.Ordinal);
            if (digits.StartsWith("heading", StringComparison.Ordinal) && digits.Length == 8 && digits[7] is >= '1' and <= '9')
            {
                return digits[7] - '0';
            }
        }

        var outline = paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value ?? Chain(paragraph).Select(s => s.StyleParagraphProperties?.OutlineLevel?.Val?.Value).FirstOrDefault(v => v is not null);
        return outline is >= 0 and < 9 ? outline + 1 : null;
    }

    /// <summary>The list and level that a paragraph is numbered by, its own or its style's.</summary>
    public (int List, int Level)? NumberingOf(Paragraph paragraph)
    {
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var style = Chain(paragraph).Select(s => s.StyleParagraphProperties?.NumberingProperties).FirstOrDefault(n => n?.NumberingId is not null);
        var id = own?.NumberingId?.Val?.Value ?? style?.NumberingId?.Val?.Value;
        return id is > 0 ? (id.Value, own?.NumberingLevelReference?.Val?.Value ?? style?.NumberingLevelReference?.Val?.Value ?? 0) : null;
    }

    private IEnumerable<Style> Chain(Paragraph paragraph)
    {
        var id = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
        for (var i = 0; i < LongestChain && id is not null && _byId.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}

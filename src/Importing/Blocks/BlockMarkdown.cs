using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyArchive.Importing.Blocks;

/// <summary>Blocks to Markdown that this archive reads back as the same text.</summary>
internal static partial class BlockMarkdown
{
    // Signs that would close a heading (CommonMark 0.31, 4.2).
    [GeneratedRegex("(^| )(#+)$")]
    private static partial Regex ClosingSigns { get; }

    public const int DeepestHeading = 6;

    /// <param name="notes">The texts of the notes that marks name, from 1.</param>
    public static string Of(IReadOnlyList<Part> parts, IReadOnlyList<ImmutableArray<Part>> notes)
    {
        // A page's own title is its first level. No level is left out, whatever the source did.
        var levels = parts.OfType<Part.Heading>().Select(h => h.Level).Distinct().Order().ToList();
        var result = new StringBuilder(Join([.. parts.Select(part => part is Part.Heading heading ? heading with { Level = Math.Min(levels.IndexOf(heading.Level) + 2, DeepestHeading) } : part)], isTight: false));
        for (var i = 0; i < notes.Count; i++)
        {
            var text = Join(notes[i], isTight: false);
            result.Append(result.Length > 0 ? "\n\n" : "").Append(CultureInfo.InvariantCulture, $"[^{i + 1}]: {Indented(text.Length > 0 ? text : "—", "    ")}");
        }

        return result.Length == 0 ? "" : result.Append('\n').ToString();
    }

    private static string Join(IReadOnlyList<Part> parts, bool isTight)
    {
        var result = new StringBuilder();
        Part.List? last = null;
        var isOther = false;
        foreach (var part in parts)
        {
            // Lists that follow each other are told apart by their signs.
            isOther = part is Part.List list && last is not null && list.Start.HasValue == last.Start.HasValue && !isOther;
            var text = Of(part, isOther);
            last = part as Part.List ?? (text.Length == 0 ? last : null);
            if (text.Length > 0)
            {
                result.Append(result.Length == 0 ? "" : isTight ? "\n" : "\n\n").Append(text);
            }
        }

        return result.ToString();
    }

    private static string Of(Part part, bool isOtherSign) => part switch
    {
        Part.Paragraph paragraph => Escapes.LineStarts(InlineMarkdown.Of(paragraph.Inlines)),
        Part.Heading heading => Heading(heading),
        Part.List list => List(list, isOtherSign),
        Part.Quote quote => string.Join('\n', Join(quote.Parts, isTight: false).Split('\n').Select(line => line.Length == 0 ? ">" : "> " + line)),
        Part.Table table => Table(table),
        Part.Code code => Code(code.Text),
        Part.Rule => "***",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string Heading(Part.Heading heading)
    {
        var text = InlineMarkdown.Of([.. heading.Inlines.Select(i => i is Inline.Break ? new Inline.Words(" ") : i)]);
        return text.Length == 0 ? "" : $"{new string('#', Math.Clamp(heading.Level, 2, DeepestHeading))} {ClosingSigns.Replace(text, "$1\\$2")}";
    }

    private static string List(Part.List list, bool isOtherSign)
    {
        var isTight = list.Items.All(item => item is [] or [Part.Paragraph] or [Part.Paragraph, Part.List]);
        var result = new StringBuilder();
        for (var i = 0; i < list.Items.Length; i++)
        {
            var sign = list.Start is { } start
                ? string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp((long)start + i, 0, 999_999_999)}{(isOtherSign ? ')' : '.')} ")
                : isOtherSign ? "+ " : "- ";
            result.Append(i == 0 ? "" : isTight ? "\n" : "\n\n").Append(sign).Append(Indented(Join(list.Items[i], isTight), new string(' ', sign.Length)));
        }

        return result.ToString();
    }

    private static string Table(Part.Table table)
    {
        var result = new StringBuilder();
        for (var i = 0; i < table.Rows.Length; i++)
        {
            result.Append(i == 0 ? "|" : "\n|");
            foreach (var cell in table.Rows[i])
            {
                result.Append(' ').Append(InlineMarkdown.Of(cell, isInCell: true)).Append(" |");
            }

            if (i == 0)
            {
                result.Append("\n|").Append(string.Concat(table.Rows[0].Select(_ => " --- |")));
            }
        }

        return result.ToString();
    }

    private static string Code(string text)
    {
        var fence = new string('`', Math.Max(3, Runs.Longest(text, '`') + 1));
        return $"{fence}\n{text.ReplaceLineEndings("\n").TrimEnd('\n')}\n{fence}";
    }

    private static string Indented(string text, string indent) =>
        text.Replace("\n", "\n" + indent, StringComparison.Ordinal).Replace(indent + "\n", "\n", StringComparison.Ordinal);
}

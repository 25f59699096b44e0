using System.Collections.Immutable;
using PolicyArchive.Sharing.Type;

namespace PolicyArchive.Sharing.Drawing;

/// <summary>
/// The picture that stands for a page where it is shared, in the proportions that the networks show whole. Like the head of a
/// page of the theme: the mark, the name, and the title as large as it fits.
/// </summary>
/// <param name="large">For titles and names.</param>
/// <param name="small">For labels and authors.</param>
internal sealed class Card(TypeCase large, TypeCase small, Inks inks)
{
    /// <summary>In pixels.</summary>
    public const int Width = 1200;

    /// <summary>In pixels.</summary>
    public const int Height = 630;

    /// <summary>Changes whenever the same text would make another picture.</summary>
    public const int Edition = 1;

    // Some networks cut a little off the sides, and round the corners.
    private const int Margin = 84;
    private const int Measure = Width - 2 * Margin;
    private const int MarkWidth = 118;
    private const int MarkHeight = 15;
    private const float NameSize = 33;
    private const float NameBaseline = 104;
    private const float LabelSize = 28;
    private const float FootSize = 28;
    private const float FootBaseline = 562;
    private const int RuleTop = 508;

    // Between the name and the rule.
    private const float RoomTop = 150;
    private const float RoomBottom = 478;

    private readonly Colour[] _palette = Sheet.Palette(inks);

    /// <summary>The picture as a PNG file: the same bytes for the same text, fonts and inks.</summary>
    public byte[] Draw(CardText text)
    {
        using var sheet = new Sheet(Width, Height);
        sheet.Fill(text.IsRightToLeft ? Width - Margin - MarkWidth : Margin, 0, MarkWidth, MarkHeight, Ink.Accent);
        One(sheet, text, text.Name, large, NameSize, NameBaseline, Ink.Text);
        if (!text.Foot.IsEmpty)
        {
            sheet.Fill(Margin, RuleTop, Measure, 2, Ink.Line);
            One(sheet, text, Listed(text), small, FootSize, FootBaseline, Ink.Quiet);
        }

        var bottom = text.Foot.IsEmpty ? RuleTop + 30 : RoomBottom;
        var label = text.Label.Length > 0 ? LabelSize * 1.95f : 0;
        var summary = text.Summary.Length > 0 ? Summary(text) : null;
        var under = summary is null ? 0 : FootSize * 0.9f + summary.Height;
        var title = FittedText.Title(Paragraph.Of(text.Title, text.Language, text.IsRightToLeft, large), Measure, bottom - RoomTop - label - under);

        // A little above the middle looks like the middle.
        var top = RoomTop + (bottom - RoomTop - label - title.Height - under) * 0.46f;
        if (label > 0)
        {
            One(sheet, text, text.Label, small, LabelSize, top + LabelSize * 0.8f, Ink.Accent);
        }

        Lines(sheet, text, title, top + label, Ink.Text);
        if (summary is not null)
        {
            Lines(sheet, text, summary, top + label + title.Height + FootSize * 0.9f, Ink.Quiet);
        }

        return PalettePng.Write(sheet, _palette);
    }

    private FittedText Summary(CardText text) =>
        FittedText.Of(Paragraph.Of(text.Summary, text.Language, text.IsRightToLeft, small), Measure, FootSize * 4.6f, 1.36f, (FootSize, 3));

    private static void Lines(Sheet sheet, CardText text, FittedText fitted, float top, Ink ink)
    {
        for (var i = 0; i < fitted.Lines.Length; i++)
        {
            Write(sheet, text, fitted.Lines[i], fitted.Size, top + fitted.Leading * i + fitted.Ascent, ink);
        }
    }

    private static void One(Sheet sheet, CardText card, string text, TypeCase type, float size, float baseline, Ink ink)
    {
        if (text.Length > 0)
        {
            Write(sheet, card, FittedText.OneLine(Paragraph.Of(text, card.Language, card.IsRightToLeft, type), Measure / size), size, baseline, ink);
        }
    }

    private static void Write(Sheet sheet, CardText card, TextLine line, float size, float baseline, Ink ink) =>
        sheet.Write(line, card.IsRightToLeft ? Width - Margin - line.Width * size : Margin, baseline, size, ink);

    // As many as one line holds.
    private string Listed(CardText text)
    {
        const string Between = "  ·  ";
        const string More = Between + "…";
        var all = string.Join(Between, text.Foot);
        for (var count = text.Foot.Length - 1; count > 0 && Wide(all) > Measure; count--)
        {
            all = string.Join(Between, text.Foot.Take(count)) + More;
        }

        return all;
        float Wide(string line) => Paragraph.Of(line, text.Language, text.IsRightToLeft, small).Width() * FootSize;
    }
}

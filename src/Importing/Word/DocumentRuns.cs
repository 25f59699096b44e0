using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Naming;
using A = DocumentFormat.OpenXml.Drawing;
using V = DocumentFormat.OpenXml.Vml;
using Styles = PolicyArchive.Importing.Blocks.Styles;
using W = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace PolicyArchive.Importing.Word;

/// <summary>The runs of a paragraph: text and its looks, links, notes, pictures, what was changed and what fields show.</summary>
internal sealed class DocumentRuns(OpenXmlPart part, DocumentPictures pictures, DocumentNotes notes)
{
    private readonly Stack<Field> _fields = new();

    private sealed class Field
    {
        public string Code { get; set; } = "";

        public bool IsShown { get; set; }

        public string? Href => Code.Trim() is ['H', 'Y', 'P', 'E', 'R', 'L', 'I', 'N', 'K', ..] code && code.Split('"') is [_, var address, ..] && !code.Contains("\\l", StringComparison.Ordinal) && Addresses.IsKept(address) ? address : null;
    }

    public int Inserted { get; private set; }

    public List<string> Deleted { get; } = [];

    public List<string> Hidden { get; } = [];

    /// <summary>The paragraphs of text boxes anchored here.</summary>
    public List<TextBoxContent> Boxes { get; } = [];

    public ImmutableArray<Inline> Of(OpenXmlElement paragraph)
    {
        var result = ImmutableArray.CreateBuilder<Inline>();
        foreach (var child in paragraph.ChildElements)
        {
            Add(child, null, result);
        }

        return result.ToImmutable();
    }

    private void Add(OpenXmlElement element, string? href, ImmutableArray<Inline>.Builder result)
    {
        switch (element)
        {
            case Run run:
                AddRun(run, href, result);
                break;
            case Hyperlink link:
                var address = link.Id?.Value is { } id ? part.HyperlinkRelationships.FirstOrDefault(r => r.Id == id)?.Uri.OriginalString : null;
                AddAll(link, address is not null && Addresses.IsKept(address) ? address : href, result);
                break;
            case DeletedRun or MoveFromRun:
                Deleted.Add(TextFold.CollapseSpaces(string.Concat(element.Descendants().Select(e => e switch { DeletedText d => d.Text, Text t => t.Text, TabChar or Break => " ", _ => "" }))));
                break;
            case InsertedRun or MoveToRun:
                Inserted++;
                AddAll(element, href, result);
                break;
            case SimpleField or SdtRun or SdtContentRun or CustomXmlRun or BidirectionalEmbedding or BidirectionalOverride:
                AddAll(element, href, result);
                break;
            case DocumentFormat.OpenXml.Math.OfficeMath or DocumentFormat.OpenXml.Math.Paragraph:
                result.Add(new Inline.Words(element.InnerText));
                break;
            default:
                break;
        }
    }

    private void AddAll(OpenXmlElement element, string? href, ImmutableArray<Inline>.Builder result)
    {
        foreach (var child in element.ChildElements)
        {
            Add(child, href, result);
        }
    }

    private void AddRun(Run run, string? href, ImmutableArray<Inline>.Builder result)
    {
        var look = run.RunProperties;
        if (IsOn(look?.Vanish))
        {
            Hidden.Add(run.InnerText);
            return;
        }

        var styles = StylesOf(look);
        foreach (var child in run.ChildElements)
        {
            if (child is FieldChar or FieldCode)
            {
                Note(child);
            }
            else if (_fields.All(f => f.IsShown))
            {
                AddContent(child, styles, href ?? _fields.Select(f => f.Href).FirstOrDefault(h => h is not null), result);
            }
        }
    }

    private void Note(OpenXmlElement element)
    {
        if (element is FieldCode code && _fields.TryPeek(out var open))
        {
            open.Code += code.Text;
        }
        else if (element is FieldChar { FieldCharType: { } type })
        {
            if (type == FieldCharValues.Begin)
            {
                _fields.Push(new Field());
            }
            else if (type == FieldCharValues.Separate && _fields.TryPeek(out var field))
            {
                field.IsShown = true;
            }
            else if (type == FieldCharValues.End)
            {
                _fields.TryPop(out _);
            }
        }
    }

    private void AddContent(OpenXmlElement content, Styles styles, string? href, ImmutableArray<Inline>.Builder result)
    {
        switch (content)
        {
            case Text text:
                result.Add(new Inline.Words(Cleaned.Of(text.Text).Text, styles, href));
                break;
            case TabChar or PositionalTab:
                result.Add(new Inline.Words(" ", styles, href));
                break;
            case NoBreakHyphen:
                result.Add(new Inline.Words("\u2011", styles, href));
                break;
            case Break { Type: null } or CarriageReturn:
                result.Add(new Inline.Break());
                break;
            case Break { Type: { } type }:
                result.AddRange(type == BreakValues.TextWrapping ? [new Inline.Break()] : Inline.Plain(" "));
                break;
            case SymbolChar symbol when int.TryParse(symbol.Char?.Value, System.Globalization.NumberStyles.HexNumber, null, out var code) && code is > 0x20 and < 0xE000:
                result.Add(new Inline.Words(((char)code).ToString(), styles, href));
                break;
            case FootnoteReference { Id.Value: var id } when notes.NumberOf(isEndnote: false, id) is { } number:
                result.Add(new Inline.NoteMark(number));
                break;
            case EndnoteReference { Id.Value: var id } when notes.NumberOf(isEndnote: true, id) is { } number:
                result.Add(new Inline.NoteMark(number));
                break;
            case Drawing or Picture or EmbeddedObject:
                AddDrawing(content, result);
                break;
            default:
                break;
        }
    }

    private void AddDrawing(OpenXmlElement drawing, ImmutableArray<Inline>.Builder result)
    {
        Boxes.AddRange(drawing.Descendants<TextBoxContent>());
        var alt = drawing.Descendants<W.DocProperties>().Select(p => p.Description?.Value ?? "").FirstOrDefault() ?? drawing.Descendants<V.Shape>().Select(s => s.Alternate?.Value ?? "").FirstOrDefault() ?? "";
        foreach (var id in drawing.Descendants<A.Blip>().Select(b => b.Embed?.Value).Concat(drawing.Descendants<V.ImageData>().Select(i => i.RelationshipId?.Value)).OfType<string>())
        {
            if (pictures.Take(part, id) is { } name)
            {
                result.Add(new Inline.Picture(name, TextFold.CollapseSpaces(Cleaned.Of(alt).Text)));
            }
        }
    }

    private static Styles StylesOf(RunProperties? look)
    {
        var styles = Styles.None;
        styles |= IsOn(look?.Bold) ? Styles.Strong : 0;
        styles |= IsOn(look?.Italic) ? Styles.Emphasis : 0;
        styles |= IsOn(look?.Strike) || IsOn(look?.DoubleStrike) ? Styles.Struck : 0;
        var raised = look?.VerticalTextAlignment?.Val?.Value;
        return raised == VerticalPositionValues.Superscript ? styles | Styles.Raised : raised == VerticalPositionValues.Subscript ? styles | Styles.Lowered : styles;
    }

    // A mark without a value is on.
    private static bool IsOn(OnOffType? mark) => mark is not null && (mark.Val is null || mark.Val.Value);
}

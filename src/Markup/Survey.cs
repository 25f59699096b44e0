using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyArchive.Markup;

/// <summary>One walk over the parsed text before it is rendered: its headings, words, first paragraph and raw HTML.</summary>
internal sealed class Survey
{
    private readonly Galley _galley;
    private ParagraphBlock? _lead;
    private ParagraphBlock? _secondChoice;
    private bool _hasTemplate;

    private Survey(Galley galley) => _galley = galley;

    public List<HeadingBlock> Headings { get; } = [];

    public WordCount Words { get; } = new();

    public string Lead => PlainText.Lead((_lead ?? _secondChoice)?.Inline);

    /// <summary>Where the first raw HTML stands that the sanitiser must see, or -1.</summary>
    public int FirstRaw { get; private set; } = -1;

    public RawHtmlNesting Nesting { get; } = new();

    public static Survey Of(MarkdownDocument document, Galley galley)
    {
        var survey = new Survey(galley);
        survey.Visit(document, isMain: true);
        return survey;
    }

    private void Visit(Block block, bool isMain)
    {
        switch (block)
        {
            case HtmlBlock html:
                Raw(html);
                break;
            case HeadingBlock heading:
                Headings.Add(heading);
                Read(heading.Inline);
                break;
            case LeafBlock { Inline: { } inline } leaf:
                var words = Words.Total;
                Read(inline);
                if (leaf is ParagraphBlock paragraph && Words.Total > words && !IsFigure(paragraph))
                {
                    _lead ??= isMain && block.Parent is MarkdownDocument ? paragraph : null;
                    _secondChoice ??= isMain ? paragraph : null;
                }

                break;
            case ContainerBlock container:
                foreach (var child in container)
                {
                    Visit(child, isMain && container is not (FootnoteGroup or Table));
                }

                break;
        }
    }

    private void Read(ContainerInline? root)
    {
        for (Inline? part = root; part is not null; part = PlainText.Next(part, root!))
        {
            switch (part)
            {
                case LiteralInline literal:
                    if (literal.Parent is not LinkInline { IsAutoLink: true })
                    {
                        Words.Add(literal.Content.AsSpan());
                    }

                    NoteWithoutText(literal);
                    LinkWithoutAddress(literal);
                    Template(literal);
                    break;
                case CodeInline code:
                    Words.Add(code.ContentSpan);
                    break;
                case HtmlEntityInline entity:
                    Words.Add(entity.Transcoded.AsSpan());
                    break;
                case Markdig.Extensions.Abbreviations.AbbreviationInline abbreviation:
                    Words.Add(abbreviation.Abbreviation.Label);
                    break;
                case HtmlInline html when !RawHtmlText.IsComment(html.Tag) && !RawHtmlText.IsBreak(html.Tag):
                    FirstRaw = FirstRaw < 0 ? html.Span.Start : FirstRaw;
                    Nesting.Add(html.Tag);
                    break;
                case LineBreakInline or HtmlInline:
                    Words.Break();
                    break;
            }
        }

        Words.Break();
    }

    private void Raw(HtmlBlock block)
    {
        var text = block.Lines.ToString();
        if (RawHtmlText.IsComment(text))
        {
            return;
        }

        if (RawHtmlText.IsOpenComment(text))
        {
            _galley.Error("TEXT010", block.Span.Start, "the comment is never closed, so the text after it would be lost", "close it with `-->`");
            return;
        }

        FirstRaw = FirstRaw < 0 ? block.Span.Start : FirstRaw;
        Nesting.Add(text);
        RawHtmlText.Count(text, Words);
    }

    // "[^x]" stays text when there is no note x: an open bracket, then a caret.
    private void NoteWithoutText(LiteralInline literal)
    {
        if (literal.Content.Length > 0 && literal.Content[literal.Content.End] == '[' && literal.NextSibling is LiteralInline { Content: { Length: > 0 } next } && next[next.Start] == '^')
        {
            _galley.Warn("TEXT011", literal.Span.End, "the note is not in this text", "write it on a line of its own, as in `[^1]: the note`");
        }
    }

    // "[text][name]" stays text when there is no line "[name]: address": a closing bracket, then an opening one.
    private void LinkWithoutAddress(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        var at = text.IndexOf("][");
        if (at >= 0 || (text.EndsWith("]") && literal.NextSibling is LiteralInline { Content: { Length: > 0 } next } && next[next.Start] == '['))
        {
            _galley.Warn("TEXT017", literal.Span.Start + (at < 0 ? text.Length - 1 : at) + 1, "the link has no address: its name is not defined, and readers see the brackets", "write a line such as `[name]: https://example.org/`, or the address between round brackets");
        }
    }

    // {{ of Liquid and Hugo, {% of Liquid: one finding for a text says enough.
    private void Template(LiteralInline literal)
    {
        if (!_hasTemplate && literal.Content.AsSpan() is var text && (text.Contains("{{", StringComparison.Ordinal) || text.Contains("{%", StringComparison.Ordinal)))
        {
            _hasTemplate = true;
            _galley.Warn("TEXT014", literal.Span.Start, "a tag of a template language is not run here, and readers see it as it stands", "write what it should show; between backticks it is an example");
        }
    }

    internal static bool IsFigure(ParagraphBlock paragraph) =>
        paragraph.Inline is { FirstChild: LinkInline { IsImage: true } picture } inline && ReferenceEquals(inline.LastChild, picture) && paragraph.Parent is not TableCell;
}

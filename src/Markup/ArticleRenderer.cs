using Markdig.Extensions.Abbreviations;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using PolicyArchive.Wording;

namespace PolicyArchive.Markup;

/// <summary>What becomes of raw HTML: there is none, it is written for the sanitiser to judge, or shown as text.</summary>
internal enum RawTreatment { None, Sanitise, Escape }

/// <summary>
/// Renders one piece. Its renderers are listed one by one and know no attributes but their own, so that nothing a
/// writer writes becomes markup except through them.
/// </summary>
internal sealed class ArticleRenderer : HtmlRenderer
{
    private static readonly IMarkdownObjectRenderer[] Own =
    [
        new LiteralInlineRenderer(), new ParagraphMarkup(), new LinkMarkup(), new LineBreakInlineRenderer(), new HeadingMarkup(),
        new EmphasisMarkup(), new ListRenderer(), new NoteLinkMarkup(), new QuoteBlockRenderer(), new TableMarkup(),
        new CodeInlineRenderer(), new HtmlEntityInlineRenderer(), new AutolinkMarkup(), new CodeMarkup(), new HtmlDefinitionListRenderer(),
        new HtmlAbbreviationRenderer(), new DelimiterInlineRenderer(), new ThematicBreakRenderer(), new NotesMarkup(), new RawBlockMarkup(), new RawInlineMarkup(),
    ];

    private readonly MarkupWriter _output;

    public ArticleRenderer(MarkupWriter writer, Galley galley, HeadingPlan headings, NoteIds notes, Words words, RawTreatment raw)
        : base(writer)
    {
        (_output, Galley, Headings, Notes, Words, Raw) = (writer, galley, headings, notes, words, raw);
        ObjectRenderers.Clear();
        foreach (var renderer in Own)
        {
            ObjectRenderers.Add(renderer);
        }
    }

    public Galley Galley { get; }

    public HeadingPlan Headings { get; }

    public NoteIds Notes { get; }

    /// <summary>What is read out, in the language of the piece.</summary>
    public Words Words { get; }

    public RawTreatment Raw { get; }

    /// <summary>HTML has no links within links.</summary>
    public bool IsInLink { get; set; }

    public int TableCount { get; set; }

    /// <summary>Where raw HTML stands in the output; only when the sanitiser has the last word.</summary>
    public List<RawSpan> RawSpans { get; } = [];

    /// <summary>Where each slot stands, in bytes of the output; none when the sanitiser has the last word.</summary>
    public List<int> Slots { get; } = [];

    /// <summary>The place in a start tag where its address will stand. Slots are written in the order of their numbers.</summary>
    public void WriteSlot(LinkKind kind, int number)
    {
        if (Raw != RawTreatment.Sanitise)
        {
            Slots.Add(_output.Length);
            return;
        }

        // The sanitiser knows attributes, not slots.
        Write(kind == LinkKind.Picture ? " src=\"" : " href=\"").Write(Galley.Slot(number)).Write('"');
    }

    /// <summary>HTML for the sanitiser, as it stands at <paramref name="offset"/> of the source.</summary>
    public void WriteRaw(ReadOnlySpan<char> html, int offset)
    {
        RawSpans.Add(new RawSpan(_output.Length, offset, html.Length));
        Write(html);
    }

    /// <summary>An attribute of our own making, which the sanitiser must not judge as a writer's.</summary>
    public ArticleRenderer WriteAttribute(string name, string value)
    {
        Write(' ').Write(name).Write("=\"");
        if (Raw == RawTreatment.Sanitise)
        {
            Write(Galley.OwnMark);
        }

        WriteEscape(value).Write('"');
        return this;
    }
}

/// <summary>A renderer of one kind of node into an article.</summary>
internal abstract class ArticlePart<T> : MarkdownObjectRenderer<ArticleRenderer, T>
    where T : Markdig.Syntax.MarkdownObject;

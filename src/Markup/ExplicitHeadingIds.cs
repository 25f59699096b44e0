using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace PolicyArchive.Markup;

/// <summary>
/// <c>## Findings {#results}</c>: a heading that names its own id. Taken off before inlines are read, or the underscores
/// of an id would be emphasis. Other braces stay text.
/// </summary>
internal sealed class ExplicitHeadingIds : IMarkdownExtension
{
    private static readonly object Key = new();

    public static string? Of(HeadingBlock heading) => heading.GetData(Key) as string;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        // Underlined headings are made by the paragraph parser.
        if (pipeline.BlockParsers.Find<HeadingBlockParser>() is { } headings)
        {
            headings.Closed += TakeOff;
        }

        if (pipeline.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs)
        {
            paragraphs.Closed += TakeOff;
        }
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    public static bool IsPlainName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('-' or '_'))
            {
                return false;
            }
        }

        return name.Length is > 0 and <= 100;
    }

    private static void TakeOff(BlockProcessor processor, Block block)
    {
        if (block is not HeadingBlock { Lines.Count: > 0 } heading)
        {
            return;
        }

        ref var last = ref heading.Lines.Lines[heading.Lines.Count - 1].Slice;
        var text = last.AsSpan().TrimEnd();
        var open = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (open < 0 || text[^1] != '}' || (open > 0 && text[open - 1] == '\\') || !IsPlainName(text[(open + 2)..^1]))
        {
            return;
        }

        heading.SetData(Key, text[(open + 2)..^1].ToString());
        last.End = last.Start + text[..open].TrimEnd().Length - 1;
    }
}

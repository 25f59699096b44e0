using System.Collections.Immutable;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>Gives headings their levels and ids. A page has one h1, its title, so a body's headings begin at h2.</summary>
internal static class HeadingPlan
{
    public static ImmutableArray<Heading> Apply(MarkdownDocument document, string title, Func<int, Place> placeAt, List<Finding> findings)
    {
        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } first && title.Length > 0
            && TextFold.Key(MarkdownReader.PlainText(first.Inline)) == TextFold.Key(title))
        {
            document.Remove(first);
            findings.Add(Finding.Warning("TEXT002", placeAt(first.Span.Start), "the first heading repeats the title", "remove it; the page shows the title"));
        }

        var blocks = document.Descendants<HeadingBlock>().ToArray();
        var demote = blocks.Any(b => b.Level == 1) ? 1 : 0;
        var headings = ImmutableArray.CreateBuilder<Heading>(blocks.Length);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            block.Level = Math.Min(6, block.Level + demote);
            var given = TakeExplicitId(block);
            var text = MarkdownReader.PlainText(block.Inline).Trim();
            var id = Unique(given ?? Slug.FromTitle(text)?.Text ?? "section", taken);
            block.GetAttributes().Id = id;
            headings.Add(new Heading(block.Level, id, text));
        }

        return headings.ToImmutable();
    }

    // The counter of each id goes on where it stopped, so that twenty thousand equal headings stay linear.
    private static string Unique(string id, Dictionary<string, int> taken)
    {
        if (taken.TryAdd(id, 1))
        {
            return id;
        }

        while (true)
        {
            var next = $"{id}-{++taken[id]}";
            if (taken.TryAdd(next, 1))
            {
                return next;
            }
        }
    }

    // "## Findings {#results}" names the id itself.
    private static string? TakeExplicitId(HeadingBlock block)
    {
        if (block.Inline?.LastChild is not LiteralInline literal)
        {
            return null;
        }

        var text = literal.Content.ToString().TrimEnd();
        var open = text.LastIndexOf("{#", StringComparison.Ordinal);
        if (open < 0 || !text.EndsWith('}'))
        {
            return null;
        }

        var id = text[(open + 2)..^1];
        if (id.Length == 0 || !id.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
        {
            return null;
        }

        literal.Content = new Markdig.Helpers.StringSlice(text[..open].TrimEnd());
        return id;
    }
}

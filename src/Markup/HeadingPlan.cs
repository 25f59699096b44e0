using System.Collections.Immutable;
using System.Globalization;
using Markdig.Syntax;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>Gives headings their levels and ids. A page has one h1, its title, so a body's headings begin at h2.</summary>
internal sealed class HeadingPlan
{
    /// <summary>Begins every id of the frame round a text, and none within it.</summary>
    public const char FrameMark = '_';

    // To which the skip links of most themes lead.
    private const string OfTheFrame = "main";

    private readonly Dictionary<HeadingBlock, string> _ids = [];
    private readonly Dictionary<string, int> _last = new(StringComparer.Ordinal);
    private readonly Galley _galley;

    private HeadingPlan(Galley galley) => _galley = galley;

    /// <summary>For a table of contents: those of the text itself, not those in quotations and lists.</summary>
    public ImmutableArray<Heading> Headings { get; private set; } = [];

    public string? IdOf(HeadingBlock heading) => _ids.GetValueOrDefault(heading);

    public static HeadingPlan Of(MarkdownDocument document, IReadOnlyList<HeadingBlock> blocks, string title, Galley galley)
    {
        var plan = new HeadingPlan(galley);
        var kept = DropTitle(document, blocks, title, galley);
        var demotion = kept.Any(block => block.Level == 1) ? 1 : 0;
        foreach (var block in kept)
        {
            block.Level = Math.Clamp(block.Level + demotion, 2, 6);
            if (ExplicitHeadingIds.Of(block) is { } id && block.Inline?.FirstChild is not null)
            {
                plan.Give(block, id);
            }
        }

        var headings = ImmutableArray.CreateBuilder<Heading>();
        var before = 1;
        foreach (var block in kept)
        {
            var text = PlainText.Of(block.Inline);
            if (text.Length == 0)
            {
                galley.Warn("TEXT008", block.Span.Start, "the heading has no text", "write one, or remove the signs");
                continue;
            }

            var id = plan.IdOf(block) ?? (plan._ids[block] = plan.Unique(Slug.FromTitle(text)?.Text ?? "section"));
            if (block.Parent is MarkdownDocument)
            {
                if (block.Level > before + 1)
                {
                    galley.Warn("TEXT016", block.Span.Start, $"a heading of level {block.Level - demotion} follows {(before == 1 ? "the title" : $"one of level {before - demotion}")}", $"use level {before + 1 - demotion}, {new string('#', before + 1 - demotion)}");
                }

                before = block.Level;
                headings.Add(new Heading(block.Level, id, text));
            }
        }

        plan.Headings = headings.ToImmutable();
        return plan;
    }

    private static IReadOnlyList<HeadingBlock> DropTitle(MarkdownDocument document, IReadOnlyList<HeadingBlock> blocks, string title, Galley galley)
    {
        if (document.Count == 0 || document[0] is not HeadingBlock { Level: 1 } first || TextFold.Key(PlainText.Of(first.Inline)) != TextFold.Key(title))
        {
            return blocks;
        }

        document.RemoveAt(0);
        galley.Warn("TEXT002", first.Span.Start, "the first heading repeats the title", "remove it; the page shows the title");
        return [.. blocks.Skip(1)];
    }

    private void Give(HeadingBlock block, string id)
    {
        if (id == OfTheFrame || id[0] == FrameMark || !_galley.Claim(id))
        {
            var other = Unique(id.TrimStart(FrameMark) is { Length: > 0 } bare ? bare : "section");
            _galley.Warn("TEXT009", block.Span.Start, $"the id `{id}` is taken; this heading's is `{other}`", "give it an id of its own");
            id = other;
        }

        _ids[block] = id;
    }

    // The counter of each id goes on where it stopped, so that twenty thousand equal headings stay linear.
    private string Unique(string id)
    {
        if (id != OfTheFrame && _galley.Claim(id))
        {
            return id;
        }

        var number = _last.GetValueOrDefault(id, 1);
        string numbered;
        do
        {
            number++;
            numbered = string.Create(CultureInfo.InvariantCulture, $"{id}-{number}");
        }
        while (!_galley.Claim(numbered));

        _last[id] = number;
        return numbered;
    }
}

using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using CsCheck;
using PolicyArchive.Importing.Blocks;
using PolicyArchive.Naming;
using PolicyArchive.Tests.Properties;

namespace PolicyArchive.Tests.Importing;

/// <summary>Whatever the text and its looks, the archive reads the draft back as the same text.</summary>
public sealed class TextsThatStayText
{
    private static readonly Gen<string> Words = Gen.Frequency(
        (3, TextsOfAnyKind.OneOf("water", "Ö", "of the", "R&D", "a_b", "snake_case_word", "3.", "1986.", "12)", "C#", "日本語", "l’eau", "“so”", "(so)", "—", "e.g.", "i", "x^2", "H~2~O")),
        (2, TextsOfAnyKind.OneOf("*", "**", "***", "_", "__", "~", "~~", "^", "`", "``", "[", "]", "![", "](", "[^1]", "[^1]:", "[x]: y", "{#id}", "{", "|", "|---|", "<", ">", "<b>", "</b>", "<!--", "-->", "<?x?>", "&", "&amp;", "&#42;", "&copy;", "#", "##", "-", "+", ":", ": x", "=", "===", "---", "***", "\\", "\\*", "!", "*[A]: b", "$x$", "\"q\"", "'", "@", "^^^", ":::", "1. ", "> ", "- ")),
        (1, TextsOfAnyKind.OneOf("https://a.example/x", "https://a.example/x_y_(z)", "http://a.example/~b*c", "www.a.example", "www.a_b.example/*", "mailto:a@b.example", "a@b.example", "https://a.example/?q=1&copy=2", "ftp://x.example/_y_", "tel:+123", "https://a.example/_\u200D", "https://a.b,c=*")),
        (2, Gen.Const(" ")));

    private static readonly Gen<string> Line = Words.Array[1, 8].Select(string.Concat).Where(t => t.Trim().Length > 0);

    private static readonly Gen<Inline> Run = Gen.Frequency(
        (6, Gen.Select(Line, Gen.Int[0, 7]).Select((text, looks) => (Inline)new Inline.Words(text, looks switch { 1 => Styles.Strong, 2 => Styles.Emphasis, 3 => Styles.Strong | Styles.Emphasis, 4 => Styles.Struck, 5 => Styles.Code, 6 => Styles.Raised, 7 => Styles.Lowered, _ => Styles.None }))),
        (1, Line.Select(text => (Inline)new Inline.Words(text, Styles.None, "https://b.example/x_(y)?a=1&b=*2*"))),
        (1, Gen.Const((Inline)new Inline.Break())));

    private static readonly Gen<ImmutableArray<Inline>> Runs = Run.Array[1, 5].Select(r => r.ToImmutableArray());

    private static readonly Gen<Part> Leaf = Gen.Frequency(
        (5, Runs.Select(r => (Part)new Part.Paragraph(r))),
        (1, Gen.Select(Gen.Int[1, 6], Runs).Select((level, r) => (Part)new Part.Heading(level, r))),
        (1, Line.Array[1, 3].Select(l => (Part)new Part.Code(string.Join('\n', l)))),
        (1, Runs.Array[4].Select(c => (Part)new Part.Table([[c[0], c[1]], [c[2], c[3]]]))));

    private static readonly Gen<Part> Any = Gen.Frequency(
        (5, Leaf),
        (1, Leaf.Array[1, 3].Select(p => (Part)new Part.Quote([.. p]))),
        (2, Gen.Select(Gen.Int[-1, 40], Leaf.Array[1, 2].Array[1, 3]).Select((start, items) => (Part)new Part.List(start < 0 ? null : start, [.. items.Select(i => i.ToImmutableArray())]))));

    [Fact]
    public void Every_text_comes_back_from_the_archive_as_it_went_in() =>
        Any.Array[1, 4].Sample(parts =>
        {
            var markdown = BlockMarkdown.Of(parts, []);
            var page = Dom.Parse(Body.Of(markdown).Html);
            foreach (var anchor in page.QuerySelectorAll("a.anchor"))
            {
                anchor.Remove();
            }

            Assert.Equal(Letters(string.Concat(parts.Select(PartText.Of))), Letters(page.Body!.TextContent));
        }, iter: 400);

    [Theory]
    [InlineData("# 1")]
    [InlineData("a\\")]
    [InlineData("1. x")]
    [InlineData("x | y")]
    [InlineData("*[HTML]: markup")]
    [InlineData("&amp;copy;")]
    [InlineData("![x](y)")]
    [InlineData("[^1]: note")]
    [InlineData("https://a.example/*x*_y_.")]
    [InlineData("Setext\n===")]
    [InlineData("https://a.example/x\u00A0<template>*y*")]
    [InlineData("www.a.example/x\u2003<b>y")]
    public void A_line_that_looks_like_markup_stays_a_paragraph(string text)
    {
        var page = Dom.Parse(Body.Of(BlockMarkdown.Of([Part.Plain(text)], [])).Html);
        Assert.Equal(TextFold.CollapseSpaces(text), TextFold.CollapseSpaces(Assert.Single(page.QuerySelectorAll("p")).TextContent));
    }

    [Theory]
    [InlineData(Styles.Strong, "strong")]
    [InlineData(Styles.Emphasis, "em")]
    [InlineData(Styles.Struck, "del")]
    [InlineData(Styles.Code, "code")]
    [InlineData(Styles.Raised, "sup")]
    [InlineData(Styles.Lowered, "sub")]
    public void A_style_is_kept_at_any_place_in_a_word(Styles style, string element)
    {
        foreach (var (before, text, after) in ((string, string, string)[])[("a ", "word", " b"), ("a", "word", "b"), ("(", "“so”", ")x"), ("x", "(so)", "y"), ("", "a b", "*"), ("*", "x", "_")])
        {
            var page = Dom.Parse(Body.Of(BlockMarkdown.Of([new Part.Paragraph([new Inline.Words(before), new Inline.Words(text, style), new Inline.Words(after)])], [])).Html);
            Assert.Equal(text, Assert.Single(page.QuerySelectorAll(element)).TextContent);
        }
    }

    [Theory]
    [InlineData("https://a.example/x")]
    [InlineData("see www.a.example/x")]
    public void An_address_at_the_end_of_a_line_ends_there(string address)
    {
        var page = Dom.Parse(Body.Of(BlockMarkdown.Of([new Part.Paragraph([new Inline.Words(address), new Inline.Break(), new Inline.Words("#next")])], [])).Html);
        Assert.Equal(Letters(address + "#next"), Letters(page.Body!.TextContent));
        Assert.Single(page.QuerySelectorAll("br"));
    }

    [Theory]
    [InlineData("https://a.example/x", " b")]
    [InlineData("https://a.example/x", "b")]
    [InlineData("see www.a.example/x", " b ")]
    [InlineData("mailto:a@b.example", " b")]
    public void Code_that_touches_an_address_is_no_part_of_it(string address, string code)
    {
        var page = Dom.Parse(Body.Of(BlockMarkdown.Of([new Part.Paragraph([new Inline.Words(address), new Inline.Words(code, Styles.Code)])], [])).Html);
        Assert.Equal(code.Trim(), Assert.Single(page.QuerySelectorAll("code")).TextContent.Trim());
        Assert.Equal(Letters(address + code), Letters(page.Body!.TextContent));
    }

    // White space is the page's, and so is the case of what stands before an address.
    private static string Letters(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c)))
        {
            result.Append(c);
        }

        return result.ToString();
    }
}

using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

internal sealed class LinkMarkup : ArticlePart<LinkInline>
{
    protected override void Write(ArticleRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            WritePicture(renderer, link, isFigure: false);
        }
        else if (renderer.IsInLink || (link.IsAutoLink && !LinkScheme.IsAllowed(link.Url)) || Take(renderer, link) is not { } slot)
        {
            renderer.WriteChildren(link);
        }
        else
        {
            renderer.Write("<a");
            renderer.WriteSlot(LinkKind.Page, slot);
            if (!string.IsNullOrEmpty(link.Title))
            {
                renderer.WriteAttribute("title", link.Title);
            }

            if (link.IsAutoLink)
            {
                WriteIsAddress(renderer);
            }

            renderer.Write('>');
            renderer.IsInLink = true;
            renderer.WriteChildren(link);
            renderer.IsInLink = false;
            renderer.Write("</a>");
            WarnIfSilent(renderer, link);
        }
    }

    /// <param name="isFigure">Then the title is the caption, and not said twice.</param>
    /// <returns>Whether there is a picture; a refused one leaves its alternative text.</returns>
    public static bool WritePicture(ArticleRenderer renderer, LinkInline picture, bool isFigure)
    {
        var alt = PlainText.Of(picture);
        if (LinkScheme.IsElsewhere(picture.Url))
        {
            WriteElsewhere(renderer, picture, alt);
            return false;
        }

        if (Take(renderer, picture) is not { } slot)
        {
            renderer.WriteEscape(alt);
            return false;
        }

        if (alt.Length == 0)
        {
            renderer.Galley.Warn("TEXT005", picture.Span.Start, "the picture has no alternative text", "say between the square brackets what it shows; one that says nothing is written `<img src=\"…\" alt=\"\">`");
        }

        else if (IsFileName(alt, picture.Url))
        {
            renderer.Galley.Warn("TEXT015", picture.Span.Start, $"the alternative text `{alt}` is the name of the file", "say between the square brackets what the picture shows");
        }

        renderer.Write("<img");
        renderer.WriteSlot(LinkKind.Picture, slot);
        renderer.WriteAttribute("alt", alt);
        if (!isFigure && !string.IsNullOrEmpty(picture.Title))
        {
            renderer.WriteAttribute("title", picture.Title);
        }

        renderer.WriteAttribute("loading", "lazy").WriteAttribute("decoding", "async").Write('>');
        return true;
    }

    /// <summary>Whether an alternative text says no more than the name of the file.</summary>
    public static bool IsFileName(string alt, string? address) =>
        alt.Contains('.', StringComparison.Ordinal) && address is not null && alt.Equals(address[(address.LastIndexOf('/') + 1)..], StringComparison.OrdinalIgnoreCase);

    // A page loads nothing from other hosts.
    private static void WriteElsewhere(ArticleRenderer renderer, LinkInline picture, string alt)
    {
        var name = alt.Length > 0 ? alt : picture.Url![(picture.Url!.LastIndexOf('/') + 1)..];
        renderer.Galley.Warn("LINK007", AddressOf(renderer, picture), "a picture on another site is shown as a link, since pages load nothing from elsewhere", "save it beside the text, and name it here");
        picture.IsImage = false;
        if (renderer.IsInLink || Take(renderer, picture) is not { } slot)
        {
            renderer.WriteEscape(name);
            return;
        }

        renderer.Write("<a");
        renderer.WriteSlot(LinkKind.Page, slot);
        renderer.Write('>').WriteEscape(name).Write("</a>");
    }

    /// <summary>The text of the link is its address: not to be translated, nor printed again beside it on paper.</summary>
    public static void WriteIsAddress(ArticleRenderer renderer) => renderer.WriteAttribute("translate", "no");

    private static int? Take(ArticleRenderer renderer, LinkInline link) =>
        renderer.Galley.Take(link.IsImage ? LinkKind.Picture : LinkKind.Page, link.Url, AddressOf(renderer, link));

    private static int AddressOf(ArticleRenderer renderer, LinkInline link)
    {
        var start = link.UrlSpan.IsEmpty ? link.Span.Start : link.UrlSpan.Start;
        var markdown = renderer.Galley.Markdown;
        var isBracketed = start >= 0 && start < markdown.Length && markdown[start] == '<' && !link.UrlSpan.IsEmpty;
        return isBracketed ? start + 1 : start;
    }

    private static void WarnIfSilent(ArticleRenderer renderer, LinkInline link)
    {
        for (Inline? part = link.FirstChild; part is not null; part = PlainText.Next(part, link))
        {
            if (part is HtmlInline or LeafInline and not LineBreakInline && !(part is LiteralInline literal && literal.Content.IsEmptyOrWhitespace()))
            {
                return;
            }
        }

        renderer.Galley.Warn("TEXT013", link.Span.Start, "the link has no text", "say between the square brackets where it leads");
    }
}

/// <summary><c>&lt;https://example.org&gt;</c> and <c>&lt;someone@example.org&gt;</c>.</summary>
internal sealed class AutolinkMarkup : ArticlePart<AutolinkInline>
{
    protected override void Write(ArticleRenderer renderer, AutolinkInline link)
    {
        var slot = renderer.IsInLink ? null : renderer.Galley.Take(LinkKind.Page, link.IsEmail ? "mailto:" + link.Url : link.Url, link.Span.Start + 1);
        if (slot is null)
        {
            renderer.WriteEscape(link.Url);
            return;
        }

        renderer.Write("<a");
        renderer.WriteSlot(LinkKind.Page, slot.Value);
        if (!link.IsEmail)
        {
            LinkMarkup.WriteIsAddress(renderer);
        }

        renderer.Write('>').WriteEscape(link.Url).Write("</a>");
    }
}

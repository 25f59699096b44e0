using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PolicyArchive.Importing.WebPages;

/// <summary>Which element of a page holds its text: the one that says so, else the one with most of it.</summary>
internal static class ArticleFinder
{
    private const int LeastText = 140;

    // The nearer to the text alone, the earlier.
    private static readonly string[] Says =
    [
        "[itemprop~='articleBody']", ".entry-content, .post-content, .article-content, .article-body, .article__body, .post-body, .story-body, .td-post-content, .field--name-body, .node__content",
        "article", "main, [role='main']", "#content, #main-content, .content",
    ];

    public static IElement Find(IHtmlDocument page)
    {
        var body = page.Body ?? page.DocumentElement;
        foreach (var selector in Says)
        {
            // Lists of teasers are articles too: the longest is the piece.
            var best = page.QuerySelectorAll(selector).Where(e => !IsInFrame(e)).Select(e => (Element: e, Length: TextIn(e))).OrderByDescending(e => e.Length).FirstOrDefault();
            if (best.Element is not null && best.Length >= LeastText && best.Length * 3 >= TextIn(body))
            {
                return best.Element;
            }
        }

        return Densest(body);
    }

    // Down from the body, as long as one child holds nearly all of the paragraphs.
    private static IElement Densest(IElement body)
    {
        var at = body;
        for (var depth = 0; depth < 100; depth++)
        {
            var whole = TextIn(at);
            var best = at.Children.Where(c => PageFrame.Reason(c) is null && c.LocalName is "div" or "section" or "td" or "tr" or "tbody" or "table" or "center" or "article" or "main" or "font").Select(c => (Element: c, Length: TextIn(c))).OrderByDescending(c => c.Length).FirstOrDefault();
            if (best.Element is null || best.Length < LeastText || best.Length * 10 < whole * 7)
            {
                return at;
            }

            at = best.Element;
        }

        return at;
    }

    private static bool IsInFrame(IElement element) => element.GetAncestors().OfType<IElement>().Any(e => e.LocalName is not ("body" or "html") && PageFrame.Reason(e) is not null);

    // Text in links is navigation more often than not.
    private static int TextIn(IElement element)
    {
        var length = 0;
        foreach (var text in element.GetDescendants().OfType<IText>())
        {
            if (text.ParentElement is { } parent && !PageFrame.IsSilent(parent) && parent.LocalName is not ("a" or "button" or "option"))
            {
                length += text.Data.AsSpan().Trim().Length;
            }
        }

        return length;
    }
}

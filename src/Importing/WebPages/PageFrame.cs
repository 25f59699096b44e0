using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PolicyArchive.Importing.WebPages;

/// <summary>Which elements of a page are its frame and not its text, by what they are and how they are called.</summary>
internal static partial class PageFrame
{
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.Ordinal, "script", "style", "template", "link", "meta", "noscript", "head", "base", "title", "iframe", "object", "embed", "canvas", "audio", "video", "svg", "math", "map", "input", "select", "textarea", "datalist");

    [GeneratedRegex(@"(?:^|[\s_-])(?<what>share|sharing|sharedaddy|social|addtoany|addthis|cookie|cookies|consent|gdpr|newsletter|subscribe|subscription|signup|mailchimp|related|recommended|recommendations|readmore|outbrain|taboola|comments?|respond|disqus|breadcrumbs?|promo|promotion|advert|advertisement|ads|adsbygoogle|sponsor|sponsored|sidebar|widget|menu|nav|navbar|navigation|pagination|toolbar|popup|modal|skip-link|screen-reader-text|sr-only|visually-hidden|noprint|donate|pullquote|pull-quote|jp-relatedposts|wp-block-buttons|paywall)(?:$|[\s_-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Called { get; }

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex Hidden { get; }

    /// <summary>Whether an element is called the standfirst, or stands in one that is.</summary>
    public static bool IsStandfirst(IElement element) =>
        element.ClassList.Concat(element.ParentElement?.ClassList ?? (IEnumerable<string>)[]).Any(c => c is "standfirst" or "dek" or "lede" or "article-summary" or "article__summary" or "entry-summary" or "post-excerpt" or "article-excerpt" or "chapo" or "teaser-text");

    /// <summary>Whether it has no text that a reader sees.</summary>
    public static bool IsSilent(IElement element) => Silent.Contains(element.LocalName);

    /// <summary>Why an element is no part of the text, or null.</summary>
    public static string? Reason(IElement element)
    {
        if (element.HasAttribute("hidden") || element.GetAttribute("style") is { } style && Hidden.IsMatch(style) || (element.GetAttribute("aria-hidden") == "true" && element.LocalName is not "a"))
        {
            return "hidden in the page";
        }

        return element.LocalName switch
        {
            "nav" => "navigation",
            "footer" when element.Closest("blockquote, figure") is null => "the page's foot",
            "form" or "button" or "dialog" or "menu" => "a form or button of the page",
            "aside" => "a box beside the text",
            _ => ByRole(element) ?? ByName(element),
        };
    }

    private static string? ByRole(IElement element) => element.GetAttribute("role") switch
    {
        "navigation" => "navigation",
        "search" or "dialog" or "alertdialog" => "a form or button of the page",
        "banner" or "contentinfo" => "the page's frame",
        "complementary" => "a box beside the text",
        _ => null,
    };

    private static string? ByName(IElement element)
    {
        // A whole page may be called `has-sidebar`, and an article `related-to-x`.
        if (element.LocalName is "body" or "html" or "main" or "article" or "p" or "h1" or "h2" or "h3" or "a" or "em" or "strong" or "table" or "tr" or "td")
        {
            return element.ClassList.Any(c => c is "pullquote" or "pull-quote" or "screen-reader-text" or "sr-only" or "visually-hidden") ? Words(element.ClassName!) : null;
        }

        return $"{element.ClassName} {element.Id}" is { Length: > 1 } names && Called.Match(names) is { Success: true } match ? Words(match.Groups["what"].Value) : null;
    }

    private static string Words(string name) => name.ToLowerInvariant() switch
    {
        "share" or "sharing" or "sharedaddy" or "social" or "addtoany" or "addthis" => "share buttons",
        "cookie" or "cookies" or "consent" or "gdpr" => "a cookie banner",
        "newsletter" or "subscribe" or "subscription" or "signup" or "mailchimp" => "a newsletter box",
        "related" or "recommended" or "recommendations" or "readmore" or "outbrain" or "taboola" or "jp-relatedposts" => "links to other pieces",
        "comment" or "comments" or "respond" or "disqus" => "readers' comments",
        "breadcrumb" or "breadcrumbs" or "menu" or "nav" or "navbar" or "navigation" or "pagination" => "navigation",
        "promo" or "promotion" or "advert" or "advertisement" or "ads" or "adsbygoogle" or "sponsor" or "sponsored" or "donate" or "paywall" => "an advertisement",
        var other when other.Contains("pull", StringComparison.Ordinal) => "a pull quote",
        var other when other.Contains("hidden", StringComparison.Ordinal) || other.Contains("sr-only", StringComparison.Ordinal) || other.Contains("screen-reader", StringComparison.Ordinal) => "a text for screen readers only",
        _ => "the page's frame",
    };
}

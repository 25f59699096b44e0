using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PolicyArchive.Tests.Markup;

/// <summary>What may stand in a text of ours, said once more and apart from the sanitiser.</summary>
internal static class SafeMarkup
{
    private static readonly HashSet<string> Elements =
    [
        .. "a abbr address aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6".Split(' '),
        .. "hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".Split(' '),
    ];

    private static readonly HashSet<string> Attributes =
    [
        .. "abbr alt colspan datetime dir href hreflang id lang open reversed rowspan scope span src start title value".Split(' '),
        .. "width height loading decoding rel translate".Split(' '),
    ];

    private static readonly string[] Schemes = ["http://", "https://", "mailto:", "tel:"];

    // Those of our own renderers, with every value they have.
    private static readonly Dictionary<string, string[]> Ours = new(StringComparer.Ordinal)
    {
        ["class"] = ["anchor", "external", "notes", "table", "align-right", "align-center"],
        ["role"] = ["region", "doc-endnotes", "doc-noteref", "doc-backlink"],
        ["tabindex"] = ["0"],
    };

    /// <summary>All that is wrong in the text of a page, as a browser reads it with and without scripting.</summary>
    public static IEnumerable<string> Faults(string html) => new[] { true, false }.SelectMany(isScripting =>
    {
        var document = new HtmlParser(new HtmlParserOptions { IsScripting = isScripting }).ParseDocument(html);
        return document.QuerySelectorAll(".prose *").SelectMany(Faults);
    });

    public static IEnumerable<string> Faults(IElement element)
    {
        if (element.NamespaceUri != NamespaceNames.HtmlUri || !Elements.Contains(element.LocalName))
        {
            yield return $"<{element.LocalName}>";
        }

        foreach (var attribute in element.Attributes)
        {
            var isFine = Ours.TryGetValue(attribute.Name, out var values) ? values.Contains(attribute.Value) || attribute.Value.StartsWith("language-", StringComparison.Ordinal)
                : attribute.Name == "aria-label" || Attributes.Contains(attribute.Name);
            if (!isFine || (attribute.Name == "href" && !IsFine(attribute.Value)) || (attribute.Name == "src" && (attribute.Value.StartsWith("//", StringComparison.Ordinal) || attribute.Value[0] != '/')))
            {
                yield return $"{attribute.Name}=\"{attribute.Value}\" on <{element.LocalName}>";
            }
        }
    }

    // By the scheme alone, as browsers judge: a host that nobody can have is a mistake, not a danger.
    private static bool IsFine(string href) =>
        href.StartsWith('#') || (href.StartsWith('/') && !href.StartsWith("//", StringComparison.Ordinal) && !href.StartsWith("/\\", StringComparison.Ordinal))
        || Schemes.Any(scheme => href.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
}

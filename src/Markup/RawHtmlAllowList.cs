using System.Collections.Frozen;

namespace PolicyArchive.Markup;

/// <summary>What raw HTML may hold. Ids, and the class names of our own renderers, are judged apart.</summary>
internal static class RawHtmlAllowList
{
    public static FrozenSet<string> Tags { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "a", "abbr", "address", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "details",
        "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p",
        "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "time", "tr", "u", "ul", "var", "wbr");

    public static FrozenSet<string> Attributes { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "abbr", "alt", "colspan", "datetime", "dir", "href", "hreflang", "lang", "open", "reversed", "rowspan", "scope", "span", "src", "start", "title", "value");

    public static FrozenSet<string> UriAttributes { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "href", "src");

    /// <summary>Elements whose content goes with them; of all other refused elements the text stays.</summary>
    public static FrozenSet<string> DroppedWhole { get; } = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "applet", "audio", "base", "button", "canvas", "datalist", "embed", "frame", "frameset", "head", "iframe", "input", "link", "math", "meta",
        "noembed", "noframes", "noscript", "object", "param", "plaintext", "script", "select", "style", "svg", "template", "textarea", "title", "video", "xmp");

    /// <summary>Those of them that have no content and no end tag.</summary>
    public static FrozenSet<string> Void { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "base", "embed", "frame", "input", "link", "meta", "param");
}

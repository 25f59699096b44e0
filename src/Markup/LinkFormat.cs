using System.Globalization;
using System.Net;

namespace PolicyArchive.Markup;

/// <summary>The attributes that fill the slot of a link or picture, encoded.</summary>
public static class LinkFormat
{
    public static string Link(string href, bool external) =>
        external ? $" href=\"{WebUtility.HtmlEncode(href)}\" class=\"external\" rel=\"external noopener\"" : $" href=\"{WebUtility.HtmlEncode(href)}\"";

    public static string Picture(string src, int width, int height) =>
        width > 0 && height > 0
            ? string.Create(CultureInfo.InvariantCulture, $" src=\"{WebUtility.HtmlEncode(src)}\" width=\"{width}\" height=\"{height}\"")
            : $" src=\"{WebUtility.HtmlEncode(src)}\"";
}

using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace PolicyArchive.Tests.Feeds;

/// <summary>What all feed formats ask for alike; written from the formats' texts, and knowing nothing of how feeds are made here.</summary>
internal static partial class FeedRules
{
    public static void Absolute(string? address, string where) =>
        Assert.True(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0, $"{where}: “{address}” is no absolute address");

    /// <summary>RFC 822, 5, with a year of four digits and a zone in numbers or GMT.</summary>
    public static void Rfc822(string text)
    {
        Assert.Matches(Rfc822Shape, text);
        var withColon = Regex.Replace(text, @"([+-]\d\d)(\d\d)$", "$1:$2");
        Assert.True(DateTimeOffset.TryParseExact(withColon, "ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), $"“{text}” is no day of the calendar, or its weekday is wrong");
    }

    public static void Rfc3339(string text)
    {
        Assert.Matches(Rfc3339Shape, text);
        Assert.True(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _), $"“{text}” is no instant");
    }

    /// <summary>The markup of an item, shown far from the site: parsed, every address absolute, nothing that runs.</summary>
    public static void Content(string html, string where)
    {
        Assert.NotEqual("", html.Trim());
        var body = Dom.Parse("<!doctype html><body>" + html).Body!;
        foreach (var element in body.QuerySelectorAll("[href], [src]"))
        {
            var address = element.GetAttribute("href") ?? element.GetAttribute("src")!;
            if (!address.StartsWith("mailto:", StringComparison.Ordinal) && !address.StartsWith("tel:", StringComparison.Ordinal))
            {
                Absolute(address, where);
            }
        }

        Harmless(body);
    }

    /// <summary>Nothing in a tree runs, restyles the page or leads a browser elsewhere by itself.</summary>
    public static void Harmless(IElement body)
    {
        Assert.Empty(body.QuerySelectorAll("script, style, iframe, frame, object, embed, applet, form, input, button, base, meta, link, svg, math, template, noscript"));
        foreach (var attribute in body.QuerySelectorAll("*").SelectMany(e => e.Attributes))
        {
            Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcset" or "srcdoc" or "action" or "formaction" or "ping" or "background" or "poster", $"{attribute.Name}=\"{attribute.Value}\"");
            Assert.False(attribute.Name is "href" or "src" or "cite" or "xlink:href" && Runs(attribute.Value), $"{attribute.Name}=\"{attribute.Value}\"");
        }
    }

    private static bool Runs(string value)
    {
        var bare = Dropped.Replace(value, "");
        return ((string[])["javascript:", "vbscript:", "data:", "file:", "blob:"]).Any(scheme => bare.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d ([+-]\d{4}|GMT)$")]
    private static partial Regex Rfc822Shape { get; }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Rfc3339Shape { get; }

    // What browsers drop before they look for a scheme.
    [GeneratedRegex(@"[\u0000-\u0020]")]
    private static partial Regex Dropped { get; }
}

using System.Globalization;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using PolicyArchive.Naming;

namespace PolicyArchive.Markup;

/// <summary>Passes a rendered text that holds raw HTML through one allow-list, its links and ids included.</summary>
internal sealed class Sanitising(Galley galley, RawTrace trace)
{
    /// <summary>What stands before a text while it is parsed.</summary>
    public const string Head = "<!doctype html><html><body>";

    /// <summary>Stands after it: where it is not found again, something swallowed the end.</summary>
    public const char End = '\uFDD3';

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsKeepingSourceReferences = true });

    private readonly RawLosses _losses = new(galley, trace);

    /// <summary>The safe markup, the numbers of its links in order of appearance, and its ids.</summary>
    public (Html Html, IReadOnlyList<int> Order, List<string> Ids) Sanitise()
    {
        using var document = Parser.ParseDocument(Head + trace.Html + End);
        _losses.Parsed(document);
        Sanitizer().SanitizeDom(document, document.Body);
        var isCutShort = !document.Body!.TextContent.Contains(End);
        var ids = new List<string>();
        foreach (var element in document.Body.QuerySelectorAll("*"))
        {
            Tidy(element);
            if (element.Parent is not null && element.Id is { Length: > 0 } id)
            {
                ids.Add(id);
            }
        }

        _losses.Report(isCutShort);
        var (html, order) = WithSlots(document.Body.ChildNodes.ToHtml(HtmlFormatter.Instance).Replace($"{End}", "", StringComparison.Ordinal));
        return (Html.OfMarked(html), order, [.. ids.Distinct()]);
    }

    private HtmlSanitizer Sanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = RawHtmlAllowList.Tags.Items.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = RawHtmlAllowList.Attributes.Items.ToHashSet(StringComparer.OrdinalIgnoreCase),
            UriAttributes = RawHtmlAllowList.UriAttributes.Items.ToHashSet(StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
            AllowDataAttributes = false,
        };
        sanitizer.RemovingTag += (_, e) => RefuseTag(e.Tag);
        sanitizer.RemovingAttribute += (_, e) => e.Cancel = !RefusesAttribute(e.Tag, e.Attribute);
        sanitizer.FilterUrl += (_, e) => e.SanitizedUrl = Address(e.Tag, e.OriginalUrl);
        return sanitizer;
    }

    private void RefuseTag(IElement element)
    {
        // What stands in an element that is gone is named with it.
        if (!element.Owner!.Body!.Contains(element))
        {
            return;
        }

        if (RawHtmlAllowList.DroppedWhole.Contains(element.LocalName) || element.NamespaceUri != NamespaceNames.HtmlUri)
        {
            element.TextContent = "";
        }
        else
        {
            _losses.Element(element);
        }
    }

    private bool RefusesAttribute(IElement element, IAttr attribute)
    {
        if (attribute.Value.StartsWith(Galley.OwnMark))
        {
            return false;
        }

        // Old pages name their parts by <a name="x">.
        var isName = attribute.Name == "name" && element.LocalName == "a" && !element.HasAttribute("id");
        if ((attribute.Name == "id" || isName) && ExplicitHeadingIds.IsPlainName(attribute.Value) && attribute.Value[0] != HeadingPlan.FrameMark && galley.Claim(attribute.Value))
        {
            if (isName)
            {
                element.SetAttribute("id", attribute.Value);
            }

            return isName;
        }

        // A refused address has a finding of its own.
        if (attribute.Name is not ("href" or "src"))
        {
            _losses.Attribute(element, attribute.Name);
        }

        return true;
    }

    // The address of a link or picture becomes the mark of its slot; every other address goes.
    private string? Address(IElement element, string url)
    {
        if (url.StartsWith(Html.SlotStart))
        {
            return url;
        }

        LinkKind? kind = element.LocalName switch { "a" => LinkKind.Page, "img" => LinkKind.Picture, _ => null };
        var name = kind == LinkKind.Page ? "href" : "src";
        if (kind is not { } some || element.GetAttribute(name) != url)
        {
            _losses.Attribute(element, element.GetAttribute("href") == url ? "href" : "src");
            return null;
        }

        var offset = _losses.OffsetIn(element, url.Length > 0 ? url : name);
        if (some == LinkKind.Picture && LinkScheme.IsElsewhere(url))
        {
            galley.Warn("LINK007", offset, "a picture on another site is left out, since pages load nothing from elsewhere", "save it beside the text, and name it here");
            return null;
        }

        return galley.Take(some, url, offset) is { } number ? Galley.Slot(number) : null;
    }

    private void Tidy(IElement element)
    {
        switch (element.LocalName)
        {
            case "a":
                element.RemoveAttribute("src");
                break;
            case "img":
                element.RemoveAttribute("href");
                if (!element.HasAttribute("src"))
                {
                    element.Replace(element.Owner!.CreateTextNode(element.GetAttribute("alt")?.TrimStart(Galley.OwnMark) ?? ""));
                    return;
                }

                if (!element.HasAttribute("alt"))
                {
                    galley.Warn("TEXT005", galley.OffsetOf(NumberOf(element.GetAttribute("src"))), "the picture has no alternative text", "give it an `alt`; an empty one says that the picture is decoration");
                    element.SetAttribute("alt", "");
                }

                element.SetAttribute("loading", "lazy");
                element.SetAttribute("decoding", "async");
                break;
            default:
                element.RemoveAttribute("href");
                element.RemoveAttribute("src");
                break;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Value.StartsWith(Galley.OwnMark))
            {
                attribute.Value = attribute.Value[1..];
            }
        }
    }

    private static int NumberOf(ReadOnlySpan<char> slot) => int.Parse(slot[1..^1], NumberStyles.None, CultureInfo.InvariantCulture);

    // ' href="MARK"' becomes the mark alone, numbered anew: elements may have moved, gone or been split.
    private static (string Html, List<int> Order) WithSlots(string html)
    {
        var result = new StringBuilder(html.Length);
        var order = new List<int>();
        var start = 0;
        for (var at = html.IndexOf(Html.SlotStart); at >= 0; at = html.IndexOf(Html.SlotStart, start))
        {
            var end = html.IndexOf(Html.SlotEnd, at);
            var attribute = html.LastIndexOf(' ', at);
            result.Append(html, start, attribute - start).Append(Galley.Slot(order.Count));
            order.Add(NumberOf(html.AsSpan(at, end + 1 - at)));
            start = end + 2;
        }

        return (result.Append(html, start, html.Length - start).ToString(), order);
    }
}

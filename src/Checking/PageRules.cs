using AngleSharp.Dom;
using PolicyArchive.Findings;

namespace PolicyArchive.Checking;

/// <summary>What is wrong in one page whatever stands in the others.</summary>
internal static class PageRules
{
    private const string References = "[aria-labelledby], [aria-describedby], [aria-controls], [aria-owns], label[for], [list], td[headers], th[headers]";
    private const string Fields = "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]), select, textarea";
    private const string Loading = "img[src], script[src], iframe[src], source[src], video[src], audio[src], embed[src], object[data], link[rel~=stylesheet], link[rel~=icon], link[rel~=preload], link[rel~=modulepreload]";

    private static readonly string[] ReferringAttributes = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "for", "list", "headers"];

    // Data for other programs, which no browser runs.
    private static readonly string[] DataTypes = ["application/ld+json", "application/json", "speculationrules", "importmap"];

    public static IEnumerable<Finding> Judge(Place place, IDocument document, string[] ids) =>
    [
        .. Ids(place, document, ids), .. Frame(place, document), .. Headings(place, document), .. Names(place, document), .. Policy(place, document),
    ];

    private static IEnumerable<Finding> Ids(Place place, IDocument document, string[] ids)
    {
        foreach (var twice in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Finding.Error("PAGE001", place, $"the id `{twice.Key}` stands {twice.Count()} times", "an id names one place");
        }

        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var element in document.QuerySelectorAll(References))
        {
            foreach (var name in ReferringAttributes.Where(a => a != "for" || element.LocalName is "label" or "output"))
            {
                foreach (var id in (element.GetAttribute(name) ?? "").Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Where(id => !known.Contains(id)))
                {
                    yield return Finding.Error("PAGE010", place, $"`{name}` names the id `{id}`, which is not in the page", "mend the template");
                }
            }
        }
    }

    private static IEnumerable<Finding> Frame(Place place, IDocument document)
    {
        if (string.IsNullOrEmpty(document.DocumentElement.GetAttribute("lang")))
        {
            yield return Finding.Error("PAGE004", place, "the page does not say its language", "add `lang` to the layout");
        }

        if (document.QuerySelectorAll("main:not([hidden])").Length > 1)
        {
            yield return Finding.Error("PAGE017", place, "the page has more than one `main`", "keep the one round the text");
        }

        foreach (var twice in document.QuerySelectorAll("[accesskey]").GroupBy(e => e.GetAttribute("accesskey")!, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            yield return Finding.Error("PAGE018", place, $"the key `{twice.Key}` is given {twice.Count()} times by `accesskey`", "a key leads to one place");
        }

        if (string.IsNullOrWhiteSpace(document.Title))
        {
            yield return Finding.Error("PAGE005", place, "the page has no title", "add one to the layout");
        }
    }

    private static IEnumerable<Finding> Headings(Place place, IDocument document)
    {
        var headings = document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToArray();
        var levels = headings.Select(h => h.LocalName[1] - '0').ToArray();
        if (levels.Count(level => level == 1) != 1)
        {
            yield return Finding.Error("PAGE002", place, $"the page has {levels.Count(level => level == 1)} first-level headings", "a page has one, its title");
        }

        for (var i = 1; i < levels.Length; i++)
        {
            if (levels[i] > levels[i - 1] + 1)
            {
                yield return Finding.Warning("PAGE003", place, $"a heading of level {levels[i]} follows one of level {levels[i - 1]}", "use the level between");
                break;
            }
        }

        foreach (var empty in headings.Where(h => !HasName(h)))
        {
            yield return Finding.Error("PAGE011", place, $"an `{empty.LocalName}` has no text", "write one, or remove it");
        }
    }

    private static IEnumerable<Finding> Names(Place place, IDocument document)
    {
        foreach (var image in document.QuerySelectorAll("img:not([alt])"))
        {
            yield return Finding.Error("PAGE006", place, $"the picture {image.GetAttribute("src")} has no alternative text", "say what it shows");
        }

        foreach (var link in document.QuerySelectorAll("a[href], button").Where(e => !HasName(e) && e.GetAttribute("aria-hidden") != "true"))
        {
            yield return Finding.Warning("PAGE012", place, link.LocalName == "a" ? $"the link to {link.GetAttribute("href")} has no text" : "a button has no text", "say what it is for");
        }

        foreach (var field in document.QuerySelectorAll(Fields).Where(f => !IsLabelled(f, document)))
        {
            yield return Finding.Error("PAGE013", place, $"the field `{field.GetAttribute("name") ?? field.LocalName}` has no label", "add a `label`, or `aria-label`");
        }
    }

    // The content policy that the site is served with, and its word that pages load nothing from elsewhere.
    private static IEnumerable<Finding> Policy(Place place, IDocument document)
    {
        foreach (var element in document.QuerySelectorAll(Loading))
        {
            var address = element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.GetAttribute("href") ?? "";
            if (address.StartsWith("//", StringComparison.Ordinal) || address.StartsWith("http:", StringComparison.OrdinalIgnoreCase) || address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
            {
                yield return Finding.Error("PAGE014", place, $"the page loads {address} from elsewhere", "put the file into the theme or the input folder");
            }
        }

        foreach (var element in document.All)
        {
            var handler = element.Attributes.FirstOrDefault(a => a.Name is "style" || a.Name.StartsWith("on", StringComparison.Ordinal) || a.Value.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
            if (handler is not null)
            {
                yield return Finding.Error("PAGE015", place, $"`{handler.Name}` on an `{element.LocalName}` is not run, since the content policy forbids code and styles in pages", "put it into a file of the theme");
            }
            else if (element.LocalName is "style" || (element.LocalName == "script" && !element.HasAttribute("src") && !DataTypes.Contains(element.GetAttribute("type") ?? "")))
            {
                yield return Finding.Error("PAGE015", place, $"a `{element.LocalName}` in the page is not run, since the content policy forbids code and styles in pages", "put it into a file of the theme");
            }
        }
    }

    private static bool HasName(IElement element) =>
        !string.IsNullOrWhiteSpace(element.TextContent) || !string.IsNullOrWhiteSpace(element.GetAttribute("aria-label"))
        || element.HasAttribute("aria-labelledby") || !string.IsNullOrWhiteSpace(element.GetAttribute("title"))
        || element.QuerySelectorAll("img[alt], [aria-label], svg title").Any(e => e.LocalName == "title" || !string.IsNullOrWhiteSpace(e.GetAttribute("alt") ?? e.GetAttribute("aria-label")));

    private static bool IsLabelled(IElement field, IDocument document) =>
        !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label")) || field.HasAttribute("aria-labelledby") || field.HasAttribute("title")
        || field.Closest("label") is not null || (field.Id is { Length: > 0 } id && document.QuerySelectorAll("label[for]").Any(l => l.GetAttribute("for") == id));
}

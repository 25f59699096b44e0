using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Checking;

/// <summary>Reads every finished page as a browser would, and says what a reader or a machine would trip over.</summary>
public sealed class SiteCheck(IEnumerable<string> paths, string folder)
{
    private readonly FrozenSet<string> _paths = paths.ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Finding> Check(IEnumerable<RenderedFile> pages)
    {
        var parsed = pages.AsParallel().Select(Parse).ToArray();
        var ids = parsed.ToFrozenDictionary(p => p.Path, p => p.Ids);
        return parsed.AsParallel().SelectMany(page => page.Findings.Concat(Links(page, ids)));
    }

    private sealed record Parsed(string Path, FrozenSet<string> Ids, string[] Links, Finding[] Findings);

    private static Parsed Parse(RenderedFile file)
    {
        using var stream = new MemoryStream(file.Bytes.ToArray());
        using var document = new HtmlParser().ParseDocument(stream);
        var ids = document.All.Select(e => e.Id).OfType<string>().Where(id => id.Length > 0).ToArray();
        var links = document.QuerySelectorAll("a[href], link[href], img[src], script[src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToArray();
        return new Parsed(file.Path, ids.ToFrozenSet(StringComparer.Ordinal), links, [.. Findings(file.Path, document, ids)]);
    }

    private static IEnumerable<Finding> Findings(string path, IDocument document, string[] ids)
    {
        var place = new Place(path);
        foreach (var twice in ids.GroupBy(i => i, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return Finding.Error("PAGE001", place, $"the id `{twice.Key}` stands {twice.Count()} times", "an id names one place");
        }

        var headings = document.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToArray();
        if (headings.Count(h => h == 1) != 1)
        {
            yield return Finding.Error("PAGE002", place, $"the page has {headings.Count(h => h == 1)} first-level headings", "a page has one, its title");
        }

        for (var i = 1; i < headings.Length; i++)
        {
            if (headings[i] > headings[i - 1] + 1)
            {
                yield return Finding.Warning("PAGE003", place, $"a heading of level {headings[i]} follows one of level {headings[i - 1]}", "use the level between");
                break;
            }
        }

        if (string.IsNullOrEmpty(document.DocumentElement.GetAttribute("lang")))
        {
            yield return Finding.Error("PAGE004", place, "the page does not say its language", "add `lang` to the layout");
        }

        if (string.IsNullOrWhiteSpace(document.Title))
        {
            yield return Finding.Error("PAGE005", place, "the page has no title", "add one to the layout");
        }

        foreach (var image in document.QuerySelectorAll("img:not([alt])"))
        {
            yield return Finding.Error("PAGE006", place, $"the picture {image.GetAttribute("src")} has no alternative text", "say what it shows");
        }
    }

    private IEnumerable<Finding> Links(Parsed page, FrozenDictionary<string, FrozenSet<string>> ids)
    {
        foreach (var link in page.Links.Distinct(StringComparer.Ordinal))
        {
            var hash = link.IndexOf('#', StringComparison.Ordinal);
            var (path, fragment) = hash < 0 ? (link, "") : (link[..hash], Uri.UnescapeDataString(link[(hash + 1)..]));
            if (path.Length > 0 && !path.StartsWith('/'))
            {
                continue;
            }

            var target = path.Length == 0 ? page.Path : Target(path);
            if (target is null || !_paths.Contains(target))
            {
                yield return Finding.Error("PAGE007", new Place(page.Path), $"the link {link} leads nowhere", "mend the template or the text");
            }
            else if (fragment.Length > 0 && ids.TryGetValue(target, out var known) && !known.Contains(fragment))
            {
                yield return Finding.Error("PAGE008", new Place(page.Path), $"the link {link} names a part that its page does not have", "mend the template or the text");
            }
        }
    }

    private string? Target(string path)
    {
        if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var local = Uri.UnescapeDataString(path[(folder.Length + 1)..]);
        return local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;
    }
}

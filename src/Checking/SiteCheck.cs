using System.Collections.Frozen;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Checking;

/// <summary>Reads every finished page as a browser would, and says what a reader or a machine would trip over.</summary>
/// <param name="paths">All files of the site, below the output folder.</param>
/// <param name="folder">The sub-folder the site is served from, without a closing slash.</param>
/// <param name="origin">Scheme and host of the site, so that its own whole addresses are known; or empty.</param>
public sealed class SiteCheck(IEnumerable<string> paths, string folder, string origin = "")
{
    private readonly FrozenSet<string> _paths = paths.ToFrozenSet(StringComparer.Ordinal);

    public IEnumerable<Finding> Check(IEnumerable<RenderedFile> pages)
    {
        RenderedFile[] files = [.. pages];
        var read = new FinishedPage[files.Length];
        Parallel.For(0, files.Length, i => read[i] = FinishedPage.Of(files[i]));
        var ids = read.ToFrozenDictionary(p => p.Path, p => p.Ids);
        var findings = new Finding[read.Length][];
        Parallel.For(0, read.Length, i => findings[i] = [.. read[i].Findings, .. Links(read[i], ids)]);
        return findings.SelectMany(of => of);
    }

    private IEnumerable<Finding> Links(FinishedPage page, FrozenDictionary<string, FrozenSet<string>> ids)
    {
        foreach (var link in page.Links.Distinct(StringComparer.Ordinal))
        {
            if (Local(link, page.Path) is not { } local)
            {
                continue;
            }

            var hash = local.IndexOf('#', StringComparison.Ordinal);
            var (path, fragment) = hash < 0 ? (local, "") : (local[..hash], Unescape(local[(hash + 1)..]));
            var target = Target(path.Split('?')[0]);
            if (target is null || !_paths.Contains(target))
            {
                yield return Finding.Error("PAGE007", new Place(page.Path), $"the link {link} leads nowhere", "mend the template or the text");
            }
            else if (fragment.Length > 0 && fragment != "top" && ids.TryGetValue(target, out var known) && !known.Contains(fragment))
            {
                yield return Finding.Error("PAGE008", new Place(page.Path), $"the link {link} names a part that its page does not have", "mend the template or the text");
            }
        }
    }

    /// <summary>The link as one from the host's root; null when it leaves the site.</summary>
    private string? Local(string link, string page)
    {
        if (origin.Length > 0 && link.StartsWith(origin + folder, StringComparison.OrdinalIgnoreCase) && (link.Length == origin.Length + folder.Length || link[origin.Length + folder.Length] is '/' or '?' or '#'))
        {
            var rest = link[origin.Length..];
            return rest == folder ? folder + "/" : rest;
        }

        if (link.StartsWith("//", StringComparison.Ordinal) || Uri.TryCreate(link, UriKind.Absolute, out var absolute) && !absolute.IsFile)
        {
            return null;
        }

        return link.StartsWith('/') ? link
            : link.Length == 0 || link[0] is '#' or '?' ? $"{folder}/{page}{link}"
            : new Uri(new Uri($"http://host{folder}/{page}"), link).PathAndQuery + new Uri(new Uri("http://host/"), link).Fragment;
    }

    private string? Target(string path)
    {
        if (!path.StartsWith(folder + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var local = Unescape(path[(folder.Length + 1)..]);
        return local.Length == 0 || local.EndsWith('/') ? local + "index.html" : local;
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text);
}

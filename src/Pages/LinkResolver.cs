using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>Decides where each link of a body leads: by file, by address, by slug, or out of the site.</summary>
internal sealed class LinkResolver
{
    private readonly Addresses _addresses;
    private readonly BaseUrl _base;
    private readonly Dictionary<string, SiteUrl> _pageOfSource = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (InputFile File, SiteUrl Url)> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Brief> _unpublished;
    private readonly Archive _archive;

    public LinkResolver(Addresses addresses, Archive archive, Manuscripts manuscripts, IEnumerable<(InputFile File, SiteUrl Url)> files)
    {
        _addresses = addresses;
        _archive = archive;
        _base = manuscripts.Settings.BaseUrl;
        foreach (var entry in archive.Entries)
        {
            _pageOfSource[entry.Brief.SourcePath] = entry.Url;
        }

        foreach (var prose in manuscripts.Prose)
        {
            _pageOfSource[prose.SourcePath] = prose.Url;
        }

        foreach (var file in files)
        {
            _files[file.File.RelativePath] = file;
        }

        _unpublished = archive.Unpublished.DistinctBy(b => b.SourcePath).ToDictionary(b => b.SourcePath, StringComparer.Ordinal);
    }

    /// <summary>The targets of an article's links, by slot. A broken link is an error and leads nowhere.</summary>
    public ImmutableArray<LinkTarget> Resolve(Article article, string sourcePath, SiteUrl page, List<Finding> findings)
    {
        if (article.Links.IsEmpty)
        {
            return [];
        }

        var targets = ImmutableArray.CreateBuilder<LinkTarget>(article.Links.Length);
        foreach (var link in article.Links)
        {
            targets.Add(Resolve(link, article, sourcePath, page, findings));
        }

        return targets.MoveToImmutable();
    }

    /// <summary>The file a writer names, beside the source or below the input folder; null when there is none.</summary>
    public (InputFile File, SiteUrl Url)? File(string name, string sourcePath) =>
        Join(sourcePath, name) is { } beside && _files.TryGetValue(beside, out var near) ? near
        : _files.TryGetValue(name.TrimStart('/').Normalize(), out var below) ? below
        : null;

    private LinkTarget Resolve(Link link, Article article, string sourcePath, SiteUrl page, List<Finding> findings)
    {
        var target = link.Target.Trim();
        if (target.StartsWith('#'))
        {
            return ToAnchor(link, target[1..], article, findings);
        }

        if (target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
        {
            return ToSlug(link, target["xref:".Length..], findings);
        }

        if (target.StartsWith("//", StringComparison.Ordinal))
        {
            return ToOtherSite(link, "https:" + target, findings);
        }

        if (HasScheme(target))
        {
            if (!IsOwn(target, out var own))
            {
                return ToOtherSite(link, target, findings);
            }

            target = own;
        }

        var (path, fragment) = Split(target);
        return ToPath(link, path, fragment, sourcePath, page, findings);
    }

    private static LinkTarget ToOtherSite(Link link, string address, List<Finding> findings)
    {
        if (link.Kind == LinkKind.Page)
        {
            return new LinkTarget.External(address);
        }

        findings.Add(Finding.Warning("LINK007", link.Place, $"the picture `{link.Target}` stands on another site, from which browsers load nothing here", "put the file beside the brief"));
        return new LinkTarget.RemotePicture(address);
    }

    private static LinkTarget.Anchor ToAnchor(Link link, string fragment, Article article, List<Finding> findings)
    {
        var id = Uri.UnescapeDataString(fragment);
        if (id.Length > 0 && id != "top" && !article.Anchors.Contains(id))
        {
            findings.Add(NoAnchor(link, id, article.Anchors));
        }

        return new LinkTarget.Anchor("#" + fragment);
    }

    private LinkTarget ToSlug(Link link, string target, List<Finding> findings)
    {
        var (name, fragment) = Split(target);
        if (Slug.TryParse(name, out var slug) && _archive.BySlug.TryGetValue(slug, out var entry))
        {
            return ToPage(link, _addresses.Find(entry.Url.Path)!, fragment, findings);
        }

        if (_archive.Unpublished.Any(b => b.Slug.Text == name))
        {
            findings.Add(Finding.Error("LINK004", link.Place, $"`xref:{name}` leads to a brief that is not published", "publish it, or remove the link"));
        }
        else
        {
            var near = Nearest.To(name, _archive.BySlug.Keys.Select(s => s.Text));
            findings.Add(Finding.Error("LINK002", link.Place, $"no brief has the slug `{name}`", near is null ? "use the slug of a brief, the last part of its address" : $"did you mean `xref:{near}`?"));
        }

        return Nowhere;
    }

    private LinkTarget ToPath(Link link, string rawPath, string fragment, string sourcePath, SiteUrl page, List<Finding> findings)
    {
        var path = Unescape(rawPath);
        var file = path.StartsWith('/') ? Join("", path[1..]) : Join(sourcePath, path);
        if (file is not null)
        {
            if (_pageOfSource.TryGetValue(file, out var url) && _addresses.Find(url.Path) is { } found)
            {
                return ToPage(link, found, fragment, findings);
            }

            if (_files.TryGetValue(file, out var asset))
            {
                return link.Kind == LinkKind.Picture
                    ? new LinkTarget.Picture(asset.Url, asset.File.Width, asset.File.Height)
                    : new LinkTarget.Internal(asset.Url, fragment);
            }

            if (_unpublished.ContainsKey(file))
            {
                findings.Add(Finding.Error("LINK004", link.Place, $"`{link.Target}` leads to a brief that is not published", "publish it, or remove the link"));
                return Nowhere;
            }
        }

        if (link.Kind == LinkKind.Page)
        {
            var address = path.StartsWith('/') ? path : Join(page.Path + "x", path) is { } joined ? "/" + joined : null;
            if (address is not null && _addresses.Find(address) is { } destination)
            {
                return ToPage(link, destination, fragment, findings);
            }
        }

        var kind = link.Kind == LinkKind.Picture ? "picture" : "file or address";
        var near = Nearest.To(path.Split('/')[^1], _pageOfSource.Keys.Concat(_files.Keys).Where(k => Folder(k) == Folder(file ?? "")).Select(k => k.Split('/')[^1]).Take(2000));
        findings.Add(Finding.Error(link.Kind == LinkKind.Picture ? "LINK005" : "LINK001", link.Place, $"there is no {kind} `{link.Target}`", near is null ? "a link names a file of the input folder, an address of the site, or `xref:slug`" : $"did you mean `{near}`?"));
        return Nowhere;
    }

    private static LinkTarget ToPage(Link link, Destination destination, string fragment, List<Finding> findings)
    {
        var id = fragment.Length > 1 ? Uri.UnescapeDataString(fragment[1..]) : "";
        if (id.Length > 0 && destination.Anchors is { } anchors && !anchors.Contains(id))
        {
            findings.Add(NoAnchor(link, id, anchors));
        }

        return link.Kind == LinkKind.Picture ? new LinkTarget.Picture(destination.Url, 0, 0) : new LinkTarget.Internal(destination.Url, fragment);
    }

    private static Finding NoAnchor(Link link, string id, IEnumerable<string> anchors)
    {
        var near = Nearest.To(id, anchors.Take(2000));
        return Finding.Error("LINK003", link.Place, $"`{link.Target}`: that page has no part `#{id}`", near is null ? "the parts of a page are its headings" : $"did you mean `#{near}`?");
    }

    private static LinkTarget.Anchor Nowhere { get; } = new("#");

    private bool IsOwn(string target, out string path)
    {
        path = "/";
        if (_base == BaseUrl.Unknown || !target.StartsWith(_base.Text, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = target[_base.Text.Length..];
        path = rest.Length == 0 ? "/" : rest;
        return path[0] is '/' or '#' or '?';
    }

    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && target.AsSpan(0, colon).IndexOfAny("/?#. ") < 0;
    }

    private static (string Path, string Fragment) Split(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : target[hash..];
        var path = hash < 0 ? target : target[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return (query < 0 ? path : path[..query], fragment);
    }

    private static string Unescape(string path) => Uri.UnescapeDataString(path).Normalize();

    private static string Folder(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    // "briefs/2016/x.md" and "../2018/y.md" make "briefs/2018/y.md"; null above the root.
    private static string? Join(string source, string relative)
    {
        var parts = new List<string>(Folder(source).Split('/', StringSplitOptions.RemoveEmptyEntries));
        var segments = relative.Split('/');
        foreach (var segment in segments)
        {
            if (segment is "" or ".")
            {
                continue;
            }

            if (segment != "..")
            {
                parts.Add(segment);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts) + (relative.EndsWith('/') && parts.Count > 0 ? "/" : "");
    }
}

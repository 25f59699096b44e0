using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>Decides where each link of a body leads: by file, by address, by slug, or out of the site.</summary>
internal sealed class LinkResolver(Addresses addresses, SourceIndex sources, SlugIndex slugs, BaseUrl site)
{
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>Whether a link, an attachment or an image has named a file.</summary>
    public bool IsUsed(InputFile file) => _used.ContainsKey(file.RelativePath);

    /// <summary>The targets of an article's links, by slot. A broken link is an error and leads nowhere.</summary>
    public ImmutableArray<LinkTarget> Resolve(Article article, string sourcePath, SiteUrl page, List<Finding> findings)
    {
        if (article.Links.IsEmpty)
        {
            return [];
        }

        var targets = ImmutableArray.CreateBuilder<LinkTarget>(article.Links.Length);
        var from = new Origin(sourcePath, page, new Lazy<Destination>(() => new Destination(page, article.Anchors.ToHashSet(StringComparer.Ordinal))), findings);
        foreach (var link in article.Links)
        {
            targets.Add(Resolve(link, from));
        }

        return targets.MoveToImmutable();
    }

    /// <summary>The file a writer names, beside the source or below the input folder; null when there is none.</summary>
    public SourceTarget.Copy? File(string name, string sourcePath)
    {
        var found = (LinkPath.Join(sourcePath, TextFold.Compose(name)) is { } beside ? sources.Find(beside) as SourceTarget.Copy : null)
            ?? sources.Find(TextFold.Compose(name.TrimStart('/'))) as SourceTarget.Copy;
        if (found is not null)
        {
            _used[found.File.RelativePath] = true;
        }

        return found;
    }

    /// <summary>The text in which links stand.</summary>
    /// <param name="Own">The page itself, with its parts.</param>
    private sealed record Origin(string SourcePath, SiteUrl Page, Lazy<Destination> Own, List<Finding> Findings);

    private LinkTarget Resolve(Link link, Origin from)
    {
        var target = link.Target.Trim();
        if (target.StartsWith('#'))
        {
            return ToAnchor(link, target, from);
        }

        if (target.StartsWith("xref:", StringComparison.OrdinalIgnoreCase))
        {
            return ToSlug(link, LinkPath.Of(target["xref:".Length..]), from.Findings);
        }

        if (target.StartsWith("//", StringComparison.Ordinal))
        {
            target = "https:" + target;
        }

        if (HasScheme(target))
        {
            return Own(target) is { } own ? ToPath(link, LinkPath.Of(own), from) : ToElsewhere(link, target, from.Findings);
        }

        return ToPath(link, LinkPath.Of(target), from);
    }

    // The site's own address, with or without the s of https.
    private string? Own(string target) => site.LocalPart(target) ?? (target.Split(':', 2) is [var scheme, var rest] && scheme.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        ? site.LocalPart("https:" + rest) ?? site.LocalPart("http:" + rest)
        : null);

    private static LinkTarget ToElsewhere(Link link, string address, List<Finding> findings)
    {
        if (OutwardAddress.Fault(address) is not { } fault)
        {
            return new LinkTarget.External(LinkPath.Tidy(address));
        }

        findings.Add(Finding.Error(fault.Code, link.Place, $"`{link.Target}` {fault.What}", fault.Hint));
        return Nowhere;
    }

    private static LinkTarget.Anchor ToAnchor(Link link, string target, Origin from)
    {
        var fragment = LinkPath.Of(target);
        if (fragment.Id is { Length: > 0 } id && id != "top" && !from.Own.Value.HasAnchor(id))
        {
            from.Findings.Add(NoAnchor(link, id, from.Own.Value));
        }

        return new LinkTarget.Anchor(fragment.Tail);
    }

    private LinkTarget ToSlug(Link link, LinkPath path, List<Finding> findings)
    {
        switch (slugs.Find(path.Path))
        {
            case SlugTarget.Published published:
                return ToPage(link, addresses.Find(published.Entry.Url.Path)!, path, findings);
            case SlugTarget.Unpublished:
                findings.Add(Finding.Error("LINK004", link.Place, $"`{link.Target}` leads to a brief that is not published", "publish it, or remove the link"));
                break;
            case null:
                findings.Add(Finding.Error("LINK002", link.Place, $"no brief has the slug `{path.Path}`", slugs.Nearest(path.Path) is { } near ? $"did you mean `xref:{near}`?" : "use the slug of a brief, the last part of its address"));
                break;
        }

        return Nowhere;
    }

    private LinkTarget ToPath(Link link, LinkPath path, Origin from)
    {
        if (path.Path.Length == 0 && link.Kind == LinkKind.Page && link.Target.Trim().Length > 0)
        {
            return new LinkTarget.Internal(from.Page, path.Tail);
        }

        var isRooted = path.Path.StartsWith('/');
        var file = LinkPath.Join(isRooted ? "" : from.SourcePath, path.Path);
        if (file is { Length: > 0 } && sources.Find(file) is { } exact)
        {
            return ToSource(link, exact, path, from.Findings);
        }

        if (link.Kind == LinkKind.Page)
        {
            var address = isRooted ? path.Path : LinkPath.Join(from.Page.Path + "x", path.Path) is { } joined ? "/" + joined : null;
            if (address is not null && (addresses.Find(address) ?? addresses.Find(site.WithoutFolder(address))) is { } destination)
            {
                return ToPage(link, destination, path, from.Findings);
            }

            if (file is not null && sources.FindWithoutEnding(file) is { } meant)
            {
                return ToSource(link, meant, path, from.Findings);
            }
        }

        from.Findings.Add(NoTarget(link, path, from.SourcePath));
        return Nowhere;
    }

    private LinkTarget ToSource(Link link, SourceTarget source, LinkPath path, List<Finding> findings)
    {
        switch (source)
        {
            case SourceTarget.Page page when addresses.Find(page.Url.Path) is { } destination:
                return ToPage(link, destination, path, findings);
            case SourceTarget.Copy copy:
                _used[copy.File.RelativePath] = true;
                if (link.Kind == LinkKind.Picture && PictureRules.Judge(copy.File, link.Place) is { } fault)
                {
                    findings.Add(fault);
                }

                return link.Kind == LinkKind.Picture
                    ? new LinkTarget.Picture(copy.Url, copy.File.Width, copy.File.Height)
                    : new LinkTarget.Internal(copy.Url, path.Tail);
            case SourceTarget.Unpublished:
                findings.Add(Finding.Error("LINK004", link.Place, $"`{link.Target}` leads to a text that is not published", "publish it, or remove the link"));
                return Nowhere;
            default:
                return Nowhere;
        }
    }

    private static LinkTarget ToPage(Link link, Destination destination, LinkPath path, List<Finding> findings)
    {
        if (link.Kind == LinkKind.Picture)
        {
            findings.Add(Finding.Error("LINK005", link.Place, $"`{link.Target}` is a page, not a picture", "name a picture, or make it a link"));
            return Nowhere;
        }

        if (path.Id is { Length: > 0 } id && !destination.HasAnchor(id))
        {
            findings.Add(NoAnchor(link, id, destination));
        }

        return new LinkTarget.Internal(destination.Url, path.Tail);
    }

    private Finding NoTarget(Link link, LinkPath path, string sourcePath)
    {
        var (code, kind) = link.Kind == LinkKind.Picture ? ("LINK005", "picture") : ("LINK001", "file or address");
        var hint = path.Path.Contains('\\', StringComparison.Ordinal) ? $"write it with `/`: `{link.Target.Replace('\\', '/')}`"
            : sources.Nearest(path.Path, sourcePath) is { } near ? $"did you mean `{near}`?" : "a link names a file of the input folder, an address of the site, or `xref:slug`";
        return Finding.Error(code, link.Place, path.Path.Length == 0 ? "the link leads nowhere" : $"there is no {kind} `{link.Target}`", hint);
    }

    private static Finding NoAnchor(Link link, string id, Destination destination) =>
        Finding.Error("LINK003", link.Place, $"`{link.Target}`: that page has no part `#{id}`", destination.NearestAnchor(id) is { } near ? $"did you mean `#{near}`?" : "the parts of a page are its headings");

    private static LinkTarget.Anchor Nowhere { get; } = new("#");

    private static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':', StringComparison.Ordinal);
        return colon > 1 && target.AsSpan(0, colon).IndexOfAny("/?#. ") < 0;
    }
}

using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>What stands on the site for a file of the input folder.</summary>
internal abstract record SourceTarget
{
    private SourceTarget()
    {
    }

    public sealed record Page(SiteUrl Url) : SourceTarget;

    public sealed record Copy(InputFile File, SiteUrl Url) : SourceTarget;

    /// <summary>A draft, or an embargoed brief.</summary>
    public sealed record Unpublished : SourceTarget;

    /// <summary>A file so faulty that nothing could be made of it; what is wrong there is already said.</summary>
    public sealed record Unread : SourceTarget;
}

/// <summary>The files of the input folder by their paths, as links name them.</summary>
internal sealed class SourceIndex
{
    private static readonly string[] LeftOut = [".md", ".markdown", "/index.md"];

    private readonly Dictionary<string, SourceTarget> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _firstOfName = new(StringComparer.Ordinal);
    private readonly NameIndex _names;

    public SourceIndex(Archive archive, Manuscripts manuscripts, IEnumerable<(InputFile File, SiteUrl Url)> files)
    {
        var isShown = manuscripts.Settings.ShowDrafts;
        foreach (var path in manuscripts.Unread)
        {
            _targets[path] = new SourceTarget.Unread();
        }

        foreach (var brief in archive.Unpublished)
        {
            _targets[brief.SourcePath] = new SourceTarget.Unpublished();
        }

        foreach (var entry in archive.Entries)
        {
            _targets[entry.Brief.SourcePath] = new SourceTarget.Page(entry.Url);
        }

        foreach (var prose in manuscripts.Prose)
        {
            _targets[prose.SourcePath] = prose.Draft && !isShown ? new SourceTarget.Unpublished() : new SourceTarget.Page(prose.Url);
        }

        foreach (var (file, url) in files)
        {
            _targets[file.RelativePath] = new SourceTarget.Copy(file, url);
        }

        foreach (var path in _targets.Where(t => t.Value is SourceTarget.Page or SourceTarget.Copy).Select(t => t.Key).Order(StringComparer.Ordinal))
        {
            _firstOfName.TryAdd(LinkPath.Name(path), path);
        }

        _names = new NameIndex(_firstOfName.Keys);
    }

    /// <summary>The file at a path below the input folder.</summary>
    public SourceTarget? Find(string path) => _targets.GetValueOrDefault(path);

    /// <summary>The Markdown file that a path means without its ending, or with that of the page other generators make of it.</summary>
    public SourceTarget? FindWithoutEnding(string path)
    {
        var bare = path.TrimEnd('/');
        bare = bare.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? bare[..^".html".Length] : bare;
        return bare.Length == 0 ? null : LeftOut.Select(ending => _targets.GetValueOrDefault(bare + ending)).FirstOrDefault(target => target is not null);
    }

    /// <summary>A file whose name is like that of <paramref name="path"/>, as a link in <paramref name="source"/> would name it.</summary>
    public string? Nearest(string path, string source)
    {
        if (_names.Nearest(LinkPath.Name(path.TrimEnd('/'))) is not { } name)
        {
            return null;
        }

        var sibling = path[..(path.TrimEnd('/').LastIndexOf('/') + 1)] + name;
        return LinkPath.Join(sibling.StartsWith('/') ? "" : source, sibling) is { } file && _targets.ContainsKey(file) ? sibling : "/" + _firstOfName[name];
    }
}

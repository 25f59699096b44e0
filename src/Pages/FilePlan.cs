using System.Collections.Immutable;
using PolicyArchive.Briefs;
using PolicyArchive.Markup;
using PolicyArchive.Naming;

namespace PolicyArchive.Pages;

/// <summary>
/// Which input files are copied, and to where: as they are, but those in a brief's own folder go beside its page, and
/// those that belong to drafts and embargoed briefs alone stay behind, so that these leave no trace.
/// </summary>
internal static class FilePlan
{
    public static ImmutableArray<(InputFile File, SiteUrl Url)> Of(Archive archive, Manuscripts manuscripts)
    {
        var folders = new Dictionary<string, SiteUrl?>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            if (BundleFolder(entry.Brief) is { } folder)
            {
                folders[folder] = entry.Url;
            }
        }

        foreach (var brief in archive.Unpublished)
        {
            if (BundleFolder(brief) is { } folder)
            {
                folders.TryAdd(folder, null);
            }
        }

        var withheld = archive.Unpublished.SelectMany(NamedFiles).ToHashSet(StringComparer.Ordinal);
        withheld.ExceptWith(archive.Entries.SelectMany(e => NamedFiles(e.Brief)));
        withheld.ExceptWith(manuscripts.Prose.Where(p => !p.Draft).SelectMany(p => NamedFiles(p.SourcePath, LinksOf(p.Body))));
        withheld.ExceptWith(manuscripts.Settings.Publisher.Logo is { } logo ? [logo.Text.TrimStart('/')] : []);
        var result = ImmutableArray.CreateBuilder<(InputFile, SiteUrl)>();
        foreach (var file in manuscripts.Files)
        {
            var owner = Owner(file.RelativePath, folders);
            if (withheld.Contains(file.RelativePath) || owner is { Page: null })
            {
                continue;
            }

            result.Add((file, owner is { Page: { IsPage: true } page, Folder: var folder }
                ? page.File(file.RelativePath[(folder.Length + 1)..])
                : SiteUrl.OfFile(file.RelativePath)));
        }

        return result.ToImmutable();
    }

    private static (string Folder, SiteUrl? Page)? Owner(string path, Dictionary<string, SiteUrl?> folders)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            if (folders.TryGetValue(path[..slash], out var page))
            {
                return (path[..slash], page);
            }
        }

        return null;
    }

    /// <summary>The folder that is a brief's own; null for a brief of one file.</summary>
    public static string? BundleFolder(Brief brief) =>
        Path.GetFileNameWithoutExtension(brief.SourcePath).Equals("index", StringComparison.OrdinalIgnoreCase) && LinkPath.Folder(brief.SourcePath) is { Length: > 0 } folder ? folder : null;

    private static IEnumerable<string> NamedFiles(Brief brief) => NamedFiles(
        brief.SourcePath,
        LinksOf(brief.Body).Concat(brief.Attachments.Select(a => a.File.Text)).Concat(brief.Image is { } image ? [image.File.Text] : []));

    private static IEnumerable<string> LinksOf(Article body) =>
        body.Links.Where(l => !l.Target.Contains(':', StringComparison.Ordinal)).Select(l => LinkPath.Of(l.Target).Path);

    // The files a text names, each as it would be beside the text and below the input folder.
    private static IEnumerable<string> NamedFiles(string sourcePath, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            yield return TextFold.Compose(name.TrimStart('/'));
            if (LinkPath.Join(sourcePath, TextFold.Compose(name)) is { } beside)
            {
                yield return beside;
            }
        }
    }
}

using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>All regular files of a folder, by path in ordinal order. Links that leave it, and devices, are refused by name.</summary>
internal sealed class FolderListing(string root, Func<string, Place> placeOf, List<Finding> findings)
{
    private const int MaxDepth = 40;

    public ImmutableArray<string> Files()
    {
        var files = ImmutableArray.CreateBuilder<string>();
        Walk("", 0, files);
        files.Sort(StringComparer.Ordinal);
        return files.ToImmutable();
    }

    /// <summary>Whether a name is never published nor read into: hidden, kept back, or of a tool's own folder.</summary>
    private static bool IsLeftOut(FileSystemInfo entry) =>
        entry.Name[0] == '.' || (entry.Name[0] == '_' && !DirectoryMetadata.IsMetadata(entry.Name)) || (entry is DirectoryInfo && entry.Name[0] == '_') || entry.Name == "node_modules";

    private void Walk(string folder, int depth, ImmutableArray<string>.Builder files)
    {
        if (depth > MaxDepth)
        {
            Refuse("FILE013", folder, $"folders are nested more than {MaxDepth} deep", "make them flatter");
            return;
        }

        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            var isLink = entry.LinkTarget is not null;
            if (IsLeftOut(entry))
            {
                continue;
            }

            if (entry.Name.Any(char.IsControl))
            {
                Refuse("FILE014", path, "the name of this file or folder holds a control character, such as the end of a line", "rename it");
            }
            else if (isLink && LinkFault(entry) is { } fault)
            {
                Refuse("FILE011", path, fault, "put the file itself here");
            }
            else if (entry.Name.Contains('\uFFFD', StringComparison.Ordinal) && !entry.Exists)
            {
                Refuse("FILE014", path, "the name of this file or folder is not valid UTF-8", "rename it");
            }
            else if (entry is DirectoryInfo)
            {
                Walk(path, depth + 1, files);
            }
            else if (!FileKind.IsRegular(entry.FullName, (entry as FileInfo)?.Length ?? 0, isLink))
            {
                Refuse("FILE011", path, "this is a pipe, a socket or a device, not a file", "remove it from the input folder");
            }
            else
            {
                files.Add(path);
            }
        }
    }

    // A link may lead to a file of this folder, so long as no folder on the way there is a link itself.
    private string? LinkFault(FileSystemInfo entry)
    {
        FileSystemInfo? target;
        try
        {
            target = entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            return "this link leads to itself";
        }

        if (target is not { Exists: true })
        {
            return "this link leads nowhere";
        }

        if (target is DirectoryInfo || Directory.Exists(target.FullName))
        {
            return "this link leads to a folder, and links to folders are not followed";
        }

        // Within the folder too there is what no reader may see: hidden files, and the texts of drafts.
        if (IsLeftOut(target) || (IsMarkdown(target.Name) && !IsMarkdown(entry.Name)))
        {
            return "this link leads to a file that is not published as it is";
        }

        for (var at = Path.GetDirectoryName(target.FullName); ; at = Path.GetDirectoryName(at))
        {
            if (at == root)
            {
                return null;
            }

            if (at is null || !at.StartsWith(root, StringComparison.Ordinal) || Path.GetFileName(at)[0] is '.' or '_' || new DirectoryInfo(at).LinkTarget is not null)
            {
                return "this link leaves the input folder";
            }
        }
    }

    private static bool IsMarkdown(string name) => name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase);

    private void Refuse(string code, string path, string message, string hint) => findings.Add(Finding.Error(code, placeOf(path), message, hint));
}

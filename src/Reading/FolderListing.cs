using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>All regular files of a folder, by path in ordinal order. Links that leave it, and devices, are refused by name.</summary>
internal sealed class FolderListing(string root, string display, List<Finding> findings)
{
    private const int MaxDepth = 40;

    public ImmutableArray<string> Files()
    {
        var files = ImmutableArray.CreateBuilder<string>();
        Walk("", 0, files);
        files.Sort(StringComparer.Ordinal);
        return files.ToImmutable();
    }

    private void Walk(string folder, int depth, ImmutableArray<string>.Builder files)
    {
        if (depth > MaxDepth)
        {
            findings.Add(Finding.Error("FILE013", new Place($"{display}/{folder}"), $"folders are nested more than {MaxDepth} deep", "make them flatter"));
            return;
        }

        foreach (var entry in new DirectoryInfo(Path.Combine(root, folder)).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            var path = folder.Length == 0 ? entry.Name : $"{folder}/{entry.Name}";
            if (entry.LinkTarget is not null && !StaysInside(entry, path))
            {
                continue;
            }

            if (entry is DirectoryInfo)
            {
                if (entry.Name is not (".git" or "node_modules") && entry.LinkTarget is null)
                {
                    Walk(path, depth + 1, files);
                }
            }
            else if (entry.UnixFileMode >= 0 && !IsRegular(entry))
            {
                findings.Add(Finding.Error("FILE011", new Place($"{display}/{path}"), "this is not a regular file", "remove it from the input folder"));
            }
            else
            {
                files.Add(path);
            }
        }
    }

    private bool StaysInside(FileSystemInfo entry, string path)
    {
        FileSystemInfo? target;
        try
        {
            target = entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            target = null;
        }

        if (target is { Exists: true } and FileInfo && target.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return true;
        }

        findings.Add(Finding.Error("FILE011", new Place($"{display}/{path}"), "this link leaves the input folder, leads nowhere or to a folder", "put the file itself here"));
        return false;
    }

    private static bool IsRegular(FileSystemInfo entry) =>
        (entry.Attributes & FileAttributes.Device) == 0 && (!OperatingSystem.IsLinux() || (entry.Attributes & FileAttributes.Normal) != 0 || entry.Attributes is FileAttributes.ReadOnly or FileAttributes.Hidden || (entry.Attributes & FileAttributes.System) == 0);
}

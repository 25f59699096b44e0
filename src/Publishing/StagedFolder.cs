using System.Collections.Concurrent;

namespace PolicyArchive.Publishing;

/// <summary>The folder in which a new site is made: empty at first, or the twin of the published one.</summary>
internal sealed class StagedFolder(string root, Twin? twin)
{
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);

    public string Root => root;

    public Twin? Twin => twin;

    public string At(string relativePath) => Path.Join(root, relativePath);

    /// <summary>Sees to it that a file can be made there: its folder stands, and nothing else at its place.</summary>
    public void MakeRoom(string relativePath)
    {
        var path = At(relativePath);
        var folder = Path.GetDirectoryName(path)!;
        if (!_folders.ContainsKey(folder))
        {
            MakeFolder(folder);
            _folders.TryAdd(folder, 0);
        }

        if (twin is not null && FileStamp.Of(path) is { } there)
        {
            Remove(path, there);
        }
    }

    /// <summary>Removes what stands there, unless it is a folder or nothing.</summary>
    public void RemoveFile(string relativePath)
    {
        if (FileStamp.Of(At(relativePath)) is { IsFolder: false })
        {
            File.Delete(At(relativePath));
        }
    }

    private void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (IOException) when (twin is not null)
        {
            // An earlier site had a file where this one has a folder.
            for (var above = folder; above.Length > root.Length; above = Path.GetDirectoryName(above)!)
            {
                if (FileStamp.Of(above) is { IsFolder: false })
                {
                    File.Delete(above);
                }
            }

            Directory.CreateDirectory(folder);
        }
    }

    // Never written to: it may be a second name of a published file.
    private static void Remove(string path, FileStamp there)
    {
        if (there.IsFolder)
        {
            Directory.Delete(path, recursive: true);
        }
        else
        {
            File.Delete(path);
        }
    }
}

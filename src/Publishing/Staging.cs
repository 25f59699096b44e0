using System.Collections.Concurrent;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>A site in the making, beside the published one. Files may be written from many threads.</summary>
public sealed class Staging : IDisposable
{
    private readonly OutputFolder _output;
    private readonly StagingLock _lock;
    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);
    private readonly bool _isFirst;

    internal Staging(OutputFolder output, StagingLock held)
    {
        (_output, _lock) = (output, held);
        _isFirst = !Directory.Exists(output.FullPath);
    }

    /// <summary>How many files have been written so far.</summary>
    public int Count => _paths.Count;

    /// <exception cref="MachineFailure">The disk is full, or the folder cannot be written.</exception>
    public void Write(RenderedFile file) => Put(file.Path, path =>
    {
        if (!_isFirst && UnchangedFile.TryKeep(Path.Join(_output.FullPath, file.Path), path, file))
        {
            return;
        }

        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        if (file.Parts is [var whole])
        {
            RandomAccess.Write(handle, whole.Span, 0);
        }
        else
        {
            RandomAccess.Write(handle, file.Parts, 0);
        }
    });

    /// <param name="source">A path on disk.</param>
    /// <param name="relativePath">Below the output folder, with forward slashes.</param>
    /// <exception cref="MachineFailure">The file cannot be read, the disk is full, or the folder cannot be written.</exception>
    public void Copy(string source, string relativePath) => Put(relativePath, path =>
    {
        if (!_isFirst && UnchangedFile.TryKeep(Path.Join(_output.FullPath, relativePath), path, source))
        {
            return;
        }

        File.Copy(source, path);
        if (!OperatingSystem.IsWindows())
        {
            // A copy takes its source's permissions along; a file that its writer locked must still be served and replaced.
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    });

    /// <summary>Puts the new site in the place of the old in one step; the old one goes with <see cref="Dispose"/>.</summary>
    /// <exception cref="MachineFailure">The exchange failed: the old site stands untouched.</exception>
    public void Commit()
    {
        var old = _output.FullPath;
        Try($"cannot publish {_output.Shown}", () =>
        {
            File.WriteAllBytes(Path.Join(_lock.Folder, OwnershipMark.FileName), OwnershipMark.Write(_paths.Keys));
            if (Directory.Exists(old))
            {
                if (OutputRules.FirstForeignFile(old) is { } foreign)
                {
                    throw new MachineFailure($"{Path.Join(_output.Shown, foreign.Path)} appeared while the site was built and is not of this program's making; nothing was published");
                }

                KeepMode(old, _lock.Folder);
            }

            FolderExchange.Put(_lock.Folder, old);
        });
    }

    /// <summary>Deletes what is left beside the output: the unpublished site, or after <see cref="Commit"/> the old one.</summary>
    public void Dispose() => Try($"cannot remove {_lock.Folder}", _lock.Dispose);

    private void Put(string relativePath, Action<string> write)
    {
        if (Path.IsPathRooted(relativePath) || relativePath.Split('/').Any(name => name is "" or "." or "..") || relativePath == OwnershipMark.FileName)
        {
            throw new ArgumentException($"`{relativePath}` is not a path below the output folder", nameof(relativePath));
        }

        if (!_paths.TryAdd(relativePath, 0))
        {
            throw new InvalidOperationException($"`{relativePath}` is written twice");
        }

        Try($"cannot write {_output.Shown}/{relativePath}", () =>
        {
            var path = Path.Join(_lock.Folder, relativePath);
            var folder = Path.GetDirectoryName(path)!;
            if (!_folders.ContainsKey(folder))
            {
                Directory.CreateDirectory(folder);
                _folders.TryAdd(folder, 0);
            }

            write(path);
        });
    }

    private static void KeepMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    private static void Try(string doing, Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While(doing, e);
        }
        catch (AggregateException e) when (e.InnerExceptions.All(MachineFailure.Is))
        {
            throw MachineFailure.While(doing, e.InnerExceptions[0]);
        }
    }
}

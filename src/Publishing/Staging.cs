using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>A site in the making, beside the published one. Files may be written from many threads.</summary>
public sealed class Staging : IDisposable
{
    private const int CopiedAtOnce = 1 << 20;

    private readonly OutputFolder _output;
    private readonly StagingLock _lock;
    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _folders = new(StringComparer.Ordinal);
    private readonly bool _isFirst;

    // Files are written under its reading side, by many threads; what must find no one writing takes the other.
    private readonly ReaderWriterLockSlim _gate = new();
    private bool _isCleared;

    internal Staging(OutputFolder output, StagingLock held)
    {
        (_output, _lock) = (output, held);
        _isFirst = !Directory.Exists(output.FullPath);
    }

    /// <summary>How many files have been written so far.</summary>
    public int Count => _paths.Count;

    /// <summary>Warnings of what could not be removed beside the output; known after <see cref="Dispose"/>.</summary>
    public ImmutableArray<Finding> Leftovers { get; private set; } = [];

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

    /// <param name="source">Open for reading; it is not closed.</param>
    /// <param name="planned">The file as it was when the site was planned: its pages say how long it is.</param>
    /// <param name="relativePath">Below the output folder, with forward slashes.</param>
    /// <exception cref="MachineFailure">The file has changed since, the disk is full, or the folder cannot be written.</exception>
    public void Copy(SafeFileHandle source, InputFile planned, string relativePath)
    {
        RefuseChanged(source, planned);
        Put(relativePath, path =>
        {
            if (_isFirst || !UnchangedFile.TryKeep(Path.Join(_output.FullPath, relativePath), path, source))
            {
                Copy(source, planned, new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0));
            }
        });
        RefuseChanged(source, planned);
    }

    /// <summary>Puts the new site in the place of the old in one step; the old one goes with <see cref="Dispose"/>.</summary>
    /// <exception cref="MachineFailure">The exchange failed: the old site stands untouched.</exception>
    public void Commit()
    {
        _gate.EnterWriteLock();
        try
        {
            Try($"cannot publish {_output.Shown}", Exchange);
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>
    /// Deletes what is left beside the output: the unpublished site, or after <see cref="Commit"/> the old one. What
    /// cannot be deleted is among the <see cref="Leftovers"/>: it takes nothing from the site that stands.
    /// </summary>
    public void Dispose()
    {
        _gate.EnterWriteLock();
        try
        {
            Clear();
        }
        finally
        {
            _gate.ExitWriteLock();
        }
    }

    /// <summary>As <see cref="Dispose"/>, and from now on all threads that write wait: the program is about to end.</summary>
    public void Abandon()
    {
        _gate.EnterWriteLock();

        // Of the pool's threads, all may be among those that wait.
        Clear(threads: 1);
    }

    private void Clear(int threads = -1)
    {
        if (!_isCleared)
        {
            _isCleared = true;
            Leftovers = _lock.Remove(_output.FullPath, threads) is { } leftover ? [leftover.Finding] : [];
        }
    }

    private void Exchange()
    {
        var old = _output.FullPath;
        OwnershipMark.Write(_lock.Folder, _paths.Keys);
        if (Directory.Exists(old))
        {
            if (OutputRules.FirstForeignFile(old) is { } foreign)
            {
                throw new MachineFailure($"{Path.Join(_output.Shown, foreign.Path)} appeared while the site was built and is not of this program's making; nothing was published");
            }

            KeepMode(old, _lock.Folder);
        }

        FolderExchange.Put(_lock.Folder, old);
    }

    private static void Copy(SafeFileHandle source, InputFile planned, FileStream copy)
    {
        using (copy)
        {
            var chunk = new byte[Math.Clamp(planned.Length, 1, CopiedAtOnce)];
            for (var offset = 0L; RandomAccess.Read(source, chunk, offset) is > 0 and var read; offset += read)
            {
                copy.Write(chunk, 0, read);
            }
        }

        // What copies the site onward goes by it.
        File.SetLastWriteTimeUtc(copy.Name, planned.Changed);
    }

    private static void RefuseChanged(SafeFileHandle source, InputFile planned)
    {
        if (RandomAccess.GetLength(source) != planned.Length || File.GetLastWriteTimeUtc(source) != planned.Changed)
        {
            throw new MachineFailure($"{planned.Place.File} changed while the site was built; nothing was published; build again");
        }
    }

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

        _gate.EnterReadLock();
        try
        {
            Try($"cannot write {_output.Shown}/{relativePath}", () => PutInFolder(relativePath, write));
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    private void PutInFolder(string relativePath, Action<string> write)
    {
        var path = Path.Join(_lock.Folder, relativePath);
        var folder = Path.GetDirectoryName(path)!;
        if (!_folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            _folders.TryAdd(folder, 0);
        }

        write(path);
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

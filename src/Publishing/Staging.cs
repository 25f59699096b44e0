using System.Collections.Immutable;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>A site in the making, beside the published one. Files may be written from many threads.</summary>
public sealed class Staging : IDisposable
{
    private readonly OutputFolder _output;
    private readonly StagingLock _lock;
    private readonly SiteMemory? _memory;
    private readonly StagedFolder _folder;
    private readonly EarlierSites? _earlier;
    private readonly SiteInMaking _site = new();
    private readonly bool _isFirst;

    // Files are written under its reading side, by many threads; what must find no one writing takes the other.
    private readonly ReaderWriterLockSlim _gate = new();
    private List<string> _sorted = [];
    private SiteRecord? _record;
    private bool _isCleared;

    private Staging(OutputFolder output, StagingLock held, SiteMemory? memory, Twin? twin, ImmutableArray<Finding> leftovers)
    {
        (_output, _lock, _memory, Leftovers) = (output, held, memory, leftovers);
        _isFirst = !Directory.Exists(output.FullPath);
        _folder = new StagedFolder(held.Folder, twin);
        var published = memory?.Find(output.FullPath);
        _earlier = published is null && twin is null ? null : new EarlierSites(_folder, published);
    }

    /// <summary>How many files have been written or kept so far.</summary>
    public int Count => _site.Count;

    /// <summary>The length of all of them.</summary>
    public long Bytes => _site.Bytes;

    /// <summary>Warnings of what could not be removed beside the output; known after <see cref="Dispose"/>.</summary>
    public ImmutableArray<Finding> Leftovers { get; private set; }

    /// <summary>Opens the twin of the published site, or an empty folder where there is none that could become the next site.</summary>
    internal static Staging Open(OutputFolder output, SiteMemory? memory)
    {
        if (memory is null || !Directory.Exists(output.FullPath))
        {
            return new Staging(output, StagingLock.Take(output.FullPath), memory, null, []);
        }

        var isTwin = false;
        var held = StagingLock.Take(output.FullPath, folder => isTwin = memory.TryTakeTwin(folder));
        var twin = isTwin ? Twin.Open(held.Folder, memory) : null;
        return isTwin && twin is null
            ? new Staging(output, StagingLock.Take(output.FullPath), memory, null, held.Remove(output.FullPath) is { } leftover ? [leftover.Finding] : [])
            : new Staging(output, held, memory, twin, []);
    }

    /// <summary>
    /// Whether all files of a unit are in the new site already, from an earlier one where it was made from the same things.
    /// If not, they are to be written.
    /// </summary>
    /// <exception cref="MachineFailure">The folder cannot be written.</exception>
    public bool IsKept(WorkUnit unit)
    {
        if (_memory is null)
        {
            return false;
        }

        FileRecord[]? kept = null;
        WhileOpen($"cannot write {_output.Shown}/{unit.Folder}", () => kept = _earlier?.Keep(unit));
        if (kept is null)
        {
            _site.Begin(unit);
            return false;
        }

        _site.Keep(unit, kept);
        return true;
    }

    /// <exception cref="MachineFailure">The disk is full, or the folder cannot be written.</exception>
    public void Write(RenderedFile file) => Write(null, file);

    /// <param name="unit">What it was made with, after <see cref="IsKept"/> has denied that.</param>
    /// <inheritdoc cref="Write(RenderedFile)"/>
    public void Write(WorkUnit? unit, RenderedFile file) => Put(unit, file.Path, file.Length, FileSum.Of(file), (published, path) => UnchangedFile.TryKeep(published, path, file), path => StagedFile.Write(path, file));

    /// <param name="source">Open for reading; it is not closed.</param>
    /// <param name="planned">The file as it was when the site was planned: its pages say how long it is.</param>
    /// <param name="relativePath">Below the output folder, with forward slashes.</param>
    /// <exception cref="MachineFailure">The file has changed since, the disk is full, or the folder cannot be written.</exception>
    public void Copy(SafeFileHandle source, InputFile planned, string relativePath)
    {
        StagedFile.RefuseChanged(source, planned);
        var sum = default(FileSum);
        Try($"cannot read what becomes {relativePath}", () => sum = FileSum.Of(source));
        Put(null, relativePath, planned.Length, sum, (published, path) => UnchangedFile.TryKeep(published, path, source), path => StagedFile.Copy(path, source, planned));
        StagedFile.RefuseChanged(source, planned);
    }

    /// <summary>Writes the list of what every file so far is to hold.</summary>
    /// <exception cref="MachineFailure">The disk is full, or the folder cannot be written.</exception>
    public void WriteChecksums()
    {
        var (paths, sums) = _site.Sorted();
        var list = Checksums.Render(paths, sums);
        Write(list);

        // Sorting them takes longer than writing them.
        _sorted = [.. paths];
        _sorted.Insert(~_sorted.BinarySearch(list.Path, StringComparer.Ordinal), list.Path);
    }

    /// <summary>Puts the new site in the place of the old in one step; the old one goes with <see cref="Dispose"/>.</summary>
    /// <exception cref="MachineFailure">The exchange failed: the old site stands untouched.</exception>
    public void Commit()
    {
        _gate.EnterWriteLock();
        try
        {
            Try($"cannot publish {_output.Shown}", Exchange);
            Remember();
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
            Leftovers = _lock.Remove(_output.FullPath, threads) is { } leftover ? [.. Leftovers, leftover.Finding] : Leftovers;
        }
    }

    private void Exchange()
    {
        var old = _output.FullPath;
        var folders = _site.Folders();
        _folder.Twin?.RemoveAllBut(_site, folders, _folder);
        OwnershipMark.Write(_lock.Folder, _sorted.Count == _site.Count ? _sorted : _site.Sorted().Paths);
        if (Directory.Exists(old))
        {
            if (OutputRules.FirstForeignFile(old, _memory) is { } foreign)
            {
                throw new MachineFailure($"{Path.Join(_output.Shown, foreign.Path)} appeared while the site was built and is not of this program's making; nothing was published");
            }

            KeepMode(old, _lock.Folder);
        }

        _record = _memory is null ? null : _site.Record(_lock.Folder, folders);
        if (_folder.Twin?.Became(_record!) == false)
        {
            // With it, what it does not list would be someone else's.
            File.Delete(Path.Join(_lock.Folder, OwnershipMark.FileName));
            throw new MachineFailure($"what was kept of an earlier site for {_output.Shown} is damaged; nothing was published; build again");
        }

        FolderExchange.Put(_lock.Folder, old);
    }

    // What goes wrong here makes the next build dearer, and nothing else.
    private void Remember()
    {
        if (_record is null)
        {
            return;
        }

        _memory!.Keep(_record);
        if (_memory.Find(_lock.Folder) is { } old && old.HoldsNothingElse())
        {
            _memory.KeepTwin(_lock.Folder);
        }

        Leftovers = [.. Leftovers, .. _memory.Tidy(_output.FullPath)];
    }

    private void Put(WorkUnit? unit, string relativePath, long length, FileSum sum, Func<string, string, bool> keep, Action<string> write)
    {
        // Without a memory no unit is begun.
        unit = _memory is null ? null : unit;
        var folder = unit?.Folder ?? "";
        if (!IsBelow(relativePath) || !relativePath.StartsWith(folder, StringComparison.Ordinal))
        {
            throw new ArgumentException($"`{relativePath}` is not a path below the output folder, or not below that of its unit", nameof(relativePath));
        }

        _site.Claim(relativePath);
        var stamp = default(FileStamp);
        WhileOpen($"cannot write {_output.Shown}/{relativePath}", () => stamp = Put(unit, relativePath, sum, keep, write));
        _site.Add(unit, new FileRecord(relativePath[folder.Length..], stamp, sum), length);
    }

    private FileStamp Put(WorkUnit? unit, string relativePath, FileSum sum, Func<string, string, bool> keep, Action<string> write)
    {
        var isOther = false;
        if (_earlier?.Keep(unit, relativePath, sum, out isOther) is { } stamp)
        {
            return stamp;
        }

        var path = _folder.At(relativePath);
        _folder.MakeRoom(relativePath);
        if (_isFirst || isOther || !keep(Path.Join(_output.FullPath, relativePath), path))
        {
            write(path);
        }

        return _memory is null ? default : FileStamp.Of(path) ?? default;
    }

    private static bool IsBelow(string path) =>
        !Path.IsPathRooted(path) && path != OwnershipMark.FileName && !path.Split('/').Any(name => name is "" or "." or "..");

    private void WhileOpen(string doing, Action act)
    {
        _gate.EnterReadLock();
        try
        {
            Try(doing, act);
        }
        finally
        {
            _gate.ExitReadLock();
        }
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

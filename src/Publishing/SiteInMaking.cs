using System.Collections.Concurrent;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>What a new site holds so far. Told from many threads.</summary>
internal sealed class SiteInMaking
{
    private readonly ConcurrentDictionary<string, byte> _paths = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, UnitInMaking> _units = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<FileRecord> _loose = new();
    private long _bytes;

    public int Count => _paths.Count;

    public long Bytes => Interlocked.Read(ref _bytes);

    public bool Has(string path) => _paths.ContainsKey(path);

    /// <summary>Whether a unit was taken over with just these files.</summary>
    public bool HasKept(string unit, FileRecord[] files) => _units.TryGetValue(unit, out var known) && ReferenceEquals(known.Kept, files);

    /// <exception cref="InvalidOperationException">It is there already.</exception>
    public void Claim(string path)
    {
        if (!_paths.TryAdd(path, 0))
        {
            throw new InvalidOperationException($"`{path}` is written twice");
        }
    }

    public void Begin(WorkUnit unit) => Add(unit, new UnitInMaking(unit));

    public void Keep(WorkUnit unit, FileRecord[] files)
    {
        Add(unit, new UnitInMaking(unit) { Kept = files });
        foreach (var file in files)
        {
            Claim(unit.Folder + file.Path);
        }

        Interlocked.Add(ref _bytes, files.Sum(file => file.Stamp.Length));
    }

    public void Add(WorkUnit? unit, FileRecord file, long length)
    {
        Interlocked.Add(ref _bytes, length);
        if (unit is null)
        {
            _loose.Enqueue(file);
            return;
        }

        var files = _units[unit.Value.Name].Made;
        lock (files)
        {
            files.Add(file);
        }
    }

    /// <summary>All files by their paths, in ordinal order.</summary>
    public (string[] Paths, FileSum[] Sums) Sorted()
    {
        var (paths, sums) = (new List<string>(Count), new List<FileSum>(Count));
        foreach (var file in _loose)
        {
            paths.Add(file.Path);
            sums.Add(file.Sum);
        }

        foreach (var unit in _units.Values)
        {
            foreach (var file in unit.Files)
            {
                paths.Add(unit.Unit.Folder + file.Path);
                sums.Add(file.Sum);
            }
        }

        (string[] Paths, FileSum[] Sums) sorted = ([.. paths], [.. sums]);
        Array.Sort(sorted.Paths, sorted.Sums, StringComparer.Ordinal);
        return sorted;
    }

    /// <summary>The names in each of its folders, by its path with a closing slash.</summary>
    public IReadOnlyDictionary<string, ulong> Folders() => FolderNames.Of(_paths.Keys.Append(OwnershipMark.FileName));

    /// <summary>A record of the site, to be taken when nothing will change in its folder any more.</summary>
    /// <param name="names">Its <see cref="Folders"/>.</param>
    public SiteRecord Record(string folder, IReadOnlyDictionary<string, ulong> names)
    {
        var taken = FileStamp.Now;
        var folders = new ConcurrentDictionary<string, FolderRecord>(StringComparer.Ordinal);
        Parallel.ForEach(names, name => folders[name.Key] = new FolderRecord(FileStamp.Of(Path.Join(folder, name.Key)) ?? default, name.Value));
        return new SiteRecord
        {
            Mark = FileStamp.Of(Path.Join(folder, OwnershipMark.FileName)) ?? default,
            Taken = taken,
            Folders = folders,
            Units = _units.ToDictionary(unit => unit.Key, unit => new UnitRecord(unit.Value.Unit.Print, unit.Value.Unit.Folder, unit.Value.Files), StringComparer.Ordinal),
            Loose = _loose.ToDictionary(file => file.Path, StringComparer.Ordinal),
        };
    }

    private void Add(WorkUnit unit, UnitInMaking made)
    {
        if (!_units.TryAdd(unit.Name, made))
        {
            throw new InvalidOperationException($"the unit `{unit.Name}` is made twice");
        }
    }

    private sealed record UnitInMaking(WorkUnit Unit)
    {
        public FileRecord[]? Kept { get; init; }

        public List<FileRecord> Made { get; } = new(0);

        public FileRecord[] Files => Kept ?? [.. Made];
    }
}

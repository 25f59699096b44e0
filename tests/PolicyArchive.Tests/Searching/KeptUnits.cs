using System.Collections.Concurrent;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Searching;

namespace PolicyArchive.Tests.Searching;

/// <summary>The files of one index after another, as an output folder holds them: those of a unit that is the same are not taken again.</summary>
internal sealed class KeptUnits
{
    private Dictionary<string, (UInt128 Print, string Folder, RenderedFile[] Files)> _units = [];

    /// <summary>The names of the units that the last index made anew.</summary>
    public string[] Made { get; private set; } = [];

    /// <summary>The files of an index, by their paths, with what is in them.</summary>
    public SortedDictionary<string, string> Write(SitePlan plan, KeptPack? pack = null)
    {
        var made = new ConcurrentDictionary<string, ConcurrentQueue<RenderedFile>>(StringComparer.Ordinal);
        var asked = new ConcurrentDictionary<string, WorkUnit>(StringComparer.Ordinal);
        var index = SearchIndex.Of(plan);
        index.Write(new FileSink((unit, file) => made.GetOrAdd(unit!.Value.Name, _ => []).Enqueue(file), unit =>
        {
            Assert.True(asked.TryAdd(unit.Name, unit), unit.Name);
            return _units.TryGetValue(unit.Name, out var kept) && kept.Print == unit.Print;
        }), pack);
        Made = [.. made.Keys.Order(StringComparer.Ordinal)];
        _units = asked.Values.ToDictionary(unit => unit.Name, unit => (unit.Print, unit.Folder, made.TryGetValue(unit.Name, out var files) ? [.. files] : _units[unit.Name].Files.Select(file => Moved(file, _units[unit.Name].Folder, unit.Folder)).ToArray()));
        Assert.All(_units.Values, unit => Assert.Equal(index.Folder.Path[1..], unit.Folder));
        return Files(_units.Values.SelectMany(unit => unit.Files));
    }

    /// <summary>The same, with nothing kept.</summary>
    public static SortedDictionary<string, string> Fresh(SitePlan plan)
    {
        var files = new ConcurrentQueue<RenderedFile>();
        SearchIndex.Of(plan).Write(new FileSink(files.Enqueue));
        return Files(files);
    }

    private static RenderedFile Moved(RenderedFile file, string from, string to)
    {
        Assert.StartsWith(from, file.Path, StringComparison.Ordinal);
        return file with { Path = to + file.Path[from.Length..] };
    }

    private static SortedDictionary<string, string> Files(IEnumerable<RenderedFile> files) =>
        new(files.ToDictionary(file => file.Path, file => Convert.ToHexString(file.Bytes.Span)), StringComparer.Ordinal);
}

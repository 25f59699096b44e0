using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyArchive.Pages;

namespace PolicyArchive.Tests.Incremental;

/// <summary>The units of work of the build before, as publishing keeps them, in memory.</summary>
internal sealed class KeptUnits
{
    private Dictionary<string, (UInt128 Print, string Folder, ImmutableArray<(string Path, byte[] Bytes)> Files)> _before = [];

    /// <summary>Those made in the last build, by name.</summary>
    public ImmutableArray<string> Made { get; private set; } = [];

    /// <summary>The files that something makes, of which those of the time before are taken where they can be.</summary>
    public IReadOnlyDictionary<string, byte[]> Make(Action<FileSink> make)
    {
        var kept = new ConcurrentDictionary<string, WorkUnit>();
        var loose = new ConcurrentDictionary<string, byte[]>();
        var made = new ConcurrentDictionary<string, (WorkUnit Unit, ConcurrentQueue<(string, byte[])> Files)>();
        var sink = new FileSink(
            (unit, file) =>
            {
                var bytes = file.Bytes.ToArray();
                if (unit is { } own)
                {
                    made.GetOrAdd(own.Name, _ => (own, [])).Files.Enqueue((file.Path, bytes));
                }
                else
                {
                    Assert.True(loose.TryAdd(file.Path, bytes), file.Path);
                }
            },
            unit => _before.TryGetValue(unit.Name, out var before) && before.Print == unit.Print && kept.TryAdd(unit.Name, unit));
        make(sink);

        var now = made.ToDictionary(m => m.Key, m => (m.Value.Unit.Print, m.Value.Unit.Folder, m.Value.Files.ToImmutableArray()));
        foreach (var (name, unit) in kept)
        {
            var before = _before[name];
            now.Add(name, (unit.Print, unit.Folder, [.. before.Files.Select(f => (unit.Folder + f.Path[before.Folder.Length..], f.Bytes))]));
        }

        (_before, Made) = (now, [.. made.Keys.Order(StringComparer.Ordinal)]);
        return loose.Concat(now.Values.SelectMany(unit => unit.Item3).Select(file => KeyValuePair.Create(file.Item1, file.Item2))).ToDictionary();
    }
}

using PolicyArchive.Briefs;

namespace PolicyArchive.Reading;

/// <summary>
/// What was made of each Markdown file when its folder was last read: a file of the same size and time of change is not
/// read again. A change of the keys given to whole folders, or of the words, lets all of it go.
/// </summary>
public sealed class KeptTexts
{
    // A file written twice within the clock's grain has one time of change; FAT counts two seconds.
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private Dictionary<string, Kept> _texts = [];
    private Dictionary<string, Stamp> _stamps = [];
    private HashSet<string> _known = [];
    private DateTime _began;

    private sealed record Kept(Stamp Stamp, InputFolder.Text Text);

    private readonly record struct Stamp(long Length, DateTime Written);

    internal DirectoryMetadata? Metadata { get; private set; }

    internal Settings? Settings { get; private set; }

    /// <summary>Whether the last reading of the folder found this file.</summary>
    public bool Knows(string relative) => Volatile.Read(ref _known).Contains(relative);

    /// <summary>The file has changed, whatever its size and time say.</summary>
    public void Forget(string relative)
    {
        lock (_lock)
        {
            _changed.Add(relative);
        }
    }

    internal void Begin(DirectoryMetadata metadata, Settings settings, IReadOnlyList<string> sources, Func<string, string> fullPath)
    {
        _began = DateTime.UtcNow;
        var stamps = new Stamp[sources.Count];
        Parallel.For(0, sources.Count, i => stamps[i] = StampOf(fullPath(sources[i])));
        _stamps = sources.Zip(stamps).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        lock (_lock)
        {
            _texts = Metadata is { } before && before.IsSameAs(metadata) && Settings is { } old && old.WordBook == settings.WordBook && old.Language == settings.Language
                ? _texts.Where(t => !_changed.Contains(t.Key)).ToDictionary(StringComparer.Ordinal)
                : [];
            _changed.Clear();
        }

        (Metadata, Settings) = (metadata, settings);
    }

    internal InputFolder.Text? Find(string relative) =>
        _texts.TryGetValue(relative, out var kept) && kept.Stamp == _stamps[relative] && kept.Stamp != default ? kept.Text : null;

    internal void Keep(IReadOnlyCollection<InputFolder.Text> texts)
    {
        _texts = texts.ToDictionary(t => t.Path, t => new Kept(_began - _stamps[t.Path].Written > Grain ? _stamps[t.Path] : default, t), StringComparer.Ordinal);
        Volatile.Write(ref _known, texts.Select(t => t.Path).ToHashSet(StringComparer.Ordinal));
    }

    private static Stamp StampOf(string path) => new FileInfo(path) is { Exists: true } file ? new Stamp(file.Length, file.LastWriteTimeUtc) : default;
}

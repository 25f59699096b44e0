using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>Keys given beside the briefs: <c>_directory.yml</c> for a folder and below, <c>_name.yml</c> for one file.</summary>
internal sealed class DirectoryMetadata
{
    private readonly Dictionary<string, YamlMap> _maps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a file that may hold keys for others.</summary>
    public static bool IsMetadata(string name) =>
        name.StartsWith('_') && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal));

    /// <param name="markdown">The files that a sidecar can stand beside; other YAML files are not ours to judge.</param>
    public static DirectoryMetadata Of(IEnumerable<string> files, IEnumerable<string> markdown, Func<string, List<Finding>, SourceFile?> load, List<Finding> findings)
    {
        var result = new DirectoryMetadata();
        HashSet<string>? wanted = null;
        foreach (var path in files.Where(f => IsMetadata(f[(f.LastIndexOf('/') + 1)..])))
        {
            wanted ??= markdown.Select(Sidecar).ToHashSet(StringComparer.Ordinal);
            var name = path[..path.LastIndexOf('.')];
            if ((name == "_directory" || name.EndsWith("/_directory", StringComparison.Ordinal) || wanted.Contains(name))
                && load(path, findings) is { } file && YamlReader.Read(file.Text, YamlReader.FrontMatterLength, file.At, findings) is { } map)
            {
                result._maps[name] = map;
                result._texts[name] = file.Text;
            }
        }

        return result;
    }

    /// <summary>Whether every file is given the same keys.</summary>
    public bool IsSameAs(DirectoryMetadata other) =>
        _texts.Count == other._texts.Count && _texts.All(t => other._texts.TryGetValue(t.Key, out var text) && text == t.Value);

    /// <summary>What applies to a file besides its own front matter, the nearest first.</summary>
    public IEnumerable<YamlMap> For(string path) => NamesFor(path).Select(name => _maps[name]);

    /// <summary>The texts from which that comes.</summary>
    public IEnumerable<string> TextsFor(string path) => NamesFor(path).Select(name => _texts[name]);

    private IEnumerable<string> NamesFor(string path)
    {
        if (_maps.Count == 0)
        {
            yield break;
        }

        if (Sidecar(path) is var sidecar && _maps.ContainsKey(sidecar))
        {
            yield return sidecar;
        }

        for (var at = path.LastIndexOf('/'); ; at = at < 1 ? -1 : path.LastIndexOf('/', at - 1))
        {
            if ((at < 0 ? "" : path[..(at + 1)]) + "_directory" is var folder && _maps.ContainsKey(folder))
            {
                yield return folder;
            }

            if (at < 0)
            {
                yield break;
            }
        }
    }

    private static string Sidecar(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return $"{path[..name]}_{path[name..path.LastIndexOf('.')]}";
    }
}

using PolicyArchive.Findings;

namespace PolicyArchive.Reading;

/// <summary>Keys given beside the briefs: <c>_directory.yml</c> for a folder and below, <c>_name.yml</c> for one file.</summary>
internal sealed class DirectoryMetadata
{
    private readonly Dictionary<string, YamlMap> _maps = new(StringComparer.Ordinal);

    public static DirectoryMetadata Of(IEnumerable<string> files, Func<string, List<Finding>, SourceFile?> load, List<Finding> findings)
    {
        var result = new DirectoryMetadata();
        foreach (var path in files)
        {
            var name = path[(path.LastIndexOf('/') + 1)..];
            if (name.StartsWith('_') && (name.EndsWith(".yml", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal))
                && load(path, findings) is { } file && YamlReader.Read(file.Text, file.At, findings) is { } map)
            {
                result._maps[path[..path.LastIndexOf('.')]] = map;
            }
        }

        return result;
    }

    /// <summary>What applies to a file besides its own front matter, the nearest first.</summary>
    public IEnumerable<YamlMap?> For(string path)
    {
        if (_maps.Count == 0)
        {
            yield break;
        }

        var slash = path.LastIndexOf('/');
        var folder = slash < 0 ? "" : path[..(slash + 1)];
        yield return _maps.GetValueOrDefault($"{folder}_{path[(slash + 1)..path.LastIndexOf('.')]}");
        for (var at = slash; ; at = at < 1 ? -1 : path.LastIndexOf('/', at - 1))
        {
            yield return _maps.GetValueOrDefault((at < 0 ? "" : path[..(at + 1)]) + "_directory");
            if (at < 0)
            {
                yield break;
            }
        }
    }
}

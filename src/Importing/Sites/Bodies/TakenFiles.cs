using PolicyArchive.Naming;

namespace PolicyArchive.Importing.Sites.Bodies;

/// <summary>The files that come along with a text: pictures beside it, and others that keep their addresses.</summary>
internal sealed class TakenFiles(SiteFolder folder)
{
    private static readonly string[] Documents = [".pdf", ".epub", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".tsv", ".ppt", ".pptx", ".odp", ".zip", ".json", ".xml", ".txt", ".mp3", ".mp4", ".webm", ".ogg"];

    private readonly Dictionary<string, string> _beside = new(StringComparer.Ordinal);

    /// <summary>Those beside the text.</summary>
    public IEnumerable<PictureFile> Beside => _beside.Select(b => new PictureFile(b.Value, () => File.ReadAllBytes(folder.OnDisk(b.Key))));

    /// <summary>Those that keep their addresses, by their paths below the old site.</summary>
    public Dictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a link to it, or a key, found it.</summary>
    public bool Has(string link) => _beside.ContainsValue(link) || Kept.ContainsValue(link);

    /// <summary>Whether a file is kept that no text names: others may link to it.</summary>
    public static bool IsKept(string address) => IsDocument(address) && !IsTheHosts(address) && address.Split('/').All(step => step.Length == 0 || step[0] is not ('_' or '.'));

    // What a host or a browser asks for by its name is the new site's own.
    private static bool IsTheHosts(string address) => address.LastIndexOf('/') == 0 && Path.GetExtension(address).ToLowerInvariant() is ".txt" or ".xml" or ".json";

    public static bool IsDocument(string path) => Documents.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <returns>What a link to the file is.</returns>
    public string Take(OldFile file, bool isBeside)
    {
        if (isBeside || file.Address.Length == 0 || file.Address.Split('/').Any(step => step.Length > 0 && step[0] is '_' or '.'))
        {
            return NameBeside(file.Path);
        }

        Kept[file.Path] = file.Address;
        return file.Address;
    }

    private string NameBeside(string path)
    {
        if (_beside.TryGetValue(path, out var known))
        {
            return known;
        }

        var ending = Path.GetExtension(path).ToLowerInvariant();
        var stem = Slug.FromTitle(Path.GetFileNameWithoutExtension(path))?.Text ?? "file";
        var name = stem + ending;
        for (var number = 2; _beside.ContainsValue(name); number++)
        {
            name = $"{stem}-{number}{ending}";
        }

        return _beside[path] = name;
    }
}

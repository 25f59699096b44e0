using System.Collections.Immutable;
using PolicyArchive.Findings;
using PolicyArchive.Naming;

namespace PolicyArchive.Importing.WebPages;

/// <summary>The pictures that were saved with a page.</summary>
internal sealed class SavedPictures(string page)
{
    private const long MostBytes = 50_000_000;

    private static readonly string[] Endings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<PictureFile> _taken = [];
    private readonly List<string> _tooLarge = [];
    private long _left = MostBytes;

    public ImmutableArray<PictureFile> Taken => [.. _taken];

    /// <summary>The name beside the brief, or null where the address names no picture beside the page.</summary>
    public string? Take(string address)
    {
        if (CompanionFolder.Find(page, address) is not { } file || !Endings.Contains(Path.GetExtension(file).ToLowerInvariant()))
        {
            return null;
        }

        if (_names.TryGetValue(file, out var known))
        {
            return known;
        }

        if (new FileInfo(file).Length > _left)
        {
            _tooLarge.Add(address);
            return null;
        }

        _left -= new FileInfo(file).Length;
        var stem = Slug.FromTitle(Path.GetFileNameWithoutExtension(file))?.Text ?? "picture";
        var name = stem + Path.GetExtension(file).ToLowerInvariant();
        for (var number = 2; _names.ContainsValue(name); number++)
        {
            name = $"{stem}-{number}{Path.GetExtension(file).ToLowerInvariant()}";
        }

        _names[file] = name;
        _taken.Add(new PictureFile(name, () => File.ReadAllBytes(file)));
        return name;
    }

    public IEnumerable<Finding> Findings(Place place) =>
        _tooLarge.Select(address => Finding.Warning("IMPORT016", place, $"the picture `{address}` was left: those of the page are larger than {MostBytes / 1_000_000} MB together", "make it smaller, and put it beside the brief"));
}

using System.Collections.Immutable;
using DocumentFormat.OpenXml.Packaging;

namespace PolicyArchive.Importing.Word;

/// <summary>The pictures within a document. Those that it only names are not fetched.</summary>
internal sealed class DocumentPictures
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<PictureFile> _taken = [];

    public ImmutableArray<PictureFile> Taken => [.. _taken];

    /// <summary>Pictures of kinds that no browser shows, and those outside the file.</summary>
    public List<string> Left { get; } = [];

    public string? Take(OpenXmlPart part, string id)
    {
        if (part.ExternalRelationships.FirstOrDefault(r => r.Id == id) is { } outside)
        {
            Left.Add(outside.Uri.OriginalString);
            return null;
        }

        if (!part.TryGetPartById(id, out var found) || found is not ImagePart picture)
        {
            return null;
        }

        var uri = picture.Uri.OriginalString;
        if (_names.TryGetValue(uri, out var known))
        {
            return known;
        }

        var ending = picture.ContentType switch { "image/png" => ".png", "image/jpeg" or "image/jpg" => ".jpg", "image/gif" => ".gif", "image/webp" => ".webp", _ => null };
        if (ending is null)
        {
            Left.Add($"{uri[(uri.LastIndexOf('/') + 1)..]} ({picture.ContentType})");
            return null;
        }

        var name = $"picture-{_taken.Count + 1}{ending}";
        using var stream = picture.GetStream(FileMode.Open, FileAccess.Read);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var content = bytes.ToArray();
        _names[uri] = name;
        _taken.Add(new PictureFile(name, () => content));
        return name;
    }
}

using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using PolicyArchive.Findings;

namespace PolicyArchive.Theming;

/// <summary>The partials of a theme, read once, for Liquid's <c>render</c> tag.</summary>
internal sealed partial class TemplateFiles : IFileProvider
{
    private readonly FrozenDictionary<string, string> _texts;

    private TemplateFiles(FrozenDictionary<string, string> texts) => _texts = texts;

    [GeneratedRegex(@"\((\d+):(\d+)\)")]
    private static partial Regex LineAndColumn { get; }

    public IEnumerable<KeyValuePair<string, string>> Texts => _texts.OrderBy(t => t.Key, StringComparer.Ordinal);

    public static TemplateFiles In(string folder) => new(
        (Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.liquid") : []).ToFrozenDictionary(p => Path.GetFileName(p), File.ReadAllText));

    /// <summary>Liquid's parser says where in its message: <c>... at (4:12)</c>.</summary>
    public static Place PlaceOf(string error, string display) =>
        LineAndColumn.Match(error) is { Success: true } match
            ? new Place(display, int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            : new Place(display, 1, 1);

    public IFileInfo GetFileInfo(string subpath) =>
        _texts.TryGetValue(subpath, out var text) ? new Partial(subpath, Encoding.UTF8.GetBytes(text)) : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Partial(string name, byte[] bytes) : IFileInfo
    {
        public bool Exists => true;

        public long Length => bytes.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Fluid;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using PolicyArchive.Findings;

namespace PolicyArchive.Theming;

/// <summary>The templates of one folder, read and parsed once; Liquid's <c>render</c> tag finds partials here.</summary>
internal sealed partial class TemplateFiles : IFileProvider
{
    private const string Extension = ".liquid";

    private TemplateFiles(FrozenDictionary<string, Template> templates) => Templates = templates;

    /// <summary>By name, without the extension.</summary>
    public FrozenDictionary<string, Template> Templates { get; }

    [GeneratedRegex(@"^(?<message>.*?) at \((?<line>\d+):(?<column>\d+)\)", RegexOptions.Singleline)]
    private static partial Regex ParseError { get; }

    /// <param name="below">A folder of the theme, or empty for the theme itself.</param>
    public static TemplateFiles In(ThemeFolder theme, string below, List<Finding> findings)
    {
        var parser = new FluidParser();
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, path, file) in theme.Files(below, "*" + Extension, SearchOption.TopDirectoryOnly))
        {
            var text = File.ReadAllText(path);
            if (parser.TryParse(text, out var parsed, out var error))
            {
                templates.Add(name[..^Extension.Length], new Template(file, text, parsed));
            }
            else
            {
                findings.Add(Misparsed(file, error));
            }
        }

        return new TemplateFiles(templates.ToFrozenDictionary());
    }

    public IFileInfo GetFileInfo(string subpath) =>
        Templates.TryGetValue(Path.GetFileNameWithoutExtension(subpath), out var template)
            ? new Partial(subpath, Encoding.UTF8.GetBytes(template.Text))
            : new NotFoundFileInfo(subpath);

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    // Liquid's parser says where in its message: "... at (4:12)", and quotes the source after it.
    private static Finding Misparsed(string file, string error)
    {
        var match = ParseError.Match(error);
        var place = match.Success
            ? new Place(file, int.Parse(match.Groups["line"].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups["column"].ValueSpan, CultureInfo.InvariantCulture))
            : new Place(file, 1, 1);
        return Finding.Error("THEME003", place, $"this is not valid Liquid: {(match.Success ? match.Groups["message"].Value : error)}", "see theme/README.md");
    }

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

using PolicyArchive.Findings;
using PolicyArchive.Importing.Texts;
using PolicyArchive.Reading;

namespace PolicyArchive.Importing.Sites;

/// <summary>The folder of a site that another generator makes. It is only read.</summary>
internal sealed class SiteFolder
{
    private const long LargestText = 4_000_000;

    private readonly string _root;
    private readonly HashSet<string> _known;

    /// <param name="root">On disk.</param>
    /// <param name="name">The folder's own name, by which provenances are kept.</param>
    /// <param name="display">As findings name it.</param>
    /// <param name="isSource">Whether a folder below it, by its path, is part of what people wrote.</param>
    public SiteFolder(string root, string name, string display, Func<string, bool> isSource)
    {
        (_root, Name, Display) = (root, name, display);
        var files = new List<string>();
        Walk("", isSource, files);
        files.Sort(StringComparer.Ordinal);
        (Files, _known) = (files, files.ToHashSet(StringComparer.Ordinal));
    }

    public string Name { get; }

    public string Display { get; }

    /// <summary>Every file that is not hidden, below the folder, with forward slashes, in ordinal order. Links are not followed.</summary>
    public IReadOnlyList<string> Files { get; }

    public bool Has(string path) => _known.Contains(path);

    public IEnumerable<string> Below(string folder) => Files.Where(f => f.StartsWith(folder + "/", StringComparison.Ordinal));

    public string OnDisk(string path) => Path.Combine(_root, path);

    public Place PlaceOf(string path) => new($"{Display}/{path}");

    /// <summary>A text file, cleaned of what no brief may hold; null, with the reason among the findings, when it is none.</summary>
    public (SourceFile File, string Sha256)? Read(string path, List<Finding> findings)
    {
        try
        {
            if (new FileInfo(OnDisk(path)).Length > LargestText)
            {
                findings.Add(Finding.Error("IMPORT005", PlaceOf(path), $"the file is larger than {LargestText / 1_000_000} MB", "split it"));
                return null;
            }

            var bytes = File.ReadAllBytes(OnDisk(path));
            var text = Decoding.Decode(bytes, PlaceOf(path), null, out var fault);
            findings.AddRange(fault is null ? [] : [fault]);
            return text is null ? null : (new SourceFile(path, PlaceOf(path).File, Cleaned.Of(text).Text), Formats.Hash(bytes));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Error("IMPORT003", PlaceOf(path), "the file cannot be read", "look at its permissions"));
            return null;
        }
    }

    private void Walk(string below, Func<string, bool> isSource, List<string> files)
    {
        foreach (var entry in new DirectoryInfo(Path.Combine(_root, below)).EnumerateFileSystemInfos())
        {
            var path = below.Length == 0 ? entry.Name : $"{below}/{entry.Name}";
            if (entry.Name[0] == '.' || entry.LinkTarget is not null)
            {
                continue;
            }

            if (entry is FileInfo)
            {
                files.Add(path);
            }
            else if (entry.Name != "node_modules" && isSource(path))
            {
                Walk(path, isSource, files);
            }
        }
    }
}

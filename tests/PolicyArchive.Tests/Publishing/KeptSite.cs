using System.Text;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Publishing;

/// <summary>An output folder that is published to again and again, with a cache. Each site is held to one that is made from nothing.</summary>
internal sealed class KeptSite : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public string Output => _scratch.Output;

    public string Path => _scratch.Path;

    public string Cache { get; init; } = Directory.CreateTempSubdirectory("publishing-cache-").FullName;

    /// <summary>What is kept of this output.</summary>
    public string Memory => Directory.GetDirectories(System.IO.Path.Combine(Cache, "published")).Single();

    public string Twin => System.IO.Path.Combine(Memory, "twin");

    public string[] Records => Directory.GetFiles(Memory, "*.record");

    /// <summary>Warnings of the last build.</summary>
    public IReadOnlyList<Finding> Leftovers { get; private set; } = [];

    public OutputFolder Folder => OutputFolder.At(Output, Cache);

    public string At(string path) => System.IO.Path.Combine(Output, path);

    /// <summary>Files of a unit that are made from what they hold.</summary>
    public static Piece Unit(string name, params (string Path, string Text)[] files) => Unit(name, "", files);

    public static Piece Unit(string name, string folder, params (string Path, string Text)[] files) =>
        new(new WorkUnit(name, Print(files), folder), [.. files.Select(file => (folder + file.Path, file.Text))]);

    public static Piece Loose(string path, string text) => new(null, [(path, text)]);

    /// <returns>The names of the units that were made, in order.</returns>
    public string Build(params Piece[] pieces)
    {
        Assert.Empty(Folder.Judge([]));
        var mended = Folder.Mend();
        using (var staging = Folder.Stage())
        {
            var made = Put(staging, pieces);
            staging.WriteChecksums();
            staging.Commit();
            staging.Dispose();
            Leftovers = [.. mended, .. staging.Leftovers];
            Compare(pieces);
            return made;
        }
    }

    public static string Put(Staging staging, IEnumerable<Piece> pieces)
    {
        var made = new List<string>();
        var sink = new FileSink(staging.Write, staging.IsKept);
        foreach (var piece in pieces)
        {
            if (piece.Unit is not { } unit)
            {
                sink.Add(ScratchFolder.Rendered(piece.Files[0].Path, piece.Files[0].Text));
                continue;
            }

            sink.Add(unit, add =>
            {
                made.Add(unit.Name);
                foreach (var (path, text) in piece.Files)
                {
                    add(ScratchFolder.Rendered(path, text));
                }
            });
        }

        return string.Join(' ', made.Order(StringComparer.Ordinal));
    }

    /// <summary>Holds what stands to a site of these pieces made from nothing.</summary>
    public void Compare(IEnumerable<Piece> pieces)
    {
        using var cold = new ScratchFolder();
        using (var staging = OutputFolder.At(cold.Output).Stage())
        {
            Put(staging, pieces);
            staging.WriteChecksums();
            staging.Commit();
        }

        Assert.Equal(Contents(cold.Output), Contents(Output));
        if (Leftovers.Count == 0)
        {
            Assert.Empty(_scratch.Leftovers);
        }
    }

    public void Dispose()
    {
        Directory.Delete(Cache, recursive: true);
        _scratch.Dispose();
    }

    private static string Contents(string folder) => string.Join('\n', Directory.EnumerateFileSystemEntries(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => System.IO.Path.GetRelativePath(folder, path) + (Directory.Exists(path) ? "/" : new FileInfo(path).LinkTarget is { } target ? $" -> {target}" : ": " + File.ReadAllText(path)))
        .Order(StringComparer.Ordinal));

    private static UInt128 Print((string Path, string Text)[] files) =>
        FileSum.Read(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files)))).Head;

    public sealed record Piece(WorkUnit? Unit, (string Path, string Text)[] Files);
}

using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Publishing;

/// <summary>A folder of its own with an output folder in it.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("publishing-").FullName;

    public string Output => System.IO.Path.Combine(Path, "out");

    public string At(string path) => System.IO.Path.Combine(Path, path);

    public string Read(string path) => File.ReadAllText(System.IO.Path.Combine(Output, path));

    /// <summary>What stands beside the output folder besides it.</summary>
    public string[] Leftovers => [.. Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p)!).Where(n => n != "out").Order(StringComparer.Ordinal)];

    public ScratchFolder Publish(params (string Path, string Text)[] files)
    {
        using var staging = OutputFolder.At(Output).Stage();
        foreach (var (path, text) in files)
        {
            staging.Write(Rendered(path, text));
        }

        staging.Commit();
        return this;
    }

    /// <summary>Copies a file of this folder as it stands now.</summary>
    public void Copy(Staging staging, string source, string path)
    {
        var file = new FileInfo(At(source));
        using var open = File.OpenHandle(file.FullName);
        staging.Copy(open, new InputFile(source, file.FullName, new Place(source), file.Length, file.LastWriteTimeUtc), path);
    }

    public static RenderedFile Rendered(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

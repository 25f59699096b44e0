namespace PolicyArchive.Tests;

/// <summary>A copy of the theme that ships with the program, but for the fonts of its cards, to be changed as a designer would.</summary>
internal sealed class ThemeCopy : IDisposable
{
    public ThemeCopy()
    {
        var source = Path.Combine(SmallSite.Repository, "theme");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.StartsWith(Path.Combine(source, "cards"), StringComparison.Ordinal)))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("theme-").FullName;

    public ThemeCopy With(string path, string text)
    {
        File.WriteAllText(Path.Combine(Folder, path), text);
        return this;
    }

    public ThemeCopy Without(string path)
    {
        File.Delete(Path.Combine(Folder, path));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

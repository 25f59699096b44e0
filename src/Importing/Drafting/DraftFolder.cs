using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Findings;

namespace PolicyArchive.Importing.Drafting;

/// <summary>The writers' folder, written to one whole file at a time, and never outside it.</summary>
/// <param name="root">The input folder on disk.</param>
/// <param name="display">As findings name it.</param>
internal sealed class DraftFolder(string root, string display)
{
    public Place PlaceOf(string path) => new(display == "." ? path : $"{display}/{path}");

    public string? Read(string path) => File.Exists(PathOf(path)) ? File.ReadAllText(PathOf(path)) : null;

    public byte[]? ReadBytes(string path) => File.Exists(PathOf(path)) ? File.ReadAllBytes(PathOf(path)) : null;

    public bool Has(string path) => File.Exists(PathOf(path)) || Directory.Exists(PathOf(path));

    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Hash(string text) => Hash(Encoding.UTF8.GetBytes(text));

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes) => Stage(path, staged => File.WriteAllBytes(staged, bytes));

    /// <summary>A file from elsewhere on the disk, however large.</summary>
    public void Copy(string source, string path) => Stage(path, staged => File.Copy(source, staged));

    /// <summary>Whether a file here has the bytes of one elsewhere.</summary>
    public bool IsSame(string source, string path)
    {
        using var one = File.OpenRead(source);
        using var other = File.OpenRead(PathOf(path));
        return one.Length == other.Length && SHA256.HashData(one).AsSpan().SequenceEqual(SHA256.HashData(other));
    }

    // Written beside the old file, then put in its place.
    private void Stage(string path, Action<string> write)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var staged = Path.Combine(Path.GetDirectoryName(full)!, $".{Guid.NewGuid():N}.import");
        try
        {
            write(staged);
            File.Move(staged, full, overwrite: true);
        }
        finally
        {
            File.Delete(staged);
        }
    }

    // No folder on the way may be a link: it could lead anywhere.
    private string PathOf(string path)
    {
        var full = Path.GetFullPath(Path.Combine(root, path));
        if (!full.StartsWith(Path.GetFullPath(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw new ArgumentException($"`{path}` is not below the input folder", nameof(path));
        }

        for (var at = full; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at).LinkTarget is not null)
            {
                throw new IOException($"{PlaceOf(path)} leads through a link, and nothing is written through links");
            }
        }

        return full;
    }
}

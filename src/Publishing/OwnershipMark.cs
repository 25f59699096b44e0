using System.Buffers;
using System.Text;

namespace PolicyArchive.Publishing;

/// <summary>
/// The file in a published folder that says whose it is, and lists every file that was published. What it does not list
/// is someone else's. Written last, so that a folder with a mark is a whole site.
/// </summary>
internal static class OwnershipMark
{
    public const string FileName = ".policy-archive";

    private const string Version = "policy-archive output 1";
    private const string Meaning = "This folder is replaced as a whole by each build. It holds the files below and nothing else.";

    // A list of some three million files. What is larger is not ours, and would fill the memory.
    private const long MostBytes = 256 << 20;

    /// <summary>Writes it whole or not at all: a list that breaks off would make strangers of our own files.</summary>
    /// <param name="paths">In ordinal order.</param>
    public static void Write(string folder, IReadOnlyList<string> paths)
    {
        var text = new ArrayBufferWriter<byte>(1 << 16);
        foreach (var line in ((string[])[Version, Meaning]).Concat(paths))
        {
            Encoding.UTF8.GetBytes(line, text);
            text.Write("\n"u8);
        }

        var mark = Path.Join(folder, FileName);
        File.WriteAllBytes(mark + ".new", text.WrittenSpan);
        File.Move(mark + ".new", mark);
    }

    /// <summary>The files that were published to a folder; null when it has no mark that this program understands.</summary>
    public static HashSet<string>? Read(string folder)
    {
        // A pipe has no length, and to open it is to wait.
        var file = new FileInfo(Path.Join(folder, FileName));
        if (!file.Exists || file.LinkTarget is not null || file.Length is 0 or > MostBytes)
        {
            return null;
        }

        using var lines = new StreamReader(file.FullName, Encoding.UTF8);
        if (lines.ReadLine() != Version || lines.ReadLine() is null)
        {
            return null;
        }

        var paths = new HashSet<string>(StringComparer.Ordinal);
        while (lines.ReadLine() is { } path)
        {
            paths.Add(path);
        }

        return paths;
    }
}

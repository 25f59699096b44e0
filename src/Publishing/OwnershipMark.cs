using System.Collections.Frozen;
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

    public static byte[] Write(IEnumerable<string> paths)
    {
        var text = new StringBuilder(Version).Append('\n').Append(Meaning).Append('\n');
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            text.Append(path).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>The files that were published to a folder; null when it has no mark that this program understands.</summary>
    public static FrozenSet<string>? Read(string folder)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            return null;
        }

        var lines = File.ReadAllLines(path);
        return lines is [Version, _, .. var paths] ? paths.ToFrozenSet(StringComparer.Ordinal) : null;
    }
}

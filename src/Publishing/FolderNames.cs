using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PolicyArchive.Publishing;

/// <summary>The names in a folder, as one number that does not depend on their order: the sum of a hash of each (XXH3, 64 bits).</summary>
internal static class FolderNames
{
    public static ulong Of(ReadOnlySpan<char> name, bool isFolder) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(name), isFolder ? 1 : 0);

    /// <summary>Of what a folder on disk holds.</summary>
    public static ulong In(string folder)
    {
        var sum = 0UL;
        foreach (var (name, isFolder) in FilePath.EntriesOf(folder))
        {
            sum += Of(name, isFolder);
        }

        return sum;
    }

    /// <summary>Of every folder of a site, by its path with a closing slash.</summary>
    /// <param name="paths">All files of the site.</param>
    public static Dictionary<string, ulong> Of(IEnumerable<string> paths)
    {
        var sums = new Dictionary<string, ulong>(StringComparer.Ordinal) { [""] = 0 };
        var found = sums.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var path in paths)
        {
            Add(path, isFolder: false);
        }

        return sums;

        void Add(ReadOnlySpan<char> path, bool isFolder)
        {
            var head = path[..(path.LastIndexOf('/') + 1)];
            var isNew = !found.TryGetValue(head, out var sum);
            found[head] = sum + Of(path[head.Length..], isFolder);
            if (isNew)
            {
                Add(head[..^1], isFolder: true);
            }
        }
    }
}

using System.IO.Enumeration;

namespace PolicyArchive.Preview.Watching;

/// <summary>One number for the names, sizes and times of all files below a folder: another one when anything there has changed.</summary>
internal static class FolderStamp
{
    /// <summary>0 for a folder that is not there.</summary>
    public static long Of(string folder)
    {
        var stamp = 0L;
        try
        {
            var entries = new FileSystemEnumerable<long>(
                folder,
                (ref entry) => HashCode.Combine(string.GetHashCode(entry.Directory), string.GetHashCode(entry.FileName), entry.IsDirectory ? 0 : entry.Length, entry.IsDirectory ? default : entry.LastWriteTimeUtc),
                new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = 0 })
            {
                ShouldIncludePredicate = (ref entry) => entry.FileName[0] != '.',
                ShouldRecursePredicate = (ref entry) => entry.FileName[0] != '.' && (entry.Attributes & FileAttributes.ReparsePoint) == 0,
            };

            // In any order.
            foreach (var one in entries)
            {
                stamp += one + (one << 21);
            }
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
        catch (IOException)
        {
            // It is being taken away just now; the next look will tell.
            return -1;
        }

        return stamp;
    }
}

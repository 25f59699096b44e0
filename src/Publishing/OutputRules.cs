using System.Collections.Immutable;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>Which folders may be published to: only what this program wrote is ever deleted.</summary>
internal static class OutputRules
{
    // Of several runs at once, each replaces the folder that the others look into.
    private const int MostLooks = 20;

    public static ImmutableArray<Finding> Judge(OutputFolder output, IReadOnlyList<string> sources, SiteMemory? memory)
    {
        var place = new Place(output.Shown);
        if (new FileInfo(output.FullPath).LinkTarget is not null)
        {
            return [Finding.Error("OUT003", place, "the output folder is a symbolic link", "name the folder that it leads to")];
        }

        if (File.Exists(output.FullPath))
        {
            return [Finding.Error("OUT004", place, "the output folder is a file", "give the name of a folder, or move the file away")];
        }

        var real = FilePath.Real(output.FullPath);
        if (FilePath.Contains(real, FilePath.Real(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile))) || Path.GetPathRoot(real) == real)
        {
            return [Finding.Error("OUT002", place, "the output folder is the home folder, or holds it", "give a folder of its own, such as `output`")];
        }

        foreach (var source in sources)
        {
            var realSource = FilePath.Real(Path.GetFullPath(source));
            if (FilePath.Contains(real, realSource) || FilePath.Contains(realSource, real))
            {
                return [Finding.Error("OUT001", place, $"the output folder is, holds or lies in `{source}`, which is read", "give a folder apart from it, such as `output`")];
            }
        }

        return Directory.Exists(output.FullPath) && FirstForeignFile(output.FullPath, memory) is { } foreign ? [Refusal(output, foreign)] : [];
    }

    /// <summary>The first file, by name, that this program did not write; null where there is none.</summary>
    /// <param name="memory">Spares the look where a record says that nothing was put there.</param>
    public static ForeignFile? FirstForeignFile(string folder, SiteMemory? memory)
    {
        if (memory?.Find(folder)?.HoldsNothingElse() == true)
        {
            return null;
        }

        for (var attempt = 0; ; attempt++)
        {
            var mark = OwnershipMark.Read(folder);
            try
            {
                var found = FirstForeignFile(folder, mark);
                if (found is null || IsSame(mark, OwnershipMark.Read(folder)) || attempt == MostLooks)
                {
                    return found;
                }
            }
            catch (DirectoryNotFoundException) when (attempt < MostLooks)
            {
                // Another run published here in the middle of the look.
            }
        }
    }

    private static ForeignFile? FirstForeignFile(string folder, HashSet<string>? mark)
    {
        string? first = null;
        foreach (var path in FilePath.FilesBelow(folder))
        {
            if (path != OwnershipMark.FileName && mark?.Contains(path) != true && !FilePath.IsLitter(path)
                && (first is null || string.CompareOrdinal(path, first) < 0))
            {
                first = path;
            }
        }

        return first is null ? null : new ForeignFile(first, mark is not null);
    }

    private static bool IsSame(HashSet<string>? one, HashSet<string>? other) =>
        one is null ? other is null : other is not null && one.SetEquals(other);

    private static Finding Refusal(OutputFolder output, ForeignFile foreign) => foreign.IsAmongOurs
        ? Finding.Error("OUT006", new Place(Path.Join(output.Shown, foreign.Path)), "this file in the output folder is not of this program's making, and publishing would delete it", "move it away; a file that belongs to the site has its place in the input folder")
        : Finding.Error("OUT005", new Place(Path.Join(output.Shown, foreign.Path)), $"`{output.Shown}` holds files that are not of this program's making, this one first, and publishing would delete them", "give an empty or new folder as output");

    /// <param name="IsAmongOurs">Whether the folder is otherwise a site that was published here.</param>
    internal sealed record ForeignFile(string Path, bool IsAmongOurs);
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PolicyArchive.Findings;

namespace PolicyArchive.Publishing;

/// <summary>
/// What is kept between runs of one output folder: records of what was published, each found by the mark of its site and so
/// never taken for that of another, and the twin, which is the site before the published one. Any of it may vanish or be damaged: then the next build costs more, and nothing else.
/// </summary>
internal sealed class SiteMemory
{
    /// <summary>The file that holds the path of the output folder, written by every build.</summary>
    public const string OutputName = "output";

    public const string TwinName = "twin";

    private const string RecordSuffix = ".record";

    private readonly string _folder;
    private readonly string _twin;
    private readonly Dictionary<FileStamp, SiteRecord> _known = [];

    private SiteMemory(string folder) => (_folder, _twin) = (folder, Path.Join(folder, TwinName));

    /// <param name="cache">Null where nothing is to be kept.</param>
    /// <returns>Null also where files cannot have two names, or the program cannot give them.</returns>
    public static SiteMemory? Of(string? cache, string output)
    {
        if (cache is null || !(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()))
        {
            return null;
        }

        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(FilePath.Real(output))).AsSpan(0, 16));
        return new SiteMemory(Path.Join(Path.GetFullPath(cache), "published", name));
    }

    /// <summary>A published folder with its record; null where there is none, or none whole.</summary>
    public RecordedSite? Find(string site)
    {
        if (FileStamp.Of(Path.Join(site, OwnershipMark.FileName)) is not { IsFile: true } mark)
        {
            return null;
        }

        if (!_known.TryGetValue(mark, out var record) && Read(PathOf(mark)) is { } read && read.Mark == mark)
        {
            _known[mark] = record = read;
        }

        return record is null ? null : new RecordedSite(site, record);
    }

    public void Keep(SiteRecord record) => Try(() =>
    {
        Directory.CreateDirectory(_folder);
        var path = PathOf(record.Mark);
        using (var file = File.OpenHandle(path + ".new", FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, SiteRecordFormat.Write(record).Span, 0);
        }

        File.Move(path + ".new", path, overwrite: true);
        _known[record.Mark] = record;
    });

    /// <summary>Moves the twin to a place where nothing stands; false where there is none on that file system. Of two runs, one gets it.</summary>
    public bool TryTakeTwin(string place) =>
        OperatingSystem.IsLinux() && FileStamp.Of(_twin) is { IsFolder: true } && FolderRename.ToNew(_twin, place) == 0;

    /// <summary>Keeps a folder as the twin, in place of an older one, which is at <paramref name="site"/> then; on another file system it stays where it is.</summary>
    public void KeepTwin(string site) => Try(() =>
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        if (FileStamp.Of(_twin) is { IsFolder: false })
        {
            File.Delete(_twin);
        }

        var error = FolderRename.ToNew(site, _twin);
        if ((error == FolderRename.Exists ? FolderRename.Exchange(site, _twin) : error) == FolderRename.CrossDevice)
        {
            PublishedFolder.Delete(_twin);
        }
    });

    /// <summary>Deletes what no site needs any more: records of folders that are gone, and one other output's memory that is.</summary>
    /// <returns>Warnings of what could not be deleted.</returns>
    public IEnumerable<Finding> Tidy(string output)
    {
        var leftover = default(Leftover);
        Try(() =>
        {
            var mine = Path.Join(_folder, OutputName);
            File.WriteAllText(mine, FilePath.Real(output));
            string[] kept = [mine, .. ((string[])[output, _twin]).Select(site => FileStamp.Of(Path.Join(site, OwnershipMark.FileName))).OfType<FileStamp>().Select(PathOf)];
            foreach (var path in Directory.GetFiles(_folder).Except(kept))
            {
                File.Delete(path);
            }

            leftover = ForgottenOutput.DeleteOne(Path.GetDirectoryName(_folder)!, _folder);
        });
        return leftover is null ? [] : [leftover.Finding];
    }

    private string PathOf(FileStamp mark) => Path.Join(_folder, string.Create(CultureInfo.InvariantCulture, $"{mark.Time:x}-{mark.Node:x}{RecordSuffix}"));

    private static SiteRecord? Read(string path)
    {
        try
        {
            return SiteRecordFormat.Read(File.ReadAllBytes(path));
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return null;
        }
    }

    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // The next build does without.
        }
    }
}

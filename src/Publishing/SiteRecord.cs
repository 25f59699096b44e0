namespace PolicyArchive.Publishing;

/// <summary>What a published folder held when it was published.</summary>
internal sealed record SiteRecord
{
    // Some file systems tell time by two seconds: what changed later than that before the look may have changed after it, unseen.
    private const long UnsettledNanoseconds = 2_000_000_000;

    /// <summary>Of the list of files, which every publishing writes anew: so it tells one published folder from all others.</summary>
    public required FileStamp Mark { get; init; }

    /// <summary>When the folders were looked at, as <see cref="FileStamp.Time"/>.</summary>
    public required long Taken { get; init; }

    /// <summary>By the name of each.</summary>
    public required IReadOnlyDictionary<string, UnitRecord> Units { get; init; }

    /// <summary>Files of no unit, by path.</summary>
    public required IReadOnlyDictionary<string, FileRecord> Loose { get; init; }

    /// <summary>By path with a closing slash; the site itself is the empty one.</summary>
    public required IReadOnlyDictionary<string, FolderRecord> Folders { get; init; }

    /// <summary>Whether a folder of that stamp has what it had: nothing was put into it and nothing taken away since.</summary>
    public bool IsSame(FolderRecord folder, FileStamp now) => now == folder.Stamp && now.Time < Taken - UnsettledNanoseconds;
}

/// <param name="Path">Below the site, or below the folder of its unit.</param>
internal readonly record struct FileRecord(string Path, FileStamp Stamp, FileSum Sum);

/// <param name="Folder">With a closing slash, or empty.</param>
internal sealed record UnitRecord(UInt128 Print, string Folder, FileRecord[] Files);

/// <param name="Names">Of all that it holds, see <see cref="FolderNames"/>.</param>
internal readonly record struct FolderRecord(FileStamp Stamp, ulong Names);

using System.Security.Cryptography;
using PolicyArchive.Findings;

namespace PolicyArchive.Keeping;

/// <summary>
/// Work kept between runs: bytes by the hash of all that they were made from. What is kept may vanish or be damaged at any
/// time, and is then made anew; so nothing that goes wrong here is a fault. Safe to use from many threads and runs at once.
/// </summary>
/// <param name="folder">Its own folder of the cache, such as <c>cards</c>; made when something is kept.</param>
/// <param name="clock">Tells what has not been used for long.</param>
public sealed class KeptFiles(string folder, TimeProvider clock)
{
    private const int SumLength = 16;

    // What is used is marked as such once a day, which is often enough to know it from what is not.
    private static readonly TimeSpan MarkedEvery = TimeSpan.FromDays(1);

    /// <summary>What was kept under that key; null where there is nothing, or nothing whole.</summary>
    /// <param name="key">From <see cref="KeptKey"/>.</param>
    public byte[]? Find(string key)
    {
        try
        {
            var path = PathOf(key);
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }

            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < SumLength || !Sum(bytes.AsSpan(..^SumLength)).SequenceEqual(bytes.AsSpan(^SumLength..)))
            {
                return null;
            }

            var now = clock.GetUtcNow().UtcDateTime;
            if (now - file.LastWriteTimeUtc > MarkedEvery)
            {
                File.SetLastWriteTimeUtc(path, now);
            }

            return bytes[..^SumLength];
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            return null;
        }
    }

    /// <summary>Keeps bytes under a key: whole, or not at all.</summary>
    public void Keep(string key, ReadOnlySpan<byte> bytes)
    {
        var path = PathOf(key);
        var unfinished = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using (var handle = File.OpenHandle(unfinished, FileMode.Create, FileAccess.Write))
            {
                RandomAccess.Write(handle, bytes, 0);
                RandomAccess.Write(handle, Sum(bytes), bytes.Length);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            Delete(unfinished);
        }
    }

    /// <summary>Deletes what has not been used for long, then the longest unused until the rest is small enough.</summary>
    /// <param name="most">In bytes.</param>
    public void Prune(TimeSpan longest, long most)
    {
        try
        {
            var oldest = clock.GetUtcNow().UtcDateTime - longest;
            var kept = 0L;
            foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderByDescending(file => file.LastWriteTimeUtc))
            {
                kept += file.Length;
                if (kept > most || file.LastWriteTimeUtc < oldest)
                {
                    Delete(file.FullName);
                }
            }
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // Another run prunes too, or there is no folder yet.
        }
    }

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            // It stays until it can be deleted.
        }
    }

    private static ReadOnlySpan<byte> Sum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes).AsSpan(0, SumLength);

    private string PathOf(string key) => Path.Join(folder, key[..2], key[2..]);
}

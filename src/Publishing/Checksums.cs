using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;
using PolicyArchive.Briefs;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>
/// <c>SHA256SUMS</c>: a line for every file of the site but this one, as <c>sha256sum --check</c> of GNU coreutils reads them.
/// Taken while the files are made, from many threads, so that no page is read again.
/// </summary>
public sealed class Checksums
{
    private const int ReadAtOnce = 1 << 20;

    private readonly ConcurrentBag<(string Path, byte[] Sum)> _sums = [];

    public static SiteUrl Url { get; } = SiteUrl.Home.File("SHA256SUMS");

    public void Add(RenderedFile file)
    {
        if (file.Parts is [var whole])
        {
            _sums.Add((file.Path, SHA256.HashData(whole.Span)));
            return;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in file.Parts)
        {
            hash.AppendData(part.Span);
        }

        _sums.Add((file.Path, hash.GetHashAndReset()));
    }

    /// <param name="source">Open for reading; it is not closed.</param>
    /// <param name="relativePath">Below the output folder, with forward slashes.</param>
    /// <exception cref="MachineFailure">The file cannot be read.</exception>
    public void Add(SafeFileHandle source, string relativePath)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var chunk = new byte[Math.Clamp(RandomAccess.GetLength(source), 1, ReadAtOnce)];
            for (var offset = 0L; RandomAccess.Read(source, chunk, offset) is > 0 and var read; offset += read)
            {
                hash.AppendData(chunk, 0, read);
            }

            _sums.Add((relativePath, hash.GetHashAndReset()));
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While($"cannot read what becomes {relativePath}", e);
        }
    }

    public RenderedFile Render()
    {
        var text = new StringBuilder();
        foreach (var (path, sum) in _sums.OrderBy(line => line.Path, StringComparer.Ordinal))
        {
            // A name that would break its line is written with escapes, and a backslash before the line says so.
            var escaped = path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);
            text.Append(escaped.Length == path.Length ? "" : "\\").Append(Convert.ToHexStringLower(sum)).Append("  ").Append(escaped).Append('\n');
        }

        return RenderedFile.At(Url, Encoding.UTF8.GetBytes(text.ToString()));
    }
}

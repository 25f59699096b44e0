using System.Text;
using PolicyArchive.Briefs;
using PolicyArchive.Findings;
using PolicyArchive.Pages;

namespace PolicyArchive.Publishing;

/// <summary>The ledger of published addresses, on disk: one a line, escaped, in ordinal order, so that versions of it merge.</summary>
public static class LedgerFile
{
    public const string Name = "ledger.txt";

    // Hidden, so never published; of one name, so that what a killed run left is written over.
    private const string Unfinished = ".ledger.txt.unfinished";

    /// <summary>
    /// Adds the addresses that it lacks, whole or not at all. Lines that are there stay as they are, with their comments,
    /// order and line ends; nothing is written when nothing is new.
    /// </summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="MachineFailure">The file cannot be read or written.</exception>
    public static int Record(string inputFolder, BaseUrl site, IReadOnlySet<SiteUrl> addresses)
    {
        var path = Path.Combine(inputFolder, Name);
        try
        {
            // Through a link, its target is replaced and the link stays.
            path = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
            var old = File.Exists(path) ? File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) : "";
            var hasMark = File.Exists(path) && HasMark(path);
            var (text, added) = With(old, site, addresses);
            if (added > 0)
            {
                Replace(path, hasMark ? "\uFEFF" + text : text);
            }

            return added;
        }
        catch (Exception e) when (MachineFailure.Is(e))
        {
            throw MachineFailure.While($"the site is published, but its addresses cannot be recorded in {path}", e);
        }
    }

    internal static (string Text, int Added) With(string old, BaseUrl site, IReadOnlySet<SiteUrl> addresses)
    {
        var lines = Lines(old);
        var known = lines.Select(line => AddressOf(line, site)).ToArray();
        var recorded = known.OfType<SiteUrl>().Select(u => u.OutputPath).ToHashSet(StringComparer.Ordinal);
        string[] fresh = [.. addresses.Where(a => !recorded.Contains(a.OutputPath)).Select(a => a.Escaped).Where(a => AddressOf(a, site) is not null).Order(StringComparer.Ordinal)];
        if (fresh.Length == 0)
        {
            return (old, 0);
        }

        var end = old.IndexOfAny(['\r', '\n']) is var at and >= 0 ? old[at] == '\r' ? old.AsSpan(at).StartsWith("\r\n") ? "\r\n" : "\r" : "\n" : "\n";
        if (lines.Count > 0 && !lines[^1].EndsWith('\n') && !lines[^1].EndsWith('\r'))
        {
            lines[^1] += end;
        }

        return (Merge(lines, known, fresh, end), fresh.Length);
    }

    // Each new address behind the last that is smaller, so that a comment stays above the line it speaks of.
    private static string Merge(List<string> lines, SiteUrl?[] known, string[] fresh, string end)
    {
        var text = new StringBuilder();
        var (next, written) = (0, 0);
        var places = Enumerable.Range(0, lines.Count).Where(i => known[i] is not null).ToArray();
        WriteTo(places is [var first, ..] ? first : lines.Count);
        foreach (var place in places)
        {
            AddThoseBefore(known[place]!.Value.Escaped);
            WriteTo(place + 1);
        }

        AddThoseBefore(null);
        WriteTo(lines.Count);
        return text.ToString();

        void WriteTo(int line)
        {
            text.AppendJoin("", lines[written..line]);
            written = line;
        }

        void AddThoseBefore(string? address)
        {
            for (; next < fresh.Length && (address is null || string.CompareOrdinal(fresh[next], address) < 0); next++)
            {
                text.Append(fresh[next]).Append(end);
            }
        }
    }

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var at = text.AsSpan(from).IndexOfAny('\r', '\n');
            var to = at < 0 ? text.Length : from + at + (text.AsSpan(from + at).StartsWith("\r\n") ? 2 : 1);
            lines.Add(text[from..to]);
            from = to;
        }

        return lines;
    }

    private static SiteUrl? AddressOf(string line, BaseUrl site) =>
        line.Trim() is { Length: > 0 } text && (text[0] == '/' || text.Contains("://", StringComparison.Ordinal)) && OldAddress.TryParse(text, site, out var url, out _) ? url : null;

    private static bool HasMark(string path)
    {
        using var file = File.OpenRead(path);
        return file.ReadByte() == 0xEF;
    }

    private static void Replace(string path, string text)
    {
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, Unfinished);
        try
        {
            using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path))
            {
                File.SetUnixFileMode(unfinished, File.GetUnixFileMode(path));
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}

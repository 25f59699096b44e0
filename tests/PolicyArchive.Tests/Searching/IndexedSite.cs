using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicyArchive.Commands;
using PolicyArchive.Searching.Index;

namespace PolicyArchive.Tests.Searching;

/// <summary>The search index of a small site, read as docs/search-format.md says and by none of the program's own code but its numbers.</summary>
internal sealed class IndexedSite
{
    private readonly ConcurrentDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IndexedSite(SmallSite site)
    {
        var build = SiteBuild.Prepare(site.Options);
        Assert.DoesNotContain(build.Findings, finding => finding.Severity == PolicyArchive.Findings.Severity.Error);
        Assert.Empty(build.Render(file => _files[file.Path] = file.Bytes.ToArray()));
        Folder = _files.Keys.Single(path => path.EndsWith("/root.bin", StringComparison.Ordinal))[..^"root.bin".Length];
        Root = JsonDocument.Parse(Inflate("root.bin")).RootElement;
    }

    public string Folder { get; }

    public JsonElement Root { get; }

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public IEnumerable<string> Names => _files.Keys.Where(path => path.StartsWith(Folder, StringComparison.Ordinal)).Select(path => path[Folder.Length..]);

    public byte[] Inflate(string name)
    {
        using var inflated = new MemoryStream();
        using var deflate = new DeflateStream(new MemoryStream(_files[Folder + name]), CompressionMode.Decompress);
        deflate.CopyTo(inflated);
        return inflated.ToArray();
    }

    public JsonElement Text(int brief, int part) => JsonDocument.Parse(Inflate($"t/{brief / 256}/{brief}-{part}.bin")).RootElement;

    /// <summary>The briefs of each stem that a form belongs to.</summary>
    public int[][] BriefsWith(string form)
    {
        var keys = Root.GetProperty("shards").GetString()!.Split(' ');
        return [.. Stems(Array.FindLastIndex(keys, key => string.CompareOrdinal(key, form) <= 0), form)];
    }

    /// <summary>The number of the files of a form's long list.</summary>
    public int LongList(string form)
    {
        var keys = Root.GetProperty("shards").GetString()!.Split(' ');
        var (forms, references, stems) = Shard(Array.FindLastIndex(keys, key => string.CompareOrdinal(key, form) <= 0));
        return stems[references[Array.IndexOf(forms, form)]].Long;
    }

    private IEnumerable<int[]> Stems(int shard, string form)
    {
        var (forms, references, stems) = Shard(shard);
        for (var i = 0; i < forms.Length; i++)
        {
            if (forms[i] == form)
            {
                var stem = stems[references[i]];
                yield return stem.Briefs ?? Shard(stem.Shard).Stems[stem.Index].Briefs!;
            }
        }
    }

    private sealed record Stem(int Shard, int Index, int[]? Briefs, int Long);

    private (string[] Forms, int[] References, Stem[] Stems) Shard(int number)
    {
        var bytes = Inflate($"w/{number}.bin");
        var at = 0;
        int Next() => ByteList.ReadNumber(bytes, ref at);
        var length = Next();
        var before = "";
        var forms = length == 0 ? [] : Encoding.UTF8.GetString(bytes, at, length).Split('\n').Select(entry => before = before[..(entry[0] - 32)] + entry[1..]).ToArray();
        at += length;
        var reference = 0;
        var references = forms.Select(_ => Next()).Select(step => reference += (step >> 1) ^ -(step & 1)).ToArray();
        var heads = Enumerable.Range(0, Next()).Select(_ => Next() is var count and > 0
            ? (Count: count >> 1, Other: (count & 1) == 1 ? Next() : -1, Index: -1)
            : (Count: 0, Other: Next(), Index: Next())).ToArray();
        return (forms, references, [.. heads.Select(head => head.Count == 0 ? new Stem(head.Other, head.Index, null, -1) : new Stem(number, 0, head.Other < 0 ? Gaps(bytes, ref at, head.Count) : Long(head), head.Other))]);
    }

    private int[] Long((int Count, int Other, int Index) head)
    {
        var at = 0;
        return Gaps(Inflate($"l/{head.Other}.bin"), ref at, head.Count);
    }

    private static int[] Gaps(byte[] bytes, ref int at, int count)
    {
        var briefs = new int[count];
        var last = -1;
        for (var i = 0; i < count; i++)
        {
            last += 1 + ByteList.ReadNumber(bytes, ref at);
            briefs[i] = last;
        }

        return briefs;
    }
}

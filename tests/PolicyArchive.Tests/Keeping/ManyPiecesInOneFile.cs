using PolicyArchive.Commands;
using PolicyArchive.Keeping;

namespace PolicyArchive.Tests.Keeping;

public sealed class ManyPiecesInOneFile : IDisposable
{
    private readonly string _cache = Directory.CreateTempSubdirectory("archive-").FullName;

    public void Dispose() => Directory.Delete(_cache, recursive: true);

    [Fact]
    public void Come_back_whole_and_only_under_their_own_print()
    {
        Keep((1, "one"), (2, ""), (UInt128.MaxValue, "last"));
        var pack = Open();
        Assert.Equal("one", Text(pack.Find(1)));
        Assert.Equal("", Text(pack.Find(2)));
        Assert.Equal("last", Text(pack.Find(UInt128.MaxValue)));
        Assert.Null(pack.Find(3));
    }

    [Fact]
    public void Are_added_behind_the_others_while_those_are_of_use_and_replace_them_when_not()
    {
        Keep((1, "one"), (2, "two"));
        var first = Length;
        Keep([1, 2], (3, "three"));
        Assert.True(Length > first);
        Assert.Equal("two", Text(Open().Find(2)));
        Keep([3], (4, "four"));
        Assert.Null(Open().Find(1));
        Assert.Equal("three", Text(Open().Find(3)));
        Assert.Equal("four", Text(Open().Find(4)));
    }

    [Fact]
    public void Are_not_written_when_nothing_is_new()
    {
        Keep((1, "one"));
        var before = File.ReadAllBytes(Path);
        Keep([1]);
        Assert.Equal(before, File.ReadAllBytes(Path));
    }

    [Fact]
    public void Are_bounded_by_what_this_run_uses()
    {
        Keep((1, new string('x', 1000)));
        Keep(300, [], (2, "two"));
        Assert.Null(Open().Find(1));
        Assert.Equal("two", Text(Open().Find(2)));
        Keep(300, [2], (3, new string('x', 1000)));
        Assert.Null(Open().Find(3));
        Assert.Equal("two", Text(Open().Find(2)));
    }

    [Fact]
    public void Are_each_found_or_not_whatever_byte_is_another_or_missing()
    {
        Keep((1, "one"), (2, "two"), (3, "three"));
        var whole = File.ReadAllBytes(Path);
        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = whole.ToArray();
            damaged[i] ^= 0x40;
            File.WriteAllBytes(Path, damaged);
            OnlyTrue(Open());
            File.WriteAllBytes(Path, whole[..i]);
            OnlyTrue(Open());

            // What is added to a damaged file is found all the same.
            Keep((9, "nine"));
            Assert.Equal("nine", Text(Open().Find(9)));
        }
    }

    [Fact]
    public void Are_taken_by_a_build_only_as_far_as_they_are_whole()
    {
        using var site = SmallSite.WithBrief("topics: [Water]", "A *text* with a note[^1].\n\n[^1]: [There](xref:nowhere).\n");
        var options = site.Options with { Cache = _cache };
        var expected = SiteBuild.Prepare(site.Options).Findings.Select(f => f.ToString()).ToArray();
        Assert.Contains(expected, f => f.Contains("LINK002", StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(expected, SiteBuild.Prepare(options).Findings.Select(f => f.ToString()));
        }

        var file = Assert.Single(Directory.GetFiles(System.IO.Path.Join(_cache, "texts")));
        var bytes = File.ReadAllBytes(file);
        bytes[^20] ^= 1;
        File.WriteAllBytes(file, bytes);
        Assert.Equal(expected, SiteBuild.Prepare(options).Findings.Select(f => f.ToString()));
    }

    private static void OnlyTrue(KeptPack pack)
    {
        foreach (var (print, text) in ((UInt128, string)[])[(1, "one"), (2, "two"), (3, "three")])
        {
            Assert.True(pack.Find(print) is not { } found || Text(found) == text);
        }
    }

    private string Path => Assert.Single(Directory.GetFiles(_cache));

    private long Length => new FileInfo(Path).Length;

    private KeptPack Open() => KeptPack.Open(_cache, "input");

    private void Keep(params (UInt128 Print, string Text)[] pieces) => Keep(int.MaxValue, [], pieces);

    private void Keep(UInt128[] used, params (UInt128 Print, string Text)[] pieces) => Keep(int.MaxValue, used, pieces);

    private void Keep(long most, UInt128[] used, params (UInt128 Print, string Text)[] pieces)
    {
        var pack = Open();
        foreach (var print in used)
        {
            Assert.NotNull(pack.Find(print));
        }

        foreach (var (print, text) in pieces)
        {
            pack.Add(print, System.Text.Encoding.UTF8.GetBytes(text));
        }

        pack.Save(most);
    }

    private static string? Text(ReadOnlyMemory<byte>? bytes) => bytes is { } found ? System.Text.Encoding.UTF8.GetString(found.Span) : null;
}

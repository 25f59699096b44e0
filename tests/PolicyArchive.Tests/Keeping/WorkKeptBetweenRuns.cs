using PolicyArchive.Keeping;

namespace PolicyArchive.Tests.Keeping;

public sealed class WorkKeptBetweenRuns : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kept-").FullName;
    private readonly Clock _clock = new();
    private readonly string _key;

    public WorkKeptBetweenRuns()
    {
        using var key = new KeptKey();
        _key = key.With("a").With("b").Text();
    }

    private KeptFiles Kept => new(Path.Join(_folder, "cards"), _clock);

    private string OnlyFile => Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_kept_is_found_by_the_next_run()
    {
        Assert.Null(Kept.Find(_key));
        Kept.Keep(_key, "bytes"u8);
        Assert.Equal("bytes"u8.ToArray(), Kept.Find(_key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    public void A_damaged_entry_is_as_good_as_none_and_is_made_anew(int length)
    {
        Kept.Keep(_key, "bytes"u8);
        var whole = File.ReadAllBytes(OnlyFile);
        File.WriteAllBytes(OnlyFile, whole[..length]);
        Assert.Null(Kept.Find(_key));
        whole[1] ^= 1;
        File.WriteAllBytes(OnlyFile, whole);
        Assert.Null(Kept.Find(_key));
        Kept.Keep(_key, "bytes"u8);
        Assert.Equal("bytes"u8.ToArray(), Kept.Find(_key));
    }

    [Fact]
    public void Parts_of_a_key_do_not_run_into_each_other()
    {
        using var key = new KeptKey();
        Assert.NotEqual(_key, key.With("ab").With("").Text());
        Assert.Equal(_key, key.With("a").With("b").Text());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_keeps_nothing_and_stops_nothing()
    {
        File.WriteAllText(Path.Join(_folder, "cards"), "a file where the folder would be");
        Kept.Keep(_key, "bytes"u8);
        Assert.Null(Kept.Find(_key));
        Kept.Prune(TimeSpan.FromDays(1), 1);
    }

    [Fact]
    public void What_is_not_used_for_long_goes_and_what_is_used_stays()
    {
        using var other = new KeptKey();
        var unused = other.With("c").Text();
        Kept.Keep(_key, "bytes"u8);
        Kept.Keep(unused, "others"u8);
        _clock.Now = DateTimeOffset.UtcNow + TimeSpan.FromDays(40);
        Assert.NotNull(Kept.Find(_key));
        Kept.Prune(TimeSpan.FromDays(30), long.MaxValue);
        Assert.NotNull(Kept.Find(_key));
        Assert.Null(Kept.Find(unused));
    }

    [Fact]
    public void Of_what_is_too_much_the_longest_unused_goes()
    {
        using var other = new KeptKey();
        var older = other.With("c").Text();
        Kept.Keep(older, new byte[500]);
        File.SetLastWriteTimeUtc(OnlyFile, DateTime.UtcNow.AddHours(-2));
        Kept.Keep(_key, new byte[500]);
        Kept.Prune(TimeSpan.FromDays(30), 600);
        Assert.NotNull(Kept.Find(_key));
        Assert.Null(Kept.Find(older));
    }

    [Fact]
    public void Two_runs_that_keep_the_same_at_once_leave_it_whole()
    {
        var bytes = new byte[100_000];
        Parallel.For(0, 64, i =>
        {
            Kept.Keep(_key, bytes);
            Assert.True(Kept.Find(_key) is null or { Length: 100_000 });
        });
        Assert.Equal(bytes, Kept.Find(_key));
        Assert.NotNull(OnlyFile);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset? Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now ?? DateTimeOffset.UtcNow;
    }
}

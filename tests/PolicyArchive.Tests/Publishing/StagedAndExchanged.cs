using PolicyArchive.Findings;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Publishing;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class StagedAndExchanged : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_new_site_takes_the_place_of_the_old_whole()
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"), ("gone/c.html", "c"));
        _scratch.Publish(("index.html", "two"), ("a/b.html", "b"));
        Assert.Equal(("two", "b"), (_scratch.Read("index.html"), _scratch.Read("a/b.html")));
        Assert.False(Directory.Exists(Path.Combine(_scratch.Output, "gone")));
        Assert.Empty(_scratch.Leftovers);
    }

    [Fact]
    public void A_site_that_is_not_committed_leaves_the_old_untouched_and_nothing_behind()
    {
        _scratch.Publish(("index.html", "one"));
        using (var staging = OutputFolder.At(_scratch.Output).Stage())
        {
            staging.Write(ScratchFolder.Rendered("index.html", "two"));
            Assert.Equal("one", _scratch.Read("index.html"));
            Assert.NotEmpty(_scratch.Leftovers);
        }

        Assert.Equal("one", _scratch.Read("index.html"));
        Assert.Empty(_scratch.Leftovers);
    }

    [Theory]
    [InlineData("same", true)]
    [InlineData("size", false)]
    [InlineData("longer", false)]
    [InlineData("", false)]
    public void A_file_that_did_not_change_is_kept_with_its_time_of_change(string text, bool isKept)
    {
        var longAgo = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        _scratch.Publish(("a.html", "same"), ("copy.bin", "same"));
        File.SetLastWriteTimeUtc(Path.Combine(_scratch.Output, "a.html"), longAgo);
        File.SetLastWriteTimeUtc(Path.Combine(_scratch.Output, "copy.bin"), longAgo);
        File.WriteAllText(_scratch.At("source"), text);
        using (var staging = OutputFolder.At(_scratch.Output).Stage())
        {
            staging.Write(ScratchFolder.Rendered("a.html", text));
            _scratch.Copy(staging, "source", "copy.bin");
            staging.Commit();
        }

        foreach (var name in (string[])["a.html", "copy.bin"])
        {
            Assert.Equal(text, _scratch.Read(name));
            Assert.Equal(isKept, File.GetLastWriteTimeUtc(Path.Combine(_scratch.Output, name)) == longAgo);
        }
    }

    [Fact]
    public void What_a_killed_run_left_is_cleared_and_what_a_running_one_writes_is_not()
    {
        Directory.CreateDirectory(_scratch.At(".out.staging-1-dead"));
        File.WriteAllText(_scratch.At(".out.staging-1-dead/index.html"), "half");
        File.WriteAllText(_scratch.At(".out.staging-1-dead.lock"), "");
        File.WriteAllText(_scratch.At(".out.staging-notes.txt"), "someone's own");
        using var running = OutputFolder.At(_scratch.Output).Stage();
        running.Write(ScratchFolder.Rendered("index.html", "first"));
        Assert.Empty(OutputFolder.At(_scratch.Output).Mend());
        _scratch.Publish(("index.html", "second"));
        Assert.Equal("second", _scratch.Read("index.html"));
        running.Commit();
        running.Dispose();
        Assert.Equal("first", _scratch.Read("index.html"));
        Assert.Equal([".out.staging-notes.txt"], _scratch.Leftovers);
    }

    [Fact]
    public void A_run_killed_between_two_steps_of_an_exchange_is_finished_by_the_next()
    {
        _scratch.Publish(("index.html", "old"));
        Directory.CreateDirectory(_scratch.At(".out.staging-1-dead"));
        File.WriteAllText(_scratch.At(".out.staging-1-dead.lock"), "");
        Directory.Move(_scratch.Output, _scratch.At(".out.staging-1-dead-old"));
        Assert.Empty(OutputFolder.At(_scratch.Output).Mend());
        Assert.Equal("old", _scratch.Read("index.html"));
        Assert.Empty(_scratch.Leftovers);
    }

    [Fact]
    public void A_file_put_there_while_the_site_is_made_stops_it_and_stays()
    {
        _scratch.Publish(("index.html", "one"));
        using var staging = OutputFolder.At(_scratch.Output).Stage();
        staging.Write(ScratchFolder.Rendered("index.html", "two"));
        File.WriteAllText(Path.Combine(_scratch.Output, "mine.txt"), "mine");
        var failure = Assert.Throws<MachineFailure>(staging.Commit);
        Assert.Contains("mine.txt", failure.Message, StringComparison.Ordinal);
        Assert.Equal(("one", "mine"), (_scratch.Read("index.html"), _scratch.Read("mine.txt")));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/../../x")]
    [InlineData("/x")]
    [InlineData("a//x")]
    [InlineData("./x")]
    [InlineData("")]
    [InlineData(OwnershipMark.FileName)]
    public void Nothing_is_written_outside_the_folder_or_over_its_mark(string path)
    {
        using var staging = OutputFolder.At(_scratch.Output).Stage();
        Assert.Throws<ArgumentException>(() => staging.Write(ScratchFolder.Rendered(path, "x")));
    }

    [Fact]
    public void A_file_that_its_writer_locked_can_be_replaced_once_it_is_published()
    {
        File.WriteAllText(_scratch.At("locked.pdf"), "one");
        File.SetUnixFileMode(_scratch.At("locked.pdf"), UnixFileMode.UserRead);
        using (var staging = OutputFolder.At(_scratch.Output).Stage())
        {
            _scratch.Copy(staging, "locked.pdf", "locked.pdf");
            staging.Commit();
        }

        Assert.True(File.GetUnixFileMode(Path.Combine(_scratch.Output, "locked.pdf")).HasFlag(UnixFileMode.UserWrite));
    }

    [Fact]
    public void The_folder_keeps_the_permissions_that_someone_gave_it()
    {
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
        _scratch.Publish(("index.html", "one"));
        File.SetUnixFileMode(_scratch.Output, Shared);
        _scratch.Publish(("index.html", "two"));
        Assert.Equal(Shared, File.GetUnixFileMode(_scratch.Output));
    }
}

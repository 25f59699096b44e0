using System.Security.Cryptography;
using PolicyArchive.Findings;
using PolicyArchive.Publishing;
using PolicyArchive.Tests.Contract;
using static PolicyArchive.Tests.Publishing.KeptSite;

namespace PolicyArchive.Tests.Publishing;

[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class DamagedBetweenBuilds : IDisposable
{
    private static readonly Piece[] Pieces =
    [
        Unit("a", ("a/index.html", "text of a"), ("a/cite.bib", "cite a")),
        Unit("b", ("b/index.html", "text of b")),
        Unit("text", "index/1/", ("t/a", "a"), ("t/b", "b")),
        Loose("index.html", "home"),
    ];

    private readonly KeptSite _site = new();

    public DamagedBetweenBuilds()
    {
        for (var build = 0; build < 3; build++)
        {
            _site.Build(Pieces);
        }

        Assert.Equal(2, _site.Records.Length);
        Assert.True(File.Exists(Path.Combine(_site.Twin, OwnershipMark.FileName)));
    }

    public void Dispose() => _site.Dispose();

    private void BuildsAsFromNothing()
    {
        _site.Build(Pieces);
        Assert.Empty(_site.Leftovers);
        _site.Build(Pieces);
        Assert.Equal("", _site.Build(Pieces));
        Assert.Equal("", _site.Build(Pieces));
    }

    [Theory]
    [InlineData("printf 'TEXT of a' > a/index.html")]
    [InlineData(": > a/index.html")]
    [InlineData("rm a/cite.bib")]
    [InlineData("rm -r a")]
    [InlineData("mv a/index.html a/other; mv b/index.html a/index.html; mv a/other b/index.html")]
    [InlineData("rm a/index.html && mkdir a/index.html")]
    [InlineData("rm a/index.html && ln b/index.html a/index.html")]
    [InlineData("rm a/index.html && mkfifo a/index.html")]
    [InlineData("rm -r index")]
    [InlineData("echo X >> index.html")]
    [InlineData("touch index.html")]
    [InlineData("chmod 640 b/index.html")]
    [InlineData("chmod 750 b")]
    [InlineData("mkdir -p a/empty/folders")]
    [InlineData("touch a/.DS_Store")]
    [InlineData("echo >> .policy-archive")]
    [InlineData("rm .policy-archive")]
    [InlineData("rm -r ./* .policy-archive")]
    public void What_someone_changed_in_the_twin_is_not_published(string change)
    {
        Assert.Equal(0, ProgramRun.Shell(_site.Twin, change).Code);
        BuildsAsFromNothing();
    }

    [Theory]
    [InlineData("printf 'TEXT of a' > a/index.html")]
    [InlineData(": > a/index.html")]
    [InlineData("rm a/cite.bib")]
    [InlineData("rm -r a index/1")]
    [InlineData("mv a/index.html a/cite; mv b/index.html a/index.html; mv a/cite b/index.html")]
    [InlineData("rm a/index.html && mkdir a/index.html")]
    [InlineData("rm a/index.html && mkfifo a/index.html")]
    [InlineData("echo X >> index.html")]
    [InlineData("touch index.html")]
    [InlineData("chmod 640 b/index.html")]
    [InlineData("chmod 750 b .")]
    [InlineData("mkdir -p a/empty/folders")]
    [InlineData("touch a/.DS_Store")]
    [InlineData("echo >> .policy-archive")]
    [InlineData("rm -r ./* .policy-archive")]
    public void What_someone_changed_in_the_output_is_published_anew(string change)
    {
        Assert.Equal(0, ProgramRun.Shell(_site.Output, change).Code);
        BuildsAsFromNothing();
    }

    [Fact]
    public void A_file_of_someone_else_in_the_twin_is_neither_published_nor_deleted()
    {
        File.WriteAllText(Path.Combine(_site.Twin, "a", "notes.txt"), "mine");
        _site.Build(Pieces);
        Assert.Equal("OUT007", Assert.Single(_site.Leftovers).Code);
        Assert.Equal("mine", File.ReadAllText(Assert.Single(Directory.GetFiles(_site.Path, "notes.txt", SearchOption.AllDirectories))));
        Assert.Empty(Directory.GetFiles(_site.Cache, "notes.txt", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/")]
    [InlineData("index/1/t/")]
    public void A_file_of_someone_else_in_the_output_is_seen_however_long_nothing_else_was_changed_there(string folder)
    {
        // Folders that have not changed in a long time are not looked into again.
        using (var staging = _site.Folder.Stage())
        {
            Put(staging, [.. Pieces, Loose("new", "new")]);
            staging.WriteChecksums();
            var staged = Directory.GetDirectories(_site.Path, ".out.staging-*").Single();
            foreach (var old in Directory.GetDirectories(staged, "*", SearchOption.AllDirectories))
            {
                Directory.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-1));
            }

            staging.Commit();
        }

        Assert.Empty(_site.Folder.Judge([]));
        File.WriteAllText(_site.At(folder + "mine.txt"), "mine");
        Assert.Equal("OUT006", Assert.Single(_site.Folder.Judge([])).Code);
        using (var staging = _site.Folder.Stage())
        {
            Put(staging, Pieces);
            Assert.Contains("mine.txt", Assert.Throws<MachineFailure>(staging.Commit).Message, StringComparison.Ordinal);
        }

        File.Delete(_site.At(folder + "mine.txt"));
        BuildsAsFromNothing();
    }

    [Fact]
    public void A_twin_that_holds_more_than_the_new_site_at_the_last_moment_is_not_published()
    {
        using (var staging = _site.Folder.Stage())
        {
            Put(staging, Pieces);
            File.WriteAllText(Path.Combine(Directory.GetDirectories(_site.Path, ".out.staging-*").Single(), "a", "stray"), "stray");
            Assert.Throws<MachineFailure>(staging.Commit);
        }

        _site.Compare(Pieces);
        BuildsAsFromNothing();
    }

    [Theory]
    [InlineData("rm -f *.record", "a b text")]
    [InlineData("for r in *.record; do truncate -s -1 $r; done", "a b text")]
    [InlineData("for r in *.record; do : > $r; done", "a b text")]
    [InlineData("for r in *.record; do printf X | dd of=$r bs=1 seek=200 conv=notrunc; done", "a b text")]
    [InlineData("set -- *.record; mv $1 x; mv $2 $1; mv x $2", "a b text")]
    [InlineData("rm -r twin", "")]
    [InlineData("rm -r twin; ln -s .. twin", "")]
    [InlineData("rm -r twin; mkdir twin", "")]
    [InlineData("rm -r twin; echo > twin", "")]
    [InlineData("rm output", "")]
    [InlineData("cd ..; rm -r *", "a b text")]
    public void What_someone_did_to_the_cache_costs_work_and_nothing_else(string change, string made)
    {
        Assert.Equal(0, ProgramRun.Shell(_site.Memory, change).Code);
        Assert.Equal(made, _site.Build(Pieces));
        BuildsAsFromNothing();
    }

    [Fact]
    public void A_cache_that_cannot_be_written_costs_the_next_build_and_not_this_one()
    {
        Assert.Equal(0, ProgramRun.Shell(_site.Memory, "cd ../..; rm -r published; echo > published").Code);
        Assert.Equal("a b text", _site.Build(Pieces));
        Assert.Equal("a b text", _site.Build(Pieces));
    }

    [Theory]
    [InlineData("taken")]
    [InlineData("published")]
    [InlineData("recorded")]
    public void A_build_that_is_killed_between_two_steps_is_finished_by_the_next(string step)
    {
        var dead = Path.Combine(_site.Path, ".out.staging-1-dead");
        File.WriteAllText(dead + ".lock", "");
        switch (step)
        {
            case "taken":
                Directory.Move(_site.Twin, dead);
                File.Delete(Path.Combine(dead, OwnershipMark.FileName));
                File.Delete(Path.Combine(dead, "a", "index.html"));
                File.WriteAllText(Path.Combine(dead, "a", "index.html"), "half");
                break;
            case "published":
                // What was the site waits beside the new one, which has no record yet.
                Directory.Move(_site.Twin, dead);
                FolderExchange.Put(dead, _site.Output);
                Directory.GetFiles(_site.Memory, "*.record").ToList().ForEach(File.Delete);
                break;
            default:
                Directory.Move(_site.Twin, dead);
                break;
        }

        BuildsAsFromNothing();
    }

    [Fact]
    public void A_record_is_read_whole_or_not_at_all()
    {
        var bytes = File.ReadAllBytes(_site.Records[0]);
        var record = SiteRecordFormat.Read(bytes)!;
        Assert.Equal(bytes, SiteRecordFormat.Write(record).ToArray());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(SiteRecordFormat.Read(bytes.AsSpan(0, length)));
            bytes[length] ^= 1;
            Assert.Null(SiteRecordFormat.Read(bytes));
            bytes[length] ^= 1;
        }

        // Of another version, and whole.
        bytes["policy-archive published ".Length]++;
        SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes), bytes.AsSpan(^SHA256.HashSizeInBytes..));
        Assert.Null(SiteRecordFormat.Read(bytes));
    }
}

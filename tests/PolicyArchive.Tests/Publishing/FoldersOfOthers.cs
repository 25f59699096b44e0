using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Publishing;

public sealed class FoldersOfOthers : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private string[] Judged(string output, params string[] sources) =>
        [.. OutputFolder.At(output).Judge([.. sources]).Select(f => $"{f.Code} {Path.GetRelativePath(_scratch.Path, f.Place.File)}")];

    [Fact]
    public void A_folder_that_is_new_empty_or_ours_may_be_published_to()
    {
        Assert.Empty(Judged(_scratch.Output));
        Directory.CreateDirectory(_scratch.Output);
        Assert.Empty(Judged(_scratch.Output));
        File.WriteAllText(Path.Combine(_scratch.Output, ".DS_Store"), "litter");
        Assert.Empty(Judged(_scratch.Output));
        File.Delete(Path.Combine(_scratch.Output, ".DS_Store"));
        _scratch.Publish(("index.html", "one"));
        Assert.Empty(Judged(_scratch.Output));
    }

    [Fact]
    public void A_folder_with_files_of_someone_else_is_refused_by_the_first_of_them()
    {
        Directory.CreateDirectory(_scratch.At("out/thesis"));
        File.WriteAllText(_scratch.At("out/thesis/b.txt"), "b");
        File.WriteAllText(_scratch.At("out/thesis/a.txt"), "a");
        Assert.Equal(["OUT005 out/thesis/a.txt"], Judged(_scratch.Output));
    }

    [Fact]
    public void A_file_of_someone_else_among_ours_is_named()
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"));
        File.WriteAllText(_scratch.At("out/a/notes.txt"), "mine");
        Assert.Equal(["OUT006 out/a/notes.txt"], Judged(_scratch.Output));
    }

    [Fact]
    public void A_link_in_it_is_someone_elses_and_is_not_followed()
    {
        _scratch.Publish(("index.html", "one"));
        Directory.CreateDirectory(_scratch.At("precious"));
        File.WriteAllText(_scratch.At("precious/p.txt"), "p");
        Directory.CreateSymbolicLink(_scratch.At("out/link"), _scratch.At("precious"));
        Assert.Equal(["OUT006 out/link"], Judged(_scratch.Output));
    }

    [Fact]
    public void A_mark_that_is_not_ours_protects_everything()
    {
        Directory.CreateDirectory(_scratch.Output);
        File.WriteAllText(_scratch.At("out/index.html"), "x");
        File.WriteAllText(Path.Combine(_scratch.Output, OwnershipMark.FileName), "policy-archive output 99\n\nindex.html\n");
        Assert.Equal(["OUT005 out/index.html"], Judged(_scratch.Output));
    }

    [Theory]
    [InlineData("input")]
    [InlineData("input/deep")]
    [InlineData(".")]
    [InlineData("link-to-input")]
    public void A_folder_that_is_holds_or_lies_in_what_is_read_is_refused(string output)
    {
        Directory.CreateDirectory(_scratch.At("input"));
        Directory.CreateSymbolicLink(_scratch.At("link-to-input"), _scratch.At("input"));
        Assert.Equal([(output == "link-to-input" ? "OUT003 " : "OUT001 ") + output], Judged(_scratch.At(output), _scratch.At("input")));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        File.WriteAllText(_scratch.Output, "x");
        Assert.Equal(["OUT004 out"], Judged(_scratch.Output));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("~")]
    [InlineData("~/..")]
    public void The_home_folder_and_all_above_it_are_refused(string output)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        Assert.Equal("OUT002", Assert.Single(OutputFolder.At(output.Replace("~", home, StringComparison.Ordinal)).Judge([])).Code);
    }

    [Fact]
    public void A_site_with_someone_elses_file_slipped_in_at_the_last_moment_is_deleted_but_for_that_file()
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"));
        var staging = OutputFolder.At(_scratch.Output).Stage();
        using (staging)
        {
            staging.Write(ScratchFolder.Rendered("index.html", "two"));
            staging.Commit();
            var old = Directory.GetDirectories(_scratch.Path, ".out.staging-*").Single();
            File.WriteAllText(Path.Combine(old, "a", "slipped-in.txt"), "mine");
        }

        Assert.Equal("OUT007", Assert.Single(staging.Leftovers).Code);
        Assert.Equal("OUT007", Assert.Single(OutputFolder.At(_scratch.Output).Mend()).Code);
        var kept = Assert.Single(Directory.GetFiles(_scratch.Path, "slipped-in.txt", SearchOption.AllDirectories));
        Assert.Equal("mine", File.ReadAllText(kept));
        Assert.Empty(Directory.GetFiles(_scratch.Path, "b.html", SearchOption.AllDirectories));
    }
}

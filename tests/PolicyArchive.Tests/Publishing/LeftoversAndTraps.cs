using PolicyArchive.Findings;
using PolicyArchive.Publishing;
using PolicyArchive.Tests.Contract;

namespace PolicyArchive.Tests.Publishing;

/// <summary>What others, or chance, put in the way of publishing: nothing outside the output is touched.</summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class LeftoversAndTraps : IDisposable
{
    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly ScratchFolder _scratch = new();

    public LeftoversAndTraps()
    {
        Directory.CreateDirectory(_scratch.At("precious"));
        File.WriteAllText(_scratch.At("precious/b.html"), "precious");
    }

    public void Dispose() => _scratch.Dispose();

    private string Mark => Path.Combine(_scratch.Output, OwnershipMark.FileName);

    private void PreciousStands()
    {
        Assert.Equal("precious", File.ReadAllText(_scratch.At("precious/b.html")));
        Assert.Equal(["precious"], _scratch.Leftovers);
    }

    [Theory]
    [InlineData("../precious/b.html")]
    [InlineData("a/../../precious/b.html")]
    [InlineData("{scratch}/precious/b.html")]
    public void A_mark_that_claims_a_file_outside_the_folder_gets_nothing_deleted_there(string claim)
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"));
        File.AppendAllText(Mark, claim.Replace("{scratch}", _scratch.Path, StringComparison.Ordinal) + "\n");
        _scratch.Publish(("index.html", "two"));
        Assert.Equal("two", _scratch.Read("index.html"));
        PreciousStands();
    }

    [Fact]
    public void A_published_folder_replaced_by_a_link_after_the_exchange_is_not_followed()
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"));
        using (var staging = OutputFolder.At(_scratch.Output).Stage())
        {
            staging.Write(ScratchFolder.Rendered("index.html", "two"));
            staging.Commit();
            var old = Directory.GetDirectories(_scratch.Path, ".out.staging-*").Single();
            Directory.Delete(Path.Combine(old, "a"), recursive: true);
            Directory.CreateSymbolicLink(Path.Combine(old, "a"), _scratch.At("precious"));
        }

        Assert.Equal("precious", File.ReadAllText(_scratch.At("precious/b.html")));
    }

    [Fact]
    public void A_published_file_replaced_by_a_link_or_by_a_second_name_of_another_is_replaced_and_not_written_through()
    {
        _scratch.Publish(("index.html", "one"), ("b.html", "precious"), ("c.html", "c"));
        File.Delete(Path.Combine(_scratch.Output, "index.html"));
        File.CreateSymbolicLink(Path.Combine(_scratch.Output, "index.html"), _scratch.At("precious/b.html"));
        Assert.Equal(0, ProgramRun.Shell(_scratch.Path, "ln -f precious/b.html out/c.html").Code);
        _scratch.Publish(("index.html", "precious"), ("b.html", "precious"), ("c.html", "changed"));
        Assert.Null(new FileInfo(Path.Combine(_scratch.Output, "index.html")).LinkTarget);
        Assert.Equal("changed", _scratch.Read("c.html"));
        PreciousStands();
    }

    [Fact]
    public void A_left_staging_folder_that_is_a_link_is_not_followed()
    {
        Directory.CreateSymbolicLink(_scratch.At(".out.staging-1-dead"), _scratch.At("precious"));
        File.WriteAllText(_scratch.At(".out.staging-1-dead.lock"), "");
        Assert.Empty(OutputFolder.At(_scratch.Output).Mend());
        Assert.Equal("precious", File.ReadAllText(_scratch.At("precious/b.html")));
    }

    [Fact(Timeout = 20_000)]
    public async Task A_pipe_in_the_place_of_a_published_file_or_of_the_mark_is_not_waited_for()
    {
        await Task.Yield();
        _scratch.Publish(("index.html", "one"), ("empty.txt", ""));
        Assert.Equal(0, ProgramRun.Shell(_scratch.Output, "rm index.html empty.txt && mkfifo index.html empty.txt").Code);
        _scratch.Publish(("index.html", "one"), ("empty.txt", ""));
        Assert.Equal(("one", ""), (_scratch.Read("index.html"), _scratch.Read("empty.txt")));
        Assert.Equal(0, ProgramRun.Shell(_scratch.Output, $"rm {OwnershipMark.FileName} && mkfifo {OwnershipMark.FileName}").Code);
        Assert.Equal("OUT005", Assert.Single(OutputFolder.At(_scratch.Output).Judge([])).Code);
    }

    [Fact]
    public void A_mark_too_large_to_be_ours_is_not_read()
    {
        _scratch.Publish(("index.html", "one"));
        using (var mark = File.OpenWrite(Mark))
        {
            mark.SetLength(1L << 30);
        }

        Assert.Equal("OUT005", Assert.Single(OutputFolder.At(_scratch.Output).Judge([])).Code);
    }

    [Fact]
    public void A_mark_that_was_half_written_when_its_run_was_killed_makes_no_strangers_of_our_files()
    {
        Directory.CreateDirectory(_scratch.At(".out.staging-1-dead/a"));
        File.WriteAllText(_scratch.At(".out.staging-1-dead/a/b.html"), "b");
        File.WriteAllText(_scratch.At($".out.staging-1-dead/{OwnershipMark.FileName}.new"), "policy-archive output 1\nThis fol");
        File.WriteAllText(_scratch.At(".out.staging-1-dead.lock"), "");
        Assert.Empty(OutputFolder.At(_scratch.Output).Mend());
        PreciousStands();
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_said_and_not_followed_for_ever()
    {
        File.CreateSymbolicLink(_scratch.At("circle"), "circle/deeper");
        Assert.Throws<MachineFailure>(() => OutputFolder.At(_scratch.At("circle/out")).Judge([]));
    }

    [Fact]
    public void The_two_steps_of_an_exchange_end_as_the_one()
    {
        foreach (var (folder, text) in (ReadOnlySpan<(string, string)>)[("fresh", "new"), ("place", "old")])
        {
            Directory.CreateDirectory(_scratch.At(folder));
            File.WriteAllText(_scratch.At($"{folder}/index.html"), text);
        }

        FolderExchange.InTwoSteps(_scratch.At("fresh"), _scratch.At("place"));
        Assert.Equal(("new", "old"), (File.ReadAllText(_scratch.At("place/index.html")), File.ReadAllText(_scratch.At("fresh/index.html"))));
        FolderExchange.InTwoSteps(_scratch.At("fresh"), _scratch.At("elsewhere"));
        Assert.Equal(["elsewhere", "place", "precious"], _scratch.Leftovers);
    }

    [Fact]
    public void A_copied_file_that_changed_since_it_was_planned_stops_the_publishing()
    {
        File.WriteAllText(_scratch.At("annex.pdf"), "planned");
        var planned = new FileInfo(_scratch.At("annex.pdf"));
        var file = new PolicyArchive.Briefs.InputFile("annex.pdf", planned.FullName, new("input/annex.pdf"), planned.Length, planned.LastWriteTimeUtc);
        File.WriteAllText(planned.FullName, "changed since");
        using var staging = OutputFolder.At(_scratch.Output).Stage();
        using var source = File.OpenHandle(planned.FullName);
        Assert.StartsWith("input/annex.pdf changed", Assert.Throws<MachineFailure>(() => staging.Copy(source, file, "annex.pdf")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_who_closed_the_published_folders_to_writing_gets_the_new_site_and_nothing_beside_it()
    {
        _scratch.Publish(("index.html", "one"), ("a/b.html", "b"));
        File.SetUnixFileMode(Path.Combine(_scratch.Output, "a"), Closed);
        File.SetUnixFileMode(Path.Combine(_scratch.Output, "index.html"), UnixFileMode.None);
        File.SetUnixFileMode(_scratch.Output, Closed);
        _scratch.Publish(("index.html", "two"));
        Assert.Equal(Closed, File.GetUnixFileMode(_scratch.Output));
        File.SetUnixFileMode(_scratch.Output, Closed | UnixFileMode.UserWrite);
        Assert.Equal("two", _scratch.Read("index.html"));
        PreciousStands();
    }
}

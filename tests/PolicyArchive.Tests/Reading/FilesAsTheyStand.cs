using System.Text;

namespace PolicyArchive.Tests.Reading;

public sealed class FilesAsTheyStand
{
    private const string Head = "---\ntitle: X\npublished: 2019-01-01\n---\n";

    private static string[] PlacesOf(byte[] bytes)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", bytes);
        return site.Places();
    }

    [Fact]
    public void A_UTF_16_file_is_named_as_such()
    {
        Assert.Equal(["FILE003 briefs/x.md(1,1)"], PlacesOf([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Head)]));
        Assert.Equal(["FILE003 briefs/x.md(1,1)"], PlacesOf([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Head)]));
    }

    [Fact]
    public void A_byte_that_is_no_UTF_8_is_named_where_it_stands() =>
        Assert.Equal(["FILE002 briefs/x.md(6,3)"], PlacesOf([.. Encoding.UTF8.GetBytes(Head + "日本\n日本"), 0xE9, .. "x"u8]));

    [Theory]
    [InlineData("a\u0007b", "FILE004 briefs/x.md(5,2)")]
    [InlineData("日\u0000", "FILE004 briefs/x.md(5,2)")]
    [InlineData("𝒳a\uFFFE", "FILE004 briefs/x.md(5,3)")]
    [InlineData("\u0093quoted\u0094", "FILE004 briefs/x.md(5,1)")]
    public void A_character_that_no_text_holds_is_named_where_it_stands(string body, string expected) =>
        Assert.Equal([expected], PlacesOf(Encoding.UTF8.GetBytes(Head + body)));

    [Theory]
    [InlineData("briefs/x.md", "", "## a &#xFFFE; b\n", "")]
    [InlineData("briefs/x.md", "", "[a](%EF%BF%BE.md)\n", "LINK001")]
    [InlineData("briefs/x.md", "", "[a](/%EF%BF%BE/#%EF%BF%BE)\n", "LINK001")]
    [InlineData("briefs/x.md", "", "![a](&#xFFFE;)\n", "TEXT004")]
    [InlineData("briefs/x.md", "redirect_from: /%EF%BF%BE/", "", "LINK010")]
    [InlineData("briefs/x.md", "DestinationPath: a%EF%BF%BE/", "", "")]
    [InlineData("briefs/x.md", "image: {file: 'a%EF%BF%BE.png', alt: a}", "", "LINK005")]
    [InlineData("briefs/x\uFFFE.md", "", "", "")]
    [InlineData("briefs/y.md", "", "[a](x%ED%A0%80.md)\n", "LINK001")]
    public void A_character_that_is_none_can_be_written_as_an_escape_and_breaks_nothing(string path, string keys, string body, string codes)
    {
        using var site = SmallSite.WithSettings().With(path, $"---\ntitle: X\npublished: 2019-01-01\n{keys}\n---\n{body}").With("a\uFFFE.txt", "a");
        Assert.Equal(codes, string.Join(' ', site.Codes()));
    }

    [Fact]
    public void A_file_of_more_than_five_megabytes_is_refused() =>
        Assert.Equal(["FILE005 briefs/x.md"], PlacesOf(Encoding.UTF8.GetBytes(Head + new string('a', 5 * 1024 * 1024))));

    [Fact]
    public void A_byte_order_mark_changes_nothing()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "\uFEFF" + Head + "Text.\n");
        Assert.Equal("X", site.Plan().Archive.Entries[0].Brief.Title);
    }

    [Theory]
    [InlineData(".hidden.md")]
    [InlineData("_kept-back.md")]
    [InlineData("briefs/_notes/zebra.md")]
    [InlineData("briefs/.git/zebra.md")]
    [InlineData("node_modules/zebra.md")]
    [InlineData("files/_data.csv")]
    [InlineData(".well-known.txt")]
    public void Names_that_begin_with_a_dot_or_an_underscore_are_not_published(string path)
    {
        using var site = SmallSite.WithBrief("").With(path, "no brief at all");
        Assert.DoesNotContain(site.Files().Keys, k => k.Contains(Path.GetFileNameWithoutExtension(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Everything_else_is_copied_as_it_is()
    {
        using var site = SmallSite.WithBrief("").With("files/data.csv", "a,b\n").With("robots-of-old.txt", "x").With("données/é.pdf", "x");
        Assert.Superset(new HashSet<string> { "files/data.csv", "robots-of-old.txt", "données/é.pdf" }, site.Files().Keys.ToHashSet());
    }

    [Theory]
    [InlineData("/etc/hostname")]
    [InlineData("../outside.txt")]
    [InlineData("../../settings.yml")]
    [InlineData("nowhere.txt")]
    [InlineData("link.txt")]
    [InlineData("..")]
    public void A_link_that_leaves_the_folder_or_leads_nowhere_is_refused_by_name(string target)
    {
        using var site = SmallSite.WithBrief("").With("files/real.txt", "x");
        File.WriteAllText(Path.Combine(site.Folder, "outside.txt"), "secret");
        File.CreateSymbolicLink(site.PathOf("files/link.txt"), target);
        Assert.Equal(["FILE011 files/link.txt"], site.Places());
    }

    [Fact]
    public void A_link_to_a_file_of_the_folder_is_followed()
    {
        using var site = SmallSite.WithBrief("").With("files/real.txt", "x");
        File.CreateSymbolicLink(site.PathOf("link.txt"), "files/real.txt");
        Assert.Contains("link.txt", site.Files().Keys);
    }

    [Fact]
    public void A_pipe_is_refused_by_name_and_never_opened()
    {
        using var site = SmallSite.WithBrief("");
        Shell("mkfifo \"$1/briefs/pipe.md\"", site);
        Assert.Equal(["FILE011 briefs/pipe.md"], site.Places());
    }

    [Fact]
    public void A_name_that_is_no_UTF_8_and_folders_without_end_are_refused()
    {
        using var site = SmallSite.WithBrief("").With(string.Concat(Enumerable.Repeat("d/", 42)) + "x.txt", "x");
        Shell("touch \"$1/$(printf 'caf\\351').txt\"", site);
        Assert.Equal(["FILE014", "FILE013"], site.Codes());

        // The runtime cannot delete what it cannot name.
        Shell("rm -f \"$1\"/*.txt", site);
    }

    [Fact]
    public void A_missing_input_folder_is_named_and_an_empty_one_warned_of()
    {
        using var site = SmallSite.WithSettings();
        Assert.Equal(["FILE012"], site.Codes());
        Assert.Equal("FILE001", Assert.Single(site.Build(site.Options with { Input = site.PathOf("nowhere") }).Report.Shown).Code);
    }

    private static void Shell(string script, SmallSite site)
    {
        using var shell = System.Diagnostics.Process.Start("sh", ["-c", script, "sh", site.PathOf("")])!;
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}

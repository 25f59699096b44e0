using System.Text;

namespace PolicyArchive.Tests.Contract;

public sealed class HostileFiles
{
    private const string Good = "---\ntitle: X\npublished: 2019-01-01\n---\nText.\n";

    [Fact]
    public void UTF16_without_a_byte_order_mark_is_named_as_such()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "");
        File.WriteAllBytes(site.PathOf("briefs/x.md"), new UnicodeEncoding(false, false).GetBytes(Good));
        Assert.Equal(["FILE003 briefs/x.md(1,1)"], site.Places());
    }

    [Theory]
    [InlineData("+++\ntitle = \"X\"\n+++\nText\n", "TOML")]
    [InlineData("{\"title\": \"X\"}\nText\n", "JSON")]
    [InlineData("\n---\ntitle: X\npublished: 2019-01-01\n---\nText\n", "first line")]
    [InlineData("# X\n\nText\n", "no front matter")]
    public void A_brief_without_a_head_of_ours_is_told_what_stands_there(string text, string word)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", text);
        var finding = Assert.Single(site.Findings());
        Assert.Equal("BRIEF004", finding.Code);
        Assert.Contains(word, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topics")]
    [InlineData("regions")]
    [InlineData("authors")]
    public void More_names_than_any_brief_has_are_refused(string key)
    {
        using var site = SmallSite.WithBrief($"{key}: [{string.Join(", ", Enumerable.Range(0, 5000).Select(i => $"Name {i}x"))}]");
        Assert.Equal(["BRIEF033"], site.Codes());
    }

    [Theory]
    [InlineData(300, 1)]
    [InlineData(2, 600)]
    public void An_address_that_no_file_system_holds_is_a_finding(int letters, int steps)
    {
        using var site = SmallSite.WithBrief("redirect_from: /" + string.Concat(Enumerable.Repeat(new string('a', letters) + "/", steps)));
        Assert.Equal(["LINK010"], site.Codes());
    }

    [Fact]
    public void A_file_name_with_the_end_of_a_line_is_refused()
    {
        using var site = SmallSite.WithBrief("").With("new\nline.txt", "x");
        Assert.Equal(["FILE014"], site.Codes());
    }

    [Fact]
    public void Broken_settings_are_the_only_finding_about_settings()
    {
        using var site = new SmallSite().With("settings.yml", "- a list\n").With("briefs/x.md", Good);
        Assert.Equal(["FILE007"], site.Codes());
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public void UTF32_is_named_as_such(string encoding)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", [.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(Good)]);
        Assert.Equal(["FILE003 briefs/x.md(1,1)"], site.Places());
        Assert.Contains("UTF-32", site.Finding().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_that_stands_twice_changes_nothing()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "\uFEFF\uFEFF" + Good);
        Assert.Equal("X", site.Plan().Archive.Entries[0].Brief.Title);
    }

    [Fact]
    public void A_file_of_ten_gigabytes_is_refused_and_not_read()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Good).With("briefs/big.md", "");
        using (var big = File.OpenWrite(site.PathOf("briefs/big.md")))
        {
            big.SetLength(10L * 1024 * 1024 * 1024);
        }

        Assert.Equal(["FILE005 briefs/big.md"], site.Places());
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/mem")]
    [InlineData("link.md")]
    public void A_link_to_what_never_ends_is_refused_by_name(string target)
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", Good);
        File.CreateSymbolicLink(site.PathOf("briefs/link.md"), target);
        Assert.Equal(["FILE011 briefs/link.md"], site.Places());
    }

    [Theory]
    [InlineData(".env")]
    [InlineData("_notes.txt")]
    [InlineData("_kept/notes.txt")]
    [InlineData("briefs/draft.md")]
    public void A_link_shows_nothing_that_is_not_published(string target)
    {
        using var site = SmallSite.WithBrief("").With(target, "---\ntitle: Secret\npublished: 2019-01-01\ndraft: true\n---\n");
        File.CreateSymbolicLink(site.PathOf("shown.txt"), target);
        Assert.Equal(["FILE011 shown.txt"], site.Places());
    }

    [Fact]
    public void A_folder_whose_name_is_no_UTF8_is_a_finding()
    {
        using var site = SmallSite.WithBrief("");
        using (var shell = System.Diagnostics.Process.Start("sh", ["-c", "mkdir \"$1/$(printf 'caf\\351')\"", "sh", site.PathOf("")])!)
        {
            shell.WaitForExit();
        }

        Assert.Equal(["FILE014"], site.Codes());

        // The runtime cannot delete what it cannot name.
        using var clean = System.Diagnostics.Process.Start("sh", ["-c", "rmdir \"$1\"/caf*", "sh", site.PathOf("")])!;
        clean.WaitForExit();
    }

    [Fact]
    public void A_folder_where_a_listing_should_be_is_a_finding()
    {
        using var site = SmallSite.WithBrief("").With("topics.yml/notes.txt", "x");
        Assert.Equal(["FILE016 topics.yml"], site.Places());
    }

    [Theory]
    [InlineData("[/old/index.html, /old/]", "")]
    [InlineData("[/old/, /OLD/]", "")]
    [InlineData("[/old.html, /old.html/more/]", "LINK012")]
    public void Old_addresses_that_a_file_system_would_hold_as_one_are_no_two_pages(string addresses, string code)
    {
        using var site = SmallSite.WithBrief($"redirect_from: {addresses}");
        Assert.Equal(code, string.Join(' ', site.Codes()));
        if (code.Length == 0)
        {
            Assert.Single(site.Files().Keys, path => path.StartsWith("old", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Two_briefs_that_claim_one_old_address_in_different_case_are_refused()
    {
        using var site = SmallSite.WithBrief("redirect_from: /old/").AndBrief("y", "redirect_from: /OLD/");
        Assert.Equal(["LINK011"], site.Codes());
    }

    [Theory]
    [InlineData("Stra\u00DFe.txt", "strasse.txt")]
    [InlineData("\uFB01nance.txt", "finance.txt")]
    public void Two_files_that_fold_to_one_name_are_refused(string one, string other)
    {
        using var site = SmallSite.WithBrief("").With("files/" + one, "x").With("files/" + other, "y");
        Assert.Equal(["SITE101"], site.Codes());
    }

    [Fact]
    public void A_message_quotes_no_whole_file()
    {
        using var site = SmallSite.WithBrief("updated: " + new string('9', 100_000));
        Assert.True(Assert.Single(site.Findings()).ToString().Length < 2000);
    }
}

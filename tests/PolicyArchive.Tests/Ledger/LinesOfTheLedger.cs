using PolicyArchive.Briefs;
using PolicyArchive.Publishing;

namespace PolicyArchive.Tests.Ledger;

public sealed class LinesOfTheLedger
{
    private static string With(string old, params string[] addresses) =>
        LedgerFile.With(old, BaseUrl.Unknown, addresses.Select(a => SiteUrl.TryParse(a, out var url) ? url.Value : throw new ArgumentException(a)).ToHashSet()).Text;

    [Theory]
    [InlineData("", "/\n/a/\n/b/\n")]
    [InlineData("/a/\n", "/\n/a/\n/b/\n")]
    [InlineData("/aa/\n/z/", "/\n/a/\n/aa/\n/b/\n/z/\n")]
    [InlineData("# all\n\n# a's\n/aa/\n# z's\n/z/\n# end\n", "# all\n\n# a's\n/\n/a/\n/aa/\n/b/\n# z's\n/z/\n# end\n")]
    [InlineData("/aa/\r\n/z/\r\n", "/\r\n/a/\r\n/aa/\r\n/b/\r\n/z/\r\n")]
    [InlineData("/aa/\r/z/", "/\r/a/\r/aa/\r/b/\r/z/\r")]
    [InlineData("/z/\n/a/\n", "/\n/b/\n/z/\n/a/\n")]
    [InlineData("  /a/\t\n/b/index.html\n/\n", "  /a/\t\n/b/index.html\n/\n")]
    [InlineData("# only words", "# only words\n/\n/a/\n/b/\n")]
    [InlineData("not an address\n", "not an address\n/\n/a/\n/b/\n")]
    public void New_addresses_are_put_in_their_order_and_what_was_there_stays(string old, string expected)
    {
        var text = With(old, "/b/", "/a/", "/");
        Assert.Equal(expected, text);
        Assert.Equal(text, With(text, "/b/", "/a/", "/"));
    }

    [Fact]
    public void Addresses_are_written_so_that_they_can_be_read_in_one_way_only() =>
        Assert.Equal("/%C3%A9nergie/a%20b/\n/100%25.pdf\n/it%27s%23.pdf\n", With("", "/énergie/a b/", "/100%25.pdf", "/it's%23.pdf"));

    [Fact]
    public void An_address_that_stands_there_unescaped_is_not_added_again() =>
        Assert.Equal("/énergie/\n", With("/énergie/\n", "/%C3%A9nergie/"));

    [Fact]
    public void Two_branches_that_add_different_lines_touch_different_places()
    {
        const string common = "/a/\n/c/\n/e/\n/g/\n";
        Assert.Equal("/a/\n/b/\n/c/\n/e/\n/g/\n", With(common, "/b/"));
        Assert.Equal("/a/\n/c/\n/e/\n/f/\n/g/\n", With(common, "/f/"));
    }
}

using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Briefs;

public sealed class IdentifiersOfPieces
{
    [Theory]
    [InlineData("10.1234/abc", "10.1234/abc")]
    [InlineData("10.1000/182(a);b", "10.1000/182(a);b")]
    [InlineData("10.1234.56/a/b", "10.1234.56/a/b")]
    [InlineData("doi:10.1234/abc", "10.1234/abc")]
    [InlineData("https://doi.org/10.1234/abc", "10.1234/abc")]
    [InlineData("http://dx.doi.org/10.1234/ABC", "10.1234/ABC")]
    public void A_DOI_is_read_bare_or_from_its_address(string text, string bare)
    {
        Assert.True(Doi.TryParse(text, out var doi));
        Assert.Equal(bare, doi.Value.Text);
        Assert.StartsWith("https://doi.org/10.", doi.Value.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("10.12/abc")]
    [InlineData("10.1234/")]
    [InlineData("10.1234")]
    [InlineData("11.1234/abc")]
    [InlineData("10.12a4/abc")]
    [InlineData("10.1234/a b")]
    [InlineData("10.1234/<script>")]
    [InlineData("https://example.org/10.1234/abc")]
    public void What_is_no_DOI_is_refused(string text) => Assert.False(Doi.TryParse(text, out _));

    [Theory]
    [InlineData("0000-0002-1825-0097")]
    [InlineData("0000000218250097")]
    [InlineData("https://orcid.org/0000-0002-1825-0097")]
    [InlineData(" orcid.org/0000-0002-1825-0097 ")]
    public void An_ORCID_is_written_in_groups_of_four(string text)
    {
        Assert.True(Orcid.TryParse(text, out var orcid));
        Assert.Equal("0000-0002-1825-0097", orcid.Value.Text);
    }

    [Fact]
    public void The_check_digit_of_an_ORCID_may_be_ten() => Assert.True(Orcid.TryParse("0000-0002-1694-233x", out _));

    [Theory]
    [InlineData("0000-0002-1825-0098")]
    [InlineData("0000-0002-1825-009")]
    [InlineData("0000-0002-1825-00977")]
    [InlineData("0000-0002-X825-0097")]
    [InlineData("")]
    public void An_ORCID_with_a_wrong_check_digit_or_length_is_refused(string text) => Assert.False(Orcid.TryParse(text, out _));

    [Theory]
    [InlineData("978-0-306-40615-7")]
    [InlineData("9780306406157")]
    [InlineData("0-306-40615-2")]
    [InlineData("0 8044 2957 x")]
    public void An_ISBN_stays_as_it_is_printed(string text)
    {
        Assert.True(Isbn.TryParse(text, out var isbn));
        Assert.Equal(text, isbn.Value.Text);
    }

    [Theory]
    [InlineData("978-0-306-40615-8")]
    [InlineData("0-306-40615-3")]
    [InlineData("978030640615")]
    [InlineData("97803064061577")]
    [InlineData("X-306-40615-2")]
    [InlineData("isbn")]
    public void An_ISBN_with_a_wrong_check_digit_or_length_is_refused(string text) => Assert.False(Isbn.TryParse(text, out _));

    [Theory]
    [InlineData("0317-8471", "0317-8471")]
    [InlineData("03178471", "0317-8471")]
    [InlineData("2434-561x", "2434-561X")]
    public void An_ISSN_is_written_with_its_hyphen(string text, string written)
    {
        Assert.True(Issn.TryParse(text, out var issn));
        Assert.Equal(written, issn.Value.Text);
    }

    [Theory]
    [InlineData("0317-8472")]
    [InlineData("0317-847")]
    [InlineData("0317-84711")]
    [InlineData("X317-8471")]
    public void An_ISSN_with_a_wrong_check_digit_or_length_is_refused(string text) => Assert.False(Issn.TryParse(text, out _));
}

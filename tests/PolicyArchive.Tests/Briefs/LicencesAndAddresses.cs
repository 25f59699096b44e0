using PolicyArchive.Briefs;

namespace PolicyArchive.Tests.Briefs;

public sealed class LicencesAndAddresses
{
    [Theory]
    [InlineData("CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")]
    [InlineData("cc-by-nc-nd-4.0", "CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/")]
    [InlineData("CC-BY-3.0-AU", "CC BY 3.0 AU", "https://creativecommons.org/licenses/by/3.0/au/")]
    [InlineData("CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")]
    [InlineData("OGL-UK-3.0", "OGL-UK-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/")]
    [InlineData("mit", "MIT", "https://spdx.org/licenses/MIT.html")]
    [InlineData("https://example.org/terms/", "example.org/terms", "https://example.org/terms/")]
    public void A_licence_is_an_SPDX_id_in_any_case_or_an_address(string text, string name, string address)
    {
        Assert.True(Licence.TryParse(text, out var licence));
        Assert.Equal((name, address), (licence.Name, licence.Url?.Text));
    }

    [Theory]
    [InlineData("CC-BY")]
    [InlineData("CC-BY-5.0")]
    [InlineData("all rights reserved")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public void Other_words_are_no_licence(string text) => Assert.False(Licence.TryParse(text, out _));

    [Theory]
    [InlineData("https://example.org", "https://example.org", "")]
    [InlineData("https://example.org/", "https://example.org", "")]
    [InlineData("https://example.org/archive/", "https://example.org", "/archive")]
    [InlineData("http://localhost:8080/a/b", "http://localhost:8080", "/a/b")]
    public void The_address_of_a_site_is_an_origin_and_perhaps_a_folder(string text, string origin, string folder)
    {
        Assert.True(BaseUrl.TryParse(text, out var url));
        Assert.Equal((origin, folder), (url.Origin, url.Folder));
    }

    [Theory]
    [InlineData("example.org")]
    [InlineData("//example.org")]
    [InlineData("ftp://example.org")]
    [InlineData("https://")]
    [InlineData("https://me:secret@example.org")]
    [InlineData("https://example.org/?q=1")]
    [InlineData("https://example.org/#part")]
    [InlineData("https://exa mple.org")]
    [InlineData("javascript:alert(1)")]
    public void Other_addresses_are_none_that_a_site_can_have(string text) => Assert.False(BaseUrl.TryParse(text, out _));

    [Theory]
    [InlineData("/briefs/x/", "/briefs/x/")]
    [InlineData("/énergie/", "/%C3%A9nergie/")]
    [InlineData("/a b.html", "/a%20b.html")]
    [InlineData("/100%25/", "/100%25/")]
    public void An_address_within_the_site_is_escaped_for_links(string text, string escaped)
    {
        Assert.True(SiteUrl.TryParse(text, out var url));
        Assert.Equal(escaped, url.Value.Escaped);
    }

    [Theory]
    [InlineData("briefs/x/")]
    [InlineData("/a/../b/")]
    [InlineData("/a/%2e%2e/b/")]
    [InlineData("/a//b/")]
    [InlineData("/a/?q")]
    [InlineData("/a/#b")]
    [InlineData("/a\\b")]
    [InlineData("/%00")]
    public void An_address_that_leaves_its_folder_or_the_path_is_refused(string text) => Assert.False(SiteUrl.TryParse(text, out _));
}

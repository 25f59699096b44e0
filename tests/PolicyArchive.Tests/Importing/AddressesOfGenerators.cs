using PolicyArchive.Findings;
using PolicyArchive.Importing.Sites;
using PolicyArchive.Importing.Sites.Generators;
using PolicyArchive.Importing.Sites.Heads;
using PolicyArchive.Reading;

namespace PolicyArchive.Tests.Importing;

/// <summary>Addresses as each generator makes them.</summary>
public sealed class AddressesOfGenerators
{
    private static readonly DateOnly Day = new(2016, 7, 3);

    private static HeadKeys Keys(string yaml)
    {
        var findings = new List<Finding>();
        var map = YamlReader.Read(yaml, YamlReader.FrontMatterLength, _ => new Place("x"), findings);
        Assert.Empty(findings);
        return new HeadKeys(map);
    }

    [Theory]
    [InlineData("", "", "posts/My First Post", "/posts/my-first-post/")]
    [InlineData("", "", "about", "/about/")]
    [InlineData("", "slug: other", "posts/x", "/posts/other/")]
    [InlineData("", "url: /a/b.html", "posts/x", "/a/b.html")]
    [InlineData("uglyURLs: true", "", "posts/x", "/posts/x.html")]
    [InlineData("disablePathToLower: true", "", "posts/X", "/posts/X/")]
    [InlineData("permalinks: {posts: '/:year/:month/:day/:title/'}", "", "posts/x", "/2016/07/03/a-title-with-signs/")]
    [InlineData("permalinks: {page: {posts: '/:sections/:slug'}}", "", "posts/deep/x", "/posts/deep/a-title-with-signs/")]
    [InlineData("permalinks: {posts: '/:monthname/:weekdayname/:yearday/:filename/'}", "", "posts/X y", "/July/Sunday/185/x-y/")]
    [InlineData("permalinks: {posts: '/:section/:slugorcontentbasename/'}", "slug: s", "posts/x", "/posts/s/")]
    [InlineData("permalinks: {posts: '/:sections[1:]/:contentbasename/'}", "", "posts/a/b/x", "/a/b/x/")]
    [InlineData("permalinks: {posts: '/:sections[last]/:contentbasename/'}", "", "posts/a/b/x", "/b/x/")]
    [InlineData("permalinks: {notes: '/:year/'}", "", "posts/x", "/posts/x/")]
    public void Hugo_puts_a_text_where_its_path_its_keys_and_the_settings_say(string config, string head, string path, string address) =>
        Assert.Equal(address, new HugoAddresses(Keys(config)).Of(Keys(head), path, "", Day, "A title: with signs!"));

    [Theory]
    [InlineData("Public finance", "/tags/public-finance/")]
    [InlineData("C++", "/tags/c++/")]
    [InlineData("R & D", "/tags/r-d/")]
    [InlineData("Énergie", "/tags/énergie/")]
    [InlineData("水", "/tags/水/")]
    [InlineData("a - b", "/tags/a-b/")]
    public void Hugo_makes_the_address_of_a_list_from_its_name(string term, string address) => Assert.Equal(address, new HugoAddresses(Keys("")).OfTerm("tags", term));

    [Fact]
    public void A_pattern_with_a_date_gives_no_address_to_a_text_without_one() =>
        Assert.Null(new HugoAddresses(Keys("permalinks: {posts: '/:year/:slug/'}")).Of(Keys(""), "posts/x", "", null, "X"));

    [Theory]
    [InlineData("", "", "/city/roads/2016/07/03/My-Post.html")]
    [InlineData("permalink: date", "", "/city/roads/2016/07/03/My-Post.html")]
    [InlineData("permalink: pretty", "", "/city/roads/2016/07/03/My-Post/")]
    [InlineData("permalink: ordinal", "", "/city/roads/2016/185/My-Post.html")]
    [InlineData("permalink: none", "", "/city/roads/My-Post.html")]
    [InlineData("permalink: weekdate", "", "/city/roads/2016/W26/Sun/My-Post.html")]
    [InlineData("permalink: /:year/:i_month/:i_day/:slug", "", "/2016/7/3/my-post")]
    [InlineData("permalink: /blog/:title:output_ext", "", "/blog/My-Post.html")]
    [InlineData("permalink: /:slugified_categories/:short_year/:title/", "", "/city/roads/16/My-Post/")]
    [InlineData("permalink: pretty", "permalink: /kept/here.html", "/kept/here.html")]
    [InlineData("permalink: pretty", "slug: Other", "/city/roads/2016/07/03/Other/")]
    public void Jekyll_puts_a_post_where_its_style_says(string config, string head, string address) =>
        Assert.Equal(address, new JekyllAddresses(Keys(config)).OfPost(Keys(head), "My-Post", Day, ["City", "roads"]));

    [Theory]
    [InlineData("", "", "about", "/about.html")]
    [InlineData("permalink: pretty", "", "docs/about", "/docs/about/")]
    [InlineData("", "", "docs/index", "/docs/")]
    [InlineData("", "permalink: /who/", "about", "/who/")]
    public void Jekyll_puts_a_page_where_its_path_says(string config, string head, string path, string address) =>
        Assert.Equal(address, new JekyllAddresses(Keys(config)).OfPage(Keys(head), path));

    [Theory]
    [InlineData("/a/b/index.html", "/a/b")]
    [InlineData("/a/b.html", "/a/b")]
    [InlineData("/a/B/", "/a/b")]
    [InlineData("/a/caf%C3%A9/#part", "/a/café")]
    [InlineData("/", "/")]
    public void Ways_to_write_one_address_have_one_key(string address, string key) => Assert.Equal(key, OldAddresses.Key(address));

    [Theory]
    [InlineData("a/b", "../c.md", "a/c.md")]
    [InlineData("a", "./b/../c", "a/c")]
    [InlineData("a", "/c", "c")]
    [InlineData("a", "../../c", null)]
    public void A_relative_path_never_leaves_the_site(string folder, string relative, string? path) => Assert.Equal(path, OldAddresses.Join(folder, relative));
}

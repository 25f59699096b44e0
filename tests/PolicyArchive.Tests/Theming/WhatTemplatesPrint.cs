namespace PolicyArchive.Tests.Theming;

public sealed class WhatTemplatesPrint
{
    private static string Rendered(string template, string keys = "", string body = "Text.\n")
    {
        using var site = SmallSite.WithBrief(keys, body);
        using var theme = new ThemeCopy().With("layout.liquid", "{{ content }}").With("brief.liquid", template).With("partials/one.liquid", "[{{ a }}|{{ b.title }}]");
        var (report, files) = site.Build(site.Options with { Theme = theme.Folder });
        Assert.Empty(report.Shown);
        return files["briefs/x/index.html"];
    }

    [Theory]
    [InlineData("{{ page.brief.summary }}")]
    [InlineData("{{ page.brief.summary | append: '' }}")]
    [InlineData("{{ page.brief.summary | upcase }}")]
    [InlineData("{% assign s = page.brief.summary %}{{ s }}")]
    [InlineData("{% capture s %}{{ page.brief.summary }}{% endcapture %}{{ s }}")]
    [InlineData("{{ page.brief.key_points | join: ' ' }}")]
    [InlineData("{% for p in page.brief.key_points %}{{ p }}{% endfor %}")]
    [InlineData("{% render 'one', a: page.brief.summary, b: page.brief %}")]
    [InlineData("{{ page.description | truncate: 300 }}")]
    [InlineData("{{ page.brief.authors | map: 'name' | join: ', ' }}")]
    public void What_a_writer_wrote_is_encoded_wherever_it_is_printed(string template)
    {
        const string Bad = "'<script>alert(1)</script>\" onmouseover=\"x & y'";
        var html = Rendered($"<p title=\"{template}\">{template}</p>", $"summary: {Bad}\nkey_points: [{Bad}]\nauthors: [{Bad}]");
        var page = Dom.Parse(html);
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(["title"], page.QuerySelector("p")!.Attributes.Select(a => a.Name));
    }

    [Fact]
    public void Letters_of_every_script_are_printed_as_they_are() =>
        Assert.Equal("日本 Энергия é ح", Rendered("{{ page.brief.summary }}", "summary: 日本 Энергия é ح"));

    [Theory]
    [InlineData("{{ page.brief.published.text }}", "4 March 2019")]
    [InlineData("{{ page.brief.published.iso }}/{{ page.brief.published.year }}", "2019-03-04/2019")]
    [InlineData("{% if page.brief.updated %}yes{% else %}no{% endif %}", "no")]
    [InlineData("{% if page.brief.doi %}yes{% endif %}{% if page.related == empty %}none{% endif %}", "none")]
    [InlineData("{{ page.reading_minutes }} {{ page.brief.words }} {{ page.kind }}", "1 1 brief")]
    [InlineData("{{ page.url }} {{ page.canonical }} {{ page.brief.absolute_url }}", "/briefs/x/ https://archive.example/briefs/x/ https://archive.example/briefs/x/")]
    [InlineData("{{ site.title }} {{ site.url }} {{ site.feeds.rss }} {{ site.opml }}", "A small archive / /feed.xml /feeds.opml")]
    [InlineData("{% for l in site.navigation %}{{ l.name }} {% endfor %}", "Briefs Authors ")]
    public void A_template_prints_what_its_guide_promises(string template, string expected) => Assert.Equal(expected, Rendered(template));

    [Fact]
    public void One_partial_with_different_arguments_prints_different_text() =>
        Assert.Equal("[1|x][1|x][2|x][1|x]", Rendered("{% render 'one', a: 1, b: page.brief %}{% render 'one', a: '1', b: page.brief %}{% render 'one', a: 2, b: page.brief %}{% render 'one', a: 1, b: page.brief %}"));

    [Fact]
    public void An_asset_is_named_by_its_content()
    {
        using var site = SmallSite.WithBrief("");
        using var theme = new ThemeCopy().With("assets/a.txt", "one");
        static string Name(IReadOnlyDictionary<string, string> files) => files.Keys.Single(k => k.StartsWith("assets/a.", StringComparison.Ordinal));
        var options = site.Options with { Theme = theme.Folder };
        var (first, again) = (Name(site.Files(options)), Name(site.Files(options)));
        theme.With("assets/a.txt", "two");
        Assert.Equal(first, again);
        Assert.NotEqual(first, Name(site.Files(options)));
        Assert.Matches(@"^assets/a\.[0-9a-f]{8,}\.txt$", first);
    }
}

using System.Collections.Concurrent;
using PolicyArchive.Commands;
using PolicyArchive.Findings;
using PolicyArchive.Keeping;
using PolicyArchive.Pages;
using PolicyArchive.Sharing;

namespace PolicyArchive.Tests.Sharing;

public sealed class CardsOfASite
{
    [Fact]
    public void A_brief_has_a_card_of_its_own_and_names_it()
    {
        using var site = SmallSite.WithSettings("publisher: An Institute\n").With("briefs/x.md", "---\ntitle: Cash & “drought”\npublished: 2019-03-04\n---\nText.\n");
        var (files, _) = Build(site);
        var card = PngFile.Read(files["briefs/x/card.png"]);
        Assert.Equal((1200, 630), (card.Width, card.Height));
        Assert.InRange(files["briefs/x/card.png"].Length, 1_000, 40_000);
        var tags = Preview(files["briefs/x/index.html"]);
        Assert.Matches("^https://archive\\.example/briefs/x/card\\.png\\?v=[0-9a-f]{10}$", tags["og:image"]);
        Assert.Equal("An Institute: Cash & “drought”", tags["og:image:alt"]);
        Assert.Equal(("1200", "630"), (tags["og:image:width"], tags["og:image:height"]));
        Assert.Equal("summary_large_image", tags["twitter:card"]);
    }

    [Fact]
    public void Every_other_page_has_the_card_of_the_site()
    {
        using var site = SmallSite.WithBrief("topics: [Energy]").With("pages/about.md", "---\ntitle: About\n---\nText.\n");
        var (files, _) = Build(site);
        foreach (var page in (string[])["index.html", "briefs/index.html", "topics/energy/index.html", "topics/index.html", "about/index.html", "search/index.html", "years/2019/index.html"])
        {
            Assert.StartsWith("https://archive.example/card.png?v=", Preview(files[page])["og:image"], StringComparison.Ordinal);
        }

        Assert.Equal(1200, PngFile.Read(files["card.png"]).Width);
        Assert.DoesNotContain("og:image", Text(files["404.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_own_picture_stands_for_a_brief_and_no_card_is_drawn()
    {
        using var site = SmallSite.WithBrief("image: {file: p.png, alt: A picture}").With("briefs/p.png", SmallSite.Pixel);
        var (files, _) = Build(site);
        Assert.Equal("https://archive.example/briefs/p.png", Preview(files["briefs/x/index.html"])["og:image"]);
        Assert.DoesNotContain("briefs/x/card.png", files.Keys);
    }

    [Fact]
    public void A_picture_that_networks_do_not_show_is_no_preview()
    {
        using var site = SmallSite.WithBrief("image: {file: p.svg, alt: A picture}").With("briefs/p.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"/>");
        Assert.Contains("/briefs/x/card.png?v=", Preview(Build(site).Files["briefs/x/index.html"])["og:image"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_that_lies_beside_a_brief_is_its_card()
    {
        using var site = SmallSite.WithSettings().With("briefs/y/index.md", "---\ntitle: Y\npublished: 2019-03-04\n---\nText.\n").With("briefs/y/card.png", SmallSite.Pixel).With("card.png", SmallSite.Pixel);
        var (files, _) = Build(site);
        Assert.Equal("https://archive.example/briefs/y/card.png", Preview(files["briefs/y/index.html"])["og:image"]);
        Assert.Equal("1", Preview(files["briefs/y/index.html"])["og:image:width"]);
        Assert.Equal("https://archive.example/card.png", Preview(files["index.html"])["og:image"]);

        // Copied, not drawn.
        Assert.DoesNotContain("briefs/y/card.png", files.Keys);
        Assert.DoesNotContain("card.png", files.Keys);
    }

    [Fact]
    public void Another_title_gives_the_same_card_another_version()
    {
        using var site = SmallSite.WithBrief("topics: [Energy]");
        var before = Preview(Build(site).Files["briefs/x/index.html"])["og:image"];
        site.With("briefs/x.md", "---\ntitle: Another\npublished: 2019-03-04\n---\nText.\n");
        var after = Preview(Build(site).Files["briefs/x/index.html"])["og:image"];
        Assert.NotEqual(before, after);
        Assert.Equal(before.Split('?')[0], after.Split('?')[0]);
    }

    [Theory]
    [InlineData("cards: false\n", 1, false)]
    [InlineData("cards: true\n", 1, true)]
    [InlineData("", SiteCards.MostUnasked, true)]
    [InlineData("cards: true\n", SiteCards.MostUnasked + 1, true)]
    [InlineData("cards: false\n", SiteCards.MostUnasked + 1, false)]
    public void The_settings_say_whether_each_brief_has_a_card(string settings, int briefs, bool hasCards)
    {
        using var site = SmallSite.WithSettings(settings);
        var cards = Of(WithBriefs(site, briefs));
        Assert.Empty(cards.Findings);
        Assert.Equal(hasCards ? briefs + 1 : 1, cards.Files().Count());
    }

    [Fact]
    public void A_large_archive_that_does_not_say_is_told_that_it_has_one_card()
    {
        using var site = SmallSite.WithSettings();
        var cards = Of(WithBriefs(site, SiteCards.MostUnasked + 1));
        Assert.Single(cards.Files());
        Assert.Equal(("THEME032", Severity.Note), (Assert.Single(cards.Findings).Code, cards.Findings[0].Severity));
    }

    [Fact]
    public void Where_no_font_has_a_letter_the_card_of_the_site_stands_for_the_brief()
    {
        using var site = SmallSite.WithSettings().With("briefs/x.md", "---\ntitle: Aksara ꦗꦮ\npublished: 2019-03-04\n---\nText.\n");
        var (files, findings) = Build(site);
        var note = Assert.Single(findings);
        Assert.Equal(("THEME031", Severity.Note), (note.Code, note.Severity));
        Assert.Contains("U+A997", note.Message, StringComparison.Ordinal);
        Assert.EndsWith("briefs/x.md", note.Place.File, StringComparison.Ordinal);
        Assert.StartsWith("https://archive.example/card.png?v=", Preview(files["briefs/x/index.html"])["og:image"], StringComparison.Ordinal);
        Assert.DoesNotContain("briefs/x/card.png", files.Keys);
        Assert.True(Report.Of(findings, strict: true).IsClean);
    }

    [Fact]
    public void A_machine_that_cannot_set_type_still_builds_the_site()
    {
        using var site = SmallSite.WithBrief("topics: [Energy]");
        var plan = site.Plan();
        var cards = SiteCards.Of(plan, null, null, new Place("input/settings.yml"), "no library");
        Assert.Empty(cards.Files());
        Assert.All(plan.Pages, page => Assert.Null(cards.For(page).Card));
        Assert.Equal(("THEME030", Severity.Note), (Assert.Single(cards.Findings).Code, cards.Findings[0].Severity));
    }

    [Fact]
    public void A_card_is_drawn_once_and_kept()
    {
        using var site = SmallSite.WithBrief("topics: [Energy]");
        var options = site.Options with { Cache = Path.Combine(site.Folder, "cache") };
        var first = Build(site, options).Files["briefs/x/card.png"];
        var cards = Path.Combine(options.Cache, "cards");
        var kept = Directory.GetFiles(cards, "*", SearchOption.AllDirectories);
        Assert.Equal(2, kept.Length);
        var changed = kept.ToDictionary(path => path, File.GetLastWriteTimeUtc);
        Assert.Equal(first, Build(site, options).Files["briefs/x/card.png"]);
        Assert.Equal(first, Build(site).Files["briefs/x/card.png"]);
        Assert.All(Directory.GetFiles(cards, "*", SearchOption.AllDirectories), path => Assert.Equal(changed[path], File.GetLastWriteTimeUtc(path)));
    }

    [Fact]
    public void Icons_that_browsers_ask_for_stand_at_the_root_unless_the_writers_have_their_own()
    {
        using var site = SmallSite.WithBrief("topics: [Energy]");
        var (files, _) = Build(site);
        Assert.Equal([0, 0, 1, 0], files["favicon.ico"][..4]);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(files["apple-touch-icon.png"], 1, 3));
        Assert.Equal("/apple-touch-icon.png", Dom.Parse(Text(files["index.html"])).QuerySelector("link[rel=apple-touch-icon]")!.GetAttribute("href"));
        site.With("favicon.ico", SmallSite.Pixel);
        Assert.DoesNotContain("favicon.ico", Build(site).Files.Keys);
    }

    private static SitePlan WithBriefs(SmallSite site, int count)
    {
        for (var i = 0; i < count; i++)
        {
            site.AndBrief($"b{i}", "");
        }

        return site.Plan();
    }

    private static SiteCards Of(SitePlan plan)
    {
        var fonts = Directory.GetFiles(Path.Combine(SmallSite.Repository, "theme", "cards"), "1*.ttf");
        return SiteCards.Of(plan, CardDesign.Open(fonts, fonts, _ => null, out _), null, new Place("input/settings.yml"));
    }

    private static (ConcurrentDictionary<string, byte[]> Files, IReadOnlyList<Finding> Findings) Build(SmallSite site, RunOptions? options = null)
    {
        var build = SiteBuild.Prepare(options ?? site.Options);
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        Assert.Empty(build.Render(file => files[file.Path] = file.Bytes.ToArray()));
        return (files, build.Findings);
    }

    private static string Text(byte[] page) => System.Text.Encoding.UTF8.GetString(page);

    private static Dictionary<string, string> Preview(byte[] page) => Dom.Parse(Text(page)).QuerySelectorAll("meta[property^='og:'], meta[name^='twitter:']")
        .ToDictionary(tag => tag.GetAttribute("property") ?? tag.GetAttribute("name")!, tag => tag.GetAttribute("content")!);
}
